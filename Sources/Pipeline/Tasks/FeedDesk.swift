import Configuration
import Content
import FeedParsing
import Files
import Foundation
import Ingestion
import Store

/// The school's list of feeds: what is on it, whether each can be read, and adding one.
public struct FeedDesk: Sendable {
    let school: School
    let fetcher: any Fetcher

    /// A desk over a school's folder.
    public init(school: School) {
        self.school = school
        fetcher = DiskAndWebFetcher(settings: school.configuration.fetching)
    }

    /// One feed of the list with what the store knows of it.
    public struct Row: Codable, Hashable, Sendable {
        /// The feed, as people may see it.
        public var feed: Feed
        /// How many items it has brought; nil where it was never read.
        public var items: Int?
        /// How it does; nil for a file, and for one that was never asked. Addresses in it as people may see them.
        public var state: FeedState?
    }

    /// What trying a feed came to.
    public struct Check: Hashable, Sendable {
        /// The feed's address, as people may see it.
        public var address: String
        /// The title and the number of entries; nil where it could not be read.
        public var result: (title: String, entries: Int)? { entries.map { (title, $0) } }
        var title: String
        var entries: Int?
        /// What is wrong or was repaired.
        public var findings: [Finding]
    }

    /// The feeds of the list, and what could not be followed in it.
    public func list(store: Store) throws -> ([Row], [Finding]) {
        let plan = plan()
        let counts = try store.items.itemCounts()
        let states = try store.feedStates.states()
        let rows = try plan.entries.map { entry in
            var feed = try store.items.feed(at: entry.feed.address) ?? entry.feed
            feed.audience = entry.feed.audience
            var state = states[entry.feed.address]
            if let movedTo = state?.movedTo { state?.movedTo = ShownAddress.text(movedTo) }
            return Row(feed: feed.shown, items: counts[feed.address], state: state)
        }
        return (rows, plan.findings)
    }

    /// Reads every feed of the list (or one address) without storing anything.
    public func check(_ address: String? = nil) throws -> ([Check], [Finding]) {
        let plan =
            address.map { FeedPlan(sources: [FeedSource(source: $0)], folder: school.folder, fetcher: fetcher) }
            ?? plan()
        var checks: [Check] = []
        try fetcher.fetch(plan.entries.map { FetchRequest(address: $0.location) }) { index, result in
            checks.append(check(plan.entries[index].feed.shown, result))
        }
        return (checks, plan.findings)
    }

    private func check(_ feed: Feed, _ result: FetchResult) -> Check {
        switch result {
        case .notModified:
            return Check(address: feed.address, title: feed.title, entries: 0, findings: [])
        case .failed(let error):
            let finding = Finding(.error, at: .feed(feed.address), error.problem, remedy: error.remedy)
            return Check(address: feed.address, title: feed.title, entries: nil, findings: [finding])
        case .document(let document):
            do throws(FeedParseError) {
                let base = FeedSource(source: document.address).isRemote ? document.address : nil
                let (parsed, findings) = try FeedParser().parse(
                    document.bytes, address: feed.address, baseURL: base, charset: document.charset)
                let entries = parsed.format == .none ? nil : parsed.entries.count
                return Check(
                    address: feed.address, title: ShownAddress.text(parsed.title ?? feed.title), entries: entries,
                    findings: findings)
            } catch {
                return Check(
                    address: feed.address, title: feed.title, entries: nil,
                    findings: [Finding(.error, at: .feed(feed.address), "\(error)")])
            }
        }
    }

    /// Adds a feed to the school's OPML list after reading it once. Gives its title and the list's name. Of several that add at
    /// once each adds its own.
    public func add(_ address: String, title: String?, audience: Int?, language: String?) throws -> String {
        guard
            let list = school.configuration.feeds.first(where: {
                $0.source.lowercased().hasSuffix(".opml") && !$0.isRemote
            })
        else {
            throw RequestError(
                "'feeds' in \(school.folder.name(of: school.folder.configuration)) names no OPML list of the school's own. "
                    + "Add the address there.")
        }
        let (checks, findings) = try check(address)
        guard let check = checks.first, let result = check.result else {
            throw SetupError(findings: findings + (checks.first?.findings ?? []))
        }
        let outline = FeedList.Outline(
            address: address, title: title ?? result.title, audience: audience, language: language)
        let lock = try KernelLock.ofChanges(in: school.folder.data)
        let added = Result { try add(outline, to: list.source) }
        lock.release()
        try added.get()
        let review =
            audience == nil ? " Nobody has reviewed it: give --audience GRADE to let learners below 9 have it." : ""
        let name = ShownAddress.text(outline.title ?? address)
        return "“\(name)” with \(result.entries) articles is on \(list.source) now.\(review)"
    }

    /// Adds an outline to a list, for one who holds the lock: another command may have added one just now.
    private func add(_ outline: FeedList.Outline, to list: String) throws {
        let address = outline.address
        let path = school.folder.resolve(list)
        let bytes = try RosterImport.bytes(of: path)
        let listed = try FeedList.read(bytes)
        let written = FeedSource(source: address).isRemote ? address : relative(address, to: path)
        guard !listed.outlines.contains(where: { $0.address == written }) else {
            throw RequestError("'\(address)' is on \(list) already.")
        }
        var outline = outline
        outline.address = written
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw RequestError(
                "\(list) is not in UTF-8, so nothing was changed. Save it as UTF-8 and try again.")
        }
        guard let extended = FeedList.adding(outline, to: text) else {
            throw RequestError(
                "\(list) cannot take one more: it has no </body>, or is broken before it. Mend it, or begin a new one.")
        }
        do throws(FileProblem) {
            try RewrittenFile(path).write(Array(extended.utf8))
        } catch {
            throw RequestError("could not write \(list): \(error.problem). \(error.remedy)")
        }
    }

    private func plan() -> FeedPlan {
        FeedPlan(sources: school.configuration.feeds, folder: school.folder, fetcher: fetcher)
    }

    /// A file's path as the list writes it: relative to the list where it lies beside or below it.
    private func relative(_ path: String, to list: String) -> String {
        let folder = (list as NSString).deletingLastPathComponent + "/"
        let whole = school.folder.resolve(path)
        return whole.hasPrefix(folder) ? String(whole.dropFirst(folder.count)) : whole
    }
}

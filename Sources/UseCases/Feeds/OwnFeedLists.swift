import Configuration
import Content
import FeedParsing
import Files
import Ingestion
import Pipeline

/// The lists of feeds on the school's own disk, read and written under the lock of changes: of several that write at once each writes its own.
struct OwnFeedLists {
    let school: School
    /// Their paths, as a plan has found them; what adds needs none.
    var paths: [String] = []
    /// Of a district, the school whose own list new feeds go to; nil: the district's.
    var only: SchoolName?

    /// The list that new feeds go to, as the configuration names it.
    func main() throws(FeedRefusal) -> String {
        let sources = only.map { school.configuration.entry(of: $0)?.feeds ?? [] } ?? school.configuration.feeds
        let list = sources.first { $0.source.lowercased().hasSuffix(".opml") && !$0.isRemote }
        if let list { return list.source }
        throw .noOwnList(configuration: configuration)
    }

    /// The file of the configuration, as people name it.
    var configuration: Verbatim { Verbatim(school.folder.name(of: school.folder.configuration)) }

    /// Adds feeds to the main list. Those that it has already are left out. Gives those that were added.
    func add(_ outlines: [FeedList.Outline]) throws -> [FeedList.Outline] {
        let list = try main()
        let path = school.folder.resolve(list)
        return try locked {
            let text = try text(of: path, list)
            let listed = try FeedList.read(Array(text.utf8)).outlines.map { $0.address }
            var new: [FeedList.Outline] = []
            for var outline in outlines {
                outline.address = written(outline.address, in: path)
                if !listed.contains(outline.address), !new.contains(where: { $0.address == outline.address }) {
                    new.append(outline)
                }
            }
            guard !new.isEmpty else { return [] }
            guard let extended = FeedList.adding(new, to: text) else {
                throw FeedRefusal.cannotGrow(list: Verbatim(list))
            }
            try write(extended, to: path, list)
            return new
        }
    }

    /// Changes what the lists say of a feed; nil takes it off them. Gives the lists that were changed.
    func change(_ entry: FeedPlan.Entry, _ change: (FeedList.Outline) -> FeedList.Outline?) throws -> FeedOnLists {
        try locked {
            var changed: [Verbatim] = []
            for path in paths {
                let name = school.folder.name(of: path)
                let text = try text(of: path, name)
                let outlines = try FeedList.read(Array(text.utf8)).outlines
                for outline in outlines where FeedPlan.location(of: outline, in: path) == entry.location {
                    var new = change(outline)
                    if let address = new?.address { new?.address = written(address, in: path) }
                    if new == outline { continue }
                    let edited =
                        new.map { FeedList.changing(outline.address, to: $0, in: text) }
                        ?? FeedList.removing(outline.address, from: text)
                    guard let edited else {
                        throw FeedRefusal.cannotChange(list: Verbatim(name))
                    }
                    try write(edited, to: path, name)
                    changed.append(Verbatim(name))
                    break
                }
            }
            return FeedOnLists(title: Verbatim(entry.feed.title), lists: changed)
        }
    }

    /// Whether a list of the school's own names a feed.
    func name(_ entry: FeedPlan.Entry) -> Bool {
        paths.contains { path in
            let outlines = (try? FeedList.read(GivenFile.bytes(of: path)).outlines) ?? []
            return outlines.contains { FeedPlan.location(of: $0, in: path) == entry.location }
        }
    }

    private func locked<Value>(_ body: () throws -> Value) throws -> Value {
        let lock = try KernelLock.ofChanges(in: school.folder.data)
        let result = Result { try body() }
        lock.release()
        return try result.get()
    }

    private func text(of path: String, _ name: String) throws -> String {
        guard let text = String(validating: try GivenFile.bytes(of: path), as: UTF8.self) else {
            throw FeedRefusal.notUTF8(list: Verbatim(name))
        }
        return text
    }

    private func write(_ text: String, to path: String, _ name: String) throws(FeedRefusal) {
        do throws(FileProblem) {
            try RewrittenFile(path).write(Array(text.utf8))
        } catch {
            throw .notWritten(list: Verbatim(name), error)
        }
    }

    /// An address as a list writes it: a file's path relative to the list where it lies beside or below it.
    private func written(_ address: String, in list: String) -> String {
        guard !FeedSource(source: address).isRemote else { return address }
        let whole =
            address.hasPrefix("/") ? address : FeedPlan.location(of: FeedList.Outline(address: address), in: list)
        let folder = list.prefix(upTo: list.lastIndex(of: "/").map { list.index(after: $0) } ?? list.startIndex)
        return whole.hasPrefix(folder) ? String(whole.dropFirst(folder.count)) : whole
    }
}

import Configuration
import Content
import FeedParsing
import Foundation

/// The feeds that are to be read, found by following the school's sources: lists, files, folders, addresses.
public struct FeedPlan: Sendable {
    /// One feed to read.
    public struct Entry: Hashable, Sendable {
        /// The feed, as far as the list tells.
        public var feed: Feed
        /// Where its document is: an address, or the absolute path of a file.
        public var location: String
    }

    /// The feeds, in the order of the sources; each address once.
    public private(set) var entries: [Entry] = []
    /// Whether every source could be read; if not, a feed that is missing here may still be on the school's list.
    public private(set) var isComplete = true
    /// What could not be followed.
    public private(set) var findings: [Finding] = []

    /// How deep folders are followed.
    static let deepest = 8
    /// How many lists are followed: a server could name a new one in each.
    static let mostLists = 500

    private let folder: WorkingFolder
    private let fetcher: any Fetcher
    private var planned: Set<String> = []
    private var followedLists: Set<String> = []

    /// Follows the sources.
    public init(sources: [FeedSource], folder: WorkingFolder, fetcher: any Fetcher) {
        self.folder = folder
        self.fetcher = fetcher
        for source in sources {
            let location = source.isRemote ? source.source : folder.resolve(source.source)
            add(location, audience: source.audience, language: source.language, depth: 0)
        }
    }

    private mutating func add(_ location: String, audience: Int?, language: String?, depth: Int, title: String? = nil) {
        guard depth <= FeedPlan.deepest else {
            passOver(location, "it lies more than \(FeedPlan.deepest) folders deep and was not read.")
            return
        }
        if location.isWebAddress {
            // An address that ends like a list is one; everything else is read as a feed.
            if location.prefix(while: { $0 != "?" }).lowercased().hasSuffix(".opml") {
                addList(location, audience: audience, language: language, depth: depth)
            } else {
                append(location, title: title, audience: audience, language: language)
            }
            return
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: location, isDirectory: &isFolder) else {
            isComplete = false
            findings.append(
                Finding(
                    .error, at: folder.name(of: location), "there is no such file or folder.",
                    remedy: "Correct 'feeds' in \(folder.name(of: folder.configuration)) or the feed list."))
            return
        }
        if isFolder.boolValue {
            addFolder(location, audience: audience, language: language, depth: depth)
        } else if FeedPlan.looksLikeList(location) {
            addList(location, audience: audience, language: language, depth: depth)
        } else {
            append(location, title: title, audience: audience, language: language)
        }
    }

    /// Every file of a folder and of those in it, the lists first (they say more about a feed that lies beside them) and
    /// in the order of their names; hidden ones and papers that lie beside feeds are passed over.
    private mutating func addFolder(_ path: String, audience: Int?, language: String?, depth: Int) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            isComplete = false
            findings.append(
                Finding(
                    .error, at: folder.name(of: path), "the folder could not be read.",
                    remedy: "Check that Gleaner may read it; what it read there before stays as it is."))
            return
        }
        let paths = names.sorted().filter { name in
            let ending = (name as NSString).pathExtension.lowercased()
            return !name.hasPrefix(".") && !["md", "txt", "license", "yaml", "csv"].contains(ending)
        }.map { WorkingFolder.join(path, $0) }
        let lists = Set(paths.filter { FeedPlan.looksLikeList($0) })
        for path in paths.filter({ lists.contains($0) }) + paths.filter({ !lists.contains($0) }) {
            add(path, audience: audience, language: language, depth: depth + 1)
        }
    }

    private mutating func addList(_ location: String, audience: Int?, language: String?, depth: Int) {
        // A list that names itself, or another that names it, is followed once.
        guard !followedLists.contains(location) else { return }
        guard followedLists.count < FeedPlan.mostLists else {
            passOver(location, "more than \(FeedPlan.mostLists) feed lists name one another; this one was not read.")
            return
        }
        followedLists.insert(location)
        let place = folder.name(of: location)
        let result = fetcher.fetch([FetchRequest(address: location)]).first
        guard case .body(let bytes, _, _, let base)? = result else {
            isComplete = false
            var error = FetchError("There was no answer.")
            if case .failed(let told)? = result { error = told }
            findings.append(
                Finding(.error, at: place, "the feed list could not be read. \(error.problem)", remedy: error.remedy))
            return
        }
        do throws(FeedParseError) {
            let list = try FeedList.read(bytes)
            if !list.isWhole {
                isComplete = false
                findings.append(
                    Finding(
                        .error, at: place, "the feed list has no end, or too many feeds: it may be cut off.",
                        remedy: "Mend it, or put your last copy of it in its place."))
            }
            findings += list.findings.map {
                Finding($0.severity, at: place + ":" + $0.place, $0.problem, remedy: $0.remedy)
            }
            for outline in list.outlines {
                let target = FeedPlan.resolve(outline.address, from: base)
                add(
                    target, audience: outline.audience ?? audience, language: outline.language ?? language,
                    depth: depth, title: outline.title)
            }
        } catch {
            isComplete = false
            findings.append(Finding(.error, at: place, "\(error)"))
        }
    }

    private mutating func passOver(_ location: String, _ problem: String) {
        isComplete = false
        findings.append(Finding(.warning, at: folder.name(of: location), problem, remedy: "List it in 'feeds' itself."))
    }

    private mutating func append(_ location: String, title: String?, audience: Int?, language: String?) {
        let address = folder.name(of: location)
        guard planned.insert(address).inserted else { return }
        let feed = Feed(address: address, title: title ?? address, language: language, audience: audience)
        entries.append(Entry(feed: feed, location: location))
    }

    private static func looksLikeList(_ path: String) -> Bool {
        if (path as NSString).pathExtension.lowercased() == "opml" { return true }
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        let head = (try? file.read(upToCount: 400)) ?? Data()
        return String(decoding: head, as: UTF8.self).lowercased().contains("<opml")
    }

    /// A path in a list is relative to the list.
    private static func resolve(_ address: String, from list: String) -> String {
        if address.isWebAddress { return address }
        if list.isWebAddress { return URL(string: address, relativeTo: URL(string: list))?.absoluteString ?? address }
        return WorkingFolder.join((list as NSString).deletingLastPathComponent, address)
    }
}

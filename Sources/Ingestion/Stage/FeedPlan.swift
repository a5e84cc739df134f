import Configuration
import Content
import FeedParsing
import Files
import Foundation

/// The feeds that are to be read, found by following the school's sources: lists, files, folders, addresses.
public struct FeedPlan {
    /// One feed to read.
    public struct Entry: Hashable, Sendable {
        /// The feed, as far as the list tells.
        public var feed: Feed
        /// Where its document is: an address, or the absolute path of a file.
        public var location: String
        /// The licence of its texts, as the school's own list says; nil: it says nothing.
        public var license: String?
        /// Whether the pages of its articles are read.
        public var text = TextOrigin.feed
        /// Whether the school's list says that it is not asked for now.
        public var isPaused = false
        /// What it is about, as the school's list says.
        public var topics: [String] = []
    }

    /// The feeds, in the order of the sources; each address once.
    public private(set) var entries: [Entry] = []
    /// Whether every source could be read; if not, a feed that is missing here may still be on the school's list.
    public private(set) var isComplete = true
    /// Whether a list of the web could not be read whole: it may raise audiences, which stay as high as they were until it can.
    public private(set) var lacksListOfWeb = false
    /// The paths of the lists on the school's own disk that were read, in their order.
    public private(set) var ownLists: [String] = []
    /// What could not be followed.
    public private(set) var findings: [Finding] = []

    /// How deep folders are followed.
    static let deepest = 8
    /// How many lists are followed: a server could name a new one in each.
    static let mostLists = 500

    /// How often lists are gone through: each once, and again where it is named with another audience.
    static let mostPasses = 2_000

    private let folder: WorkingFolder
    private let fetcher: any Fetcher
    private let mayGoOn: () -> Bool
    private var planned: [String: Int] = [:]
    private var audiences: [FeedAudience] = []
    /// The school of each source; nil: the district's.
    private let schoolsOfSources: [SchoolName?]
    /// The lists that were read, each with the address it came from; nil: it could not be.
    private var lists: [String: (list: FeedList, base: String)?] = [:]
    private var passes: Set<Pass> = []

    /// One way through a list.
    private struct Pass: Hashable {
        var list: String
        var standing: FeedAudience.Standing
    }

    /// Follows the sources. `mayGoOn`: asked before each list is fetched; when it says no, the rest is left out.
    public init(
        sources: [FeedSource], folder: WorkingFolder, fetcher: any Fetcher, mayGoOn: @escaping () -> Bool = { true }
    ) {
        self.folder = folder
        self.fetcher = fetcher
        self.mayGoOn = mayGoOn
        schoolsOfSources = sources.map { $0.school }
        for (number, source) in sources.enumerated() {
            let location = source.isRemote ? source.source : folder.resolve(source.source)
            let standing = FeedAudience.Standing(
                source: number, audience: source.audience, isOwn: true, language: source.language,
                text: source.text, isEvergreen: source.isEvergreen)
            add(location, standing, depth: 0)
        }
        for (index, audience) in audiences.enumerated() {
            (entries[index].feed.audience, entries[index].feed.audienceTo) = (audience.grade, audience.highest)
            let schools = audience.sources.map { schoolsOfSources[$0] }
            entries[index].feed.schools = schools.contains(nil) ? nil : Set(schools.compactMap { $0 }).sorted()
        }
        (audiences, lists, passes) = ([], [:], [])
    }

    private mutating func add(
        _ location: String, _ standing: FeedAudience.Standing, depth: Int, title: String? = nil
    ) {
        guard depth <= FeedPlan.deepest else {
            passOver(location) { .liesTooDeep($0, most: FeedPlan.deepest) }
            return
        }
        guard !(standing.isFromWeb && FeedSecrets.areNamed(in: location)) else {
            passOver(location) { .webMayUseNoSecret($0) }
            return
        }
        if location.isWebAddress {
            // An address that ends like a list is one; everything else is read as a feed.
            if location.prefix(while: { $0 != "?" }).lowercased().hasSuffix(".opml") {
                addList(location, standing, depth: depth)
            } else {
                append(location, standing, title: title)
            }
            return
        }
        guard !standing.isFromWeb else {
            passOver(location) { .webMayNameNoFile($0) }
            return
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: location, isDirectory: &isFolder) else {
            isComplete = false
            findings.append(
                .nothingIs(at: folder.name(of: location), namedIn: folder.name(of: folder.configuration)))
            return
        }
        if isFolder.boolValue {
            addFolder(location, standing, depth: depth)
        } else if FeedPlan.looksLikeList(location) {
            addList(location, standing, depth: depth)
        } else {
            append(location, standing, title: title)
        }
    }

    /// Every file of a folder and of those in it, the lists first (they say more about a feed that lies beside them) and
    /// in the order of their names; hidden ones and papers that lie beside feeds are passed over.
    private mutating func addFolder(_ path: String, _ standing: FeedAudience.Standing, depth: Int) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            isComplete = false
            findings.append(.folderNotRead(folder.name(of: path)))
            return
        }
        let paths = names.sorted().filter { name in
            let ending = (name as NSString).pathExtension.lowercased()
            return !name.hasPrefix(".") && !["md", "txt", "license", "yaml", "csv"].contains(ending)
        }.map { WorkingFolder.join(path, $0) }
        let lists = Set(paths.filter { FeedPlan.looksLikeList($0) })
        var below = standing
        below.isOwn = false
        for path in paths.filter({ lists.contains($0) }) + paths.filter({ !lists.contains($0) }) {
            add(path, below, depth: depth + 1)
        }
    }

    private mutating func addList(_ location: String, _ standing: FeedAudience.Standing, depth: Int) {
        // A list that names itself, or another that names it, is gone through once; and again where it stands differently.
        guard !passes.contains(Pass(list: location, standing: standing)) else { return }
        guard passes.count < FeedPlan.mostPasses, lists[location] != nil || lists.count < FeedPlan.mostLists else {
            passOver(location) { .tooManyLists($0, most: FeedPlan.mostLists) }
            return
        }
        passes.insert(Pass(list: location, standing: standing))
        if lists[location] == nil { lists[location] = .some(read(location)) }
        guard let (list, base) = lists[location] ?? nil else { return }
        for outline in list.outlines {
            add(
                FeedPlan.resolve(outline.address, from: base), standing.at(outline, isOfWeb: location.isWebAddress),
                depth: depth, title: outline.title)
        }
    }

    /// A list with the address it came from; nil where it could not be read, which is a finding.
    private mutating func read(_ location: String) -> (list: FeedList, base: String)? {
        let place = folder.name(of: location)
        guard mayGoOn() else {
            passOver(location) { .timeWasUp(beforeList: $0) }
            return nil
        }
        let result = fetcher.fetch([FetchRequest(address: location)]).first
        guard case .document(let document)? = result else {
            isIncomplete(location)
            var error = FetchError.noAnswer
            if case .failed(let told)? = result { error = told }
            findings.append(.listNotRead(place, error))
            return nil
        }
        do throws(FeedParseError) {
            let list = try FeedList.read(document.bytes)
            if !list.isWhole {
                isIncomplete(location)
                findings.append(.listIsNotWhole(place))
            }
            findings += list.findings.map { .inList(place, $0) }
            if !location.isWebAddress { ownLists.append(location) }
            return (list, document.address)
        } catch {
            isIncomplete(location)
            findings.append(.listNotUnderstood(place, error))
            return nil
        }
    }

    private mutating func isIncomplete(_ location: String) {
        isComplete = false
        if location.isWebAddress { lacksListOfWeb = true }
    }

    private mutating func passOver(_ location: String, _ finding: (_ source: String) -> Finding) {
        isIncomplete(location)
        findings.append(finding(folder.name(of: location)))
    }

    private mutating func append(_ location: String, _ standing: FeedAudience.Standing, title: String?) {
        let address = folder.name(of: location)
        if let index = planned[address] { return audiences[index].add(standing) }
        planned[address] = entries.count
        var feed = Feed(address: address, title: ShownAddress.text(title ?? address), language: standing.language)
        if standing.isEvergreen { feed.evergreen = true }
        entries.append(
            Entry(
                feed: feed, location: location,
                license: standing.license, text: standing.text, isPaused: standing.isPaused, topics: standing.topics))
        var audience = FeedAudience()
        audience.add(standing)
        audiences.append(audience)
    }

    private static func looksLikeList(_ path: String) -> Bool {
        if (path as NSString).pathExtension.lowercased() == "opml" { return true }
        let head = RegularFile.beginning(of: path, atMost: 400) ?? []
        return String(decoding: head, as: UTF8.self).lowercased().contains("<opml")
    }

    /// Where the document of a list's feed is: an address, or the absolute path of a file.
    public static func location(of outline: FeedList.Outline, in list: String) -> String {
        resolve(outline.address, from: list)
    }

    /// A path in a list is relative to the list.
    private static func resolve(_ address: String, from list: String) -> String {
        if address.isWebAddress { return address }
        if list.isWebAddress { return URL(string: address, relativeTo: URL(string: list))?.absoluteString ?? address }
        return WorkingFolder.join((list as NSString).deletingLastPathComponent, address)
    }
}

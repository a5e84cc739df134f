import Synchronization

/// Finds held words in articles, each by the list of its language; where there is none, by all lists.
public struct HeldWordFinder: Sendable, Hashable {
    /// The lists, in the order of their languages.
    public let lists: [HeldWordList]
    private let tables: Tables

    /// The lists made ready, once somebody looks for something: most commands do not.
    private final class Tables: Sendable {
        private let made = Mutex<[HeldWordTable]?>(nil)

        func of(_ lists: [HeldWordList]) -> [HeldWordTable] {
            made.withLock { made in
                let tables = made ?? lists.map { HeldWordTable($0) }
                made = tables
                return tables
            }
        }
    }

    /// A finder by a school's lists.
    public init(_ lists: [HeldWordList]) {
        self.lists = lists.sorted { $0.language < $1.language }
        tables = Tables()
    }

    /// One that finds nothing.
    public static let none = HeldWordFinder([])

    /// Whether there is nothing that could be found.
    public var isEmpty: Bool { lists.allSatisfy(\.isEmpty) }

    /// The languages of the lists.
    public var languages: [String] { lists.map(\.language) }

    /// Looks through article after article.
    public func reading() -> HeldWordReading {
        HeldWordReading(tables.of(lists).map { HeldWordScan($0) }, languages: languages)
    }

    /// The lists decide.
    public static func == (left: HeldWordFinder, right: HeldWordFinder) -> Bool { left.lists == right.lists }

    /// The lists decide.
    public func hash(into hasher: inout Hasher) { hasher.combine(lists) }
}

/// Looks for held words in article after article; for one task at a time.
public struct HeldWordReading {
    private var scans: [HeldWordScan]
    private let languages: [String]

    init(_ scans: [HeldWordScan], languages: [String]) {
        self.scans = scans
        self.languages = languages
    }

    /// What an article is held for; nil: for nothing. `parts`: its title first, then its text and what else there is; a phrase stands in
    /// one of them. `language`: the article's; one that no list is in, or none, is looked at by all lists. `atLeast`: by lines that
    /// hold below this grade or a higher one.
    public mutating func verdict(_ parts: [String], language: String?, atLeast least: Int = 1) -> HeldVerdict? {
        let language = language.map { String($0.lowercased().prefix { $0 != "-" && $0 != "_" }) }
        let own = scans.indices.filter { languages[$0] == language }
        var sightings: [HeldVerdict.Sighting] = []
        for number in own.isEmpty ? Array(scans.indices) : own {
            sightings += scans[number].sightings(in: parts, atLeast: least)
        }
        return HeldVerdict(sightings)
    }
}

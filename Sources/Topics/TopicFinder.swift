/// What a family has to do with articles: what may be claimed, and what must be kept back.
public struct TopicFinder: Sendable {
    /// The family.
    public let family: TopicFamily
    private let finders: [String: FamilyFinder]
    private let fallback: String?

    /// A finder of a family.
    public init(_ family: TopicFamily) {
        self.family = family
        finders = family.words.reduce(into: [:]) { $0[$1.key] = FamilyFinder($1.value, language: $1.key) }
        fallback = family.words.keys.contains("en") ? "en" : family.words.keys.sorted().first
    }

    /// The languages that it has words in.
    var languages: Dictionary<String, FamilyFinder>.Keys { finders.keys }

    /// The words that what it looks for begins with, in articles of a language.
    func firstWords(for language: String) -> [String] { finder(for: language).map { Array($0.firstWords) } ?? [] }

    /// The places in an article where something can begin, ascending.
    struct Starts {
        var title: [Int] = []
        var tags: [Int: [Int]] = [:]
        var body: [Int] = []
    }

    /// Looks for the family at some places of an article.
    func findings(in article: Article, at starts: Starts) -> Findings {
        guard let finder = finder(for: article) else { return Findings(title: [], tags: [], body: [], bodyWords: 0) }
        return supported(
            Findings(
                title: finder.sightings(in: article.title, at: starts.title),
                tags: article.tags.enumerated().flatMap { finder.sightings(in: $1, at: starts.tags[$0] ?? []) },
                body: finder.sightings(in: article.body, at: starts.body), bodyWords: article.body.words.count,
                isAlone: family.topic == nil, isBroad: family.isBroad == true), finder, article)
    }

    private func finder(for article: Article) -> FamilyFinder? { finder(for: article.language) }

    private func finder(for language: String?) -> FamilyFinder? {
        finders[language.flatMap { finders[$0] == nil ? nil : $0 } ?? fallback ?? "en"]
    }

    /// A title, tags and text as they are looked through, so that it is read once for many families.
    public struct Article: Sendable {
        let title: TopicText
        let tags: [TopicText]
        let body: TopicText
        let language: String?

        /// An article. `language`: a primary tag; nil: not known.
        public init(title: String, tags: [String], text: String, language: String?) {
            let own = language ?? "en"
            self.title = TopicText(title, language: own)
            self.tags = tags.map { TopicText($0, language: own) }
            body = TopicText(text, language: own)
            self.language = language
        }
    }

    /// What there is of a family in an article.
    public struct Findings: Sendable {
        let title: [FamilyFinder.Sighting]
        let tags: [FamilyFinder.Sighting]
        let body: [FamilyFinder.Sighting]
        let bodyWords: Int
        /// Whether the family has but one member that could be found.
        var isAlone = false
        /// Whether the family's words are used of many things.
        var isBroad = false
        /// By how many different words title and text tell the topic: members, and everyday words of its company.
        var support = 0

        /// Nothing.
        public static let nothing = Findings(title: [], tags: [], body: [], bodyWords: 0)

        /// Whether nothing of it stands there.
        public var isEmpty: Bool { title.isEmpty && tags.isEmpty && body.isEmpty }

        /// Whether the article is about the topic, for somebody who likes it: a tag names it; or the title does and the text speaks of
        /// it; or the text speaks of it by several of its members, more than in one place.
        public var isAbout: Bool {
            // A tag that is used of many things is not enough by itself.
            if tags.contains(where: { $0.width == .name }), !isBroad || !title.isEmpty || body.count > 1 { return true }
            return speaksOfIt && (isAlone || support >= leastSupport)
        }

        /// How many different words must tell the topic: the more, the more there is to read, and more of a topic whose words are used of
        /// many things. A single word that comes again and again may mean something else: the year of the horse, eating the dogfood.
        private var leastSupport: Int {
            if bodyWords < Self.shortBody { return 1 }
            return (bodyWords < Self.fewWords ? 2 : 3) + (isBroad ? 2 : 0)
        }

        /// A text of fewer words cannot be expected to have many of a topic's.
        private static let fewWords = 80

        /// Whether title and text have members enough.
        var speaksOfIt: Bool {
            let (title, body) = (title.filter { $0.width < .wide }, body.filter { $0.width < .wide })
            if !title.isEmpty,
                !body.isEmpty || (bodyWords < Findings.shortBody && title.contains { $0.width != .unsure })
            {
                return true
            }
            guard body.count >= 3, isAlone || Set(body.map { $0.member }).count >= 2, let first = body.first,
                let last = body.last
            else { return false }
            return Double(last.start - first.start) > Findings.leastSpread * Double(bodyWords)
        }

        /// A text of fewer words cannot be expected to say the title's words again.
        fileprivate static let shortBody = 25
        /// Members that stand closer together than this share of the text are a passage.
        private static let leastSpread = 0.15

        /// Whether somebody who never wants the topic would object to the article.
        ///
        /// A single member that has another meaning is not enough: most towns have a football club.
        public var isOf: Bool {
            let all = title + tags + body
            return all.contains { $0.width != .unsure } || Set(all.map { $0.member }).count > 1
        }

        /// How often its members stand there that belong to it, in title and tags three times each: as the words of an article count.
        public var count: Int {
            func count(_ sightings: [FamilyFinder.Sighting]) -> Int { sightings.count { $0.width < .wide } }
            return 3 * (count(title) + count(tags)) + count(body)
        }

        /// Whether the title names it.
        public var isInTitle: Bool { title.contains { $0.width < .unsure } }

        /// How much it is about the topic, to order articles by: title before tags before text.
        public var score: Double? {
            guard !isEmpty else { return nil }
            func count(_ sightings: [FamilyFinder.Sighting]) -> Double { Double(sightings.count { $0.width < .wide }) }
            return 3 * count(title) + 2 * count(tags) + count(body) + 0.3 * Double(body.count)
        }

        /// The words as they are told within a sentence: in small letters, unless they are a name.
        public func spokenWords(atMost limit: Int) -> [String] {
            // What has another meaning is told only where nothing else is there to tell.
            let all = (title + tags + body).filter { $0.width < .wide }
            let sure = all.filter { $0.width < .unsure }
            var seen: Set<String> = []
            return (sure.isEmpty ? all : sure).filter { seen.insert($0.words.lowercased()).inserted }
                .prefix(limit).map { $0.isProper ? $0.words : $0.words.lowercased() }
        }

        /// The words of the article that tell it, as it has them, each once, in the order of title, tags and text.
        public func words(forOptOut: Bool, atMost limit: Int = 6) -> [String] {
            var seen: Set<String> = []
            let all = (title + tags + body).filter { forOptOut || $0.width < .wide }
            return all.map { $0.words }.filter { seen.insert($0.lowercased()).inserted }.prefix(limit).map { $0 }
        }
    }

    /// Whether an article holds what only has a member's letters: then the family alone decides, and no likeness of words.
    public func hasOthers(in article: Article) -> Bool {
        guard let finder = finder(for: article) else { return false }
        return ([article.title, article.body] + article.tags).contains { finder.hasOthers(in: $0) }
    }

    /// Looks for the family in an article. `language`: of the article, a primary tag; nil: not known.
    public func findings(title: String, tags: [String], text: String, language: String?) -> Findings {
        let language = language.flatMap { finders[$0] == nil ? nil : $0 } ?? fallback ?? "en"
        return findings(in: Article(title: title, tags: tags, text: text, language: language))
    }

    /// Looks for the family in an article that was read before. One in a language that the family has no words in is looked
    /// through for those of English, or else of the first that it has.
    public func findings(in article: Article) -> Findings {
        guard let finder = finder(for: article) else { return Findings(title: [], tags: [], body: [], bodyWords: 0) }
        return supported(
            Findings(
                title: finder.sightings(in: article.title), tags: article.tags.flatMap { finder.sightings(in: $0) },
                body: finder.sightings(in: article.body), bodyWords: article.body.words.count,
                isAlone: family.topic == nil, isBroad: family.isBroad == true), finder, article)
    }

    /// Findings with how many different words tell the topic: asked only where there are members enough.
    private func supported(_ findings: Findings, _ finder: FamilyFinder, _ article: Article) -> Findings {
        guard !findings.isAlone, findings.speaksOfIt else { return findings }
        var findings = findings
        // Of a topic without company, as dictionaries and schools make them, nothing more can be asked.
        guard finder.hasCompany else {
            findings.support = .max
            return findings
        }
        func hard(_ sightings: [FamilyFinder.Sighting]) -> [FamilyFinder.Sighting] {
            sightings.filter { $0.width < .unsure }
        }
        let isSure = !hard(findings.title).isEmpty || !hard(findings.body).isEmpty
        let roots = finder.roots(of: hard(findings.title), in: article.title, companyToo: true)
            .union(finder.roots(of: hard(findings.body), in: article.body, companyToo: true))
        // Words that have other meanings support one another only where there are many of them: platforms and tracks are no trains.
        findings.support = roots.count - (isSure ? 0 : 2)
        return findings
    }
}

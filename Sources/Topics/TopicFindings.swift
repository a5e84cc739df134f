/// What there is of a family in an article.
public struct TopicFindings: Sendable {
    let article: TopicArticle
    let title: [TopicSighting]
    let tags: [TopicSighting]
    let body: [TopicSighting]
    /// Whether the family has but one member that could be found.
    var isAlone = false
    /// Whether the family's words are used of many things.
    var isBroad = false
    /// Whether something stands there that holds a member's letters and is something else.
    public var hasOthers = false
    /// By how many different words title and text tell the topic: members, and everyday words of its company.
    var support = 0

    private var bodyWords: Int { article.body.words.count }

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
            !body.isEmpty || (bodyWords < Self.shortBody && title.contains { $0.width != .unsure })
        {
            return true
        }
        guard body.count >= 3, Double(body.count) >= Self.leastDensity * Double(bodyWords),
            isAlone || Set(body.map { $0.member }).count >= 2, let first = body.first,
            let last = body.last
        else { return false }
        return Double(last.start - first.start) > Self.leastSpread * Double(bodyWords)
    }

    /// A text of fewer words cannot be expected to say the title's words again.
    private static let shortBody = 25
    /// Members that stand closer together than this share of the text are a passage.
    private static let leastSpread = 0.15
    /// A text that the title does not announce and that has fewer members a word speaks of the topic in passing.
    private static let leastDensity = 1.0 / 150

    /// Whether somebody who never wants the topic would object to the article.
    ///
    /// A single member that has another meaning is not enough: most towns have a football club.
    public var isOf: Bool {
        let all = title + tags + body
        return all.contains { $0.width != .unsure } || Set(all.map { $0.member }).count > 1
    }

    /// How often its members stand there that belong to it, in title and tags three times each: as the words of an article count.
    public var count: Int {
        func count(_ sightings: [TopicSighting]) -> Int { sightings.count { $0.width < .wide } }
        return 3 * (count(title) + count(tags)) + count(body)
    }

    /// Whether the title names it.
    public var isInTitle: Bool { title.contains { $0.width < .unsure } }

    /// How much it is about the topic, to order articles by: title before tags before text.
    public var score: Double? {
        guard !isEmpty else { return nil }
        func count(_ sightings: [TopicSighting]) -> Double { Double(sightings.count { $0.width < .wide }) }
        return 3 * count(title) + 2 * count(tags) + count(body) + 0.3 * Double(body.count)
    }

    /// The words as they are told within a sentence: in small letters, unless they are a name.
    public func spokenWords(atMost limit: Int) -> [String] {
        // What has another meaning is told only where nothing else is there to tell.
        let all = (title + tags + body).filter { $0.width < .wide }
        let sure = all.filter { $0.width < .unsure }
        var seen: Set<String> = []
        return (sure.isEmpty ? all : sure).map { (words: written($0), isProper: $0.isProper) }
            .filter { seen.insert($0.words.lowercased()).inserted }
            .prefix(limit).map { $0.isProper ? $0.words : $0.words.lowercased() }
    }

    /// The words of the article that tell it, as it has them, each once, in the order of title, tags and text.
    public func words(forOptOut: Bool, atMost limit: Int = 6) -> [String] {
        var seen: Set<String> = []
        let all = (title + tags + body).filter { forOptOut || $0.width < .wide }
        return all.map { written($0) }.filter { seen.insert($0.lowercased()).inserted }.prefix(limit).map { $0 }
    }

    /// A member as it stands in the article.
    private func written(_ sighting: TopicSighting) -> String {
        article.texts[sighting.part].written(sighting.range)
    }
}

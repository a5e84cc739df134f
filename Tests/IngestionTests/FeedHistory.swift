import Content
import TestSupport

/// A made-up publisher with some articles, whose feed shows some of them at each reading, in any order, spelled and corrected
/// as publishers do. It knows which entry is which article: the number of each stands in its category.
struct FeedHistory {
    /// How a publisher names its articles.
    enum Guids: CaseIterable { case none, own, ownAddress, atTimes, inPairs, sameForAll }
    /// Where its articles stand.
    enum Places: CaseIterable { case own, onePage, homePage, none }

    struct Article {
        let number: Int
        var title: String
        var text: String
        var date: Timestamp?
        /// What was shown of it last; nil before its first sight.
        var shown: String?
        /// How many states of title and text have been shown.
        var states = 0
    }

    let guids: Guids
    let places: Places
    let isDated: Bool
    private(set) var articles: [Article] = []
    private var random: SeededRandom
    private var documents = 0
    private var nextWord = 0

    init(_ guids: Guids, _ places: Places, isDated: Bool, seed: UInt64) {
        self.guids = guids
        self.places = places
        self.isDated = isDated
        random = SeededRandom(seed: seed)
        for _ in 0..<random.number(2...7) { addArticle() }
    }

    /// Whether an article is known whatever becomes of its title and text: by a guid or an address of its own. Where it has
    /// neither, only one of the two is corrected at a time.
    var isNamed: Bool { places == .own || guids == .own || guids == .ownAddress }

    /// The next document, and the numbers of the articles in it.
    mutating func document() -> (bytes: [UInt8], numbers: [Int]) {
        documents += 1
        // What all articles share shows only where several stand together: so they do in the first document.
        if documents > 1, guids != .inPairs, random.chance(0.4) { addArticle() }
        let least = documents == 1 ? articles.count : 1
        let chosen = random.some(random.number(least...articles.count), of: Array(articles.indices))
        var items: [String] = []
        for index in chosen {
            if articles[index].states > 0 { correct(index) }
            let state = articles[index].title + "\n" + articles[index].text
            if state != articles[index].shown { articles[index].states += 1 }
            articles[index].shown = state
            // An entry may be listed twice.
            for _ in 0..<(random.chance(0.15) ? 2 : 1) { items.append(item(articles[index])) }
        }
        items.shuffle(using: &random)
        let head = "<title>T</title><link>\(spelled("http://x.example/"))</link><ttl>\(documents)</ttl>"
        let rss = "<rss version=\"2.0\"><channel>\(head)\(items.joined())</channel></rss>"
        return (Array(rss.utf8), chosen.map { articles[$0].number })
    }

    private mutating func addArticle() {
        let number = articles.count
        let date = Sample.now.adding(seconds: Int64(-number * 3_600 - 7))
        articles.append(
            Article(
                number: number, title: "\(words(4)) \(number)", text: words(40), date: isDated ? date : nil))
    }

    private mutating func correct(_ index: Int) {
        // Nothing but its text names an article without guid, date and an address that is not the feed's own.
        let mayChangeText = isNamed || isDated || places == .onePage
        let changesTitle = random.chance(0.25)
        if changesTitle { articles[index].title = "\(words(5)) \(index)" }
        if mayChangeText, isNamed || !changesTitle, random.chance(0.25) { articles[index].text = words(35) }
    }

    private mutating func item(_ article: Article) -> String {
        var parts = ["<title>\(article.title)</title>", "<description>\(article.text)</description>"]
        parts.append("<category>n\(article.number)</category>")
        switch places {
        case .own: parts.append("<link>\(spelled("http://x.example/articles/\(article.number)"))</link>")
        case .onePage: parts.append("<link>\(spelled("http://x.example/today"))</link>")
        case .homePage: parts.append("<link>\(spelled("http://x.example/"))</link>")
        case .none: break
        }
        let guid: String? =
            switch guids {
            case .none: nil
            case .own: "id-\(article.number)"
            case .ownAddress: spelled("http://x.example/?p=\(article.number)")
            case .atTimes: documents % 3 == 0 ? nil : "id-\(article.number)"
            case .inPairs: "id-\(article.number / 2)"
            case .sameForAll: "0"
            }
        if let guid { parts.append("<guid isPermaLink=\"false\">\(guid)</guid>") }
        if let date = article.date, !isNamed || article.states == 1 || random.chance(0.8) {
            parts.append("<pubDate>\(date.iso)</pubDate>")
        }
        return "<item>" + parts.shuffled(using: &random).joined() + "</item>"
    }

    /// An address as somebody might spell it, ready for XML.
    private mutating func spelled(_ address: String) -> String {
        var address = address
        if random.chance(0.4) { address = address.replacing("http://", with: "https://") }
        if random.chance(0.3) { address = address.replacing("://", with: "://www.") }
        let hasQuery = address.contains("?")
        if !hasQuery, random.chance(0.4) {
            address = address.hasSuffix("/") ? String(address.dropLast()) : address + "/"
        }
        if random.chance(0.4) {
            let tracking = random.pick([
                "utm_source=rss&amp;utm_medium=feed", "fbclid=Iw3", "ref=rss", "source=rss----1a",
                "mc_cid=7&amp;mc_eid=8",
                "at_custom1=x", "CMP=rss", "feature=share", "pk_campaign=y", "ref=reader.example", "gclid=1;utm_id=2",
            ])
            address += (hasQuery ? "&amp;" : "?") + tracking
        }
        if !hasQuery, random.chance(0.2) { address += "#comments" }
        return address
    }

    /// So many made-up words that no other text of this history has.
    private mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in
            nextWord += 1
            return random.pick(["river", "stone", "cloud", "lamp", "fern"]) + "\(nextWord)x"
        }.joined(separator: " ")
    }
}

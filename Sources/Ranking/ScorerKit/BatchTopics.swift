import Content
import Synchronization
import TextAnalysis
import Topics

/// Which items of a batch have to do with a topic, by the family that its phrase was resolved to: other words for it, kinds,
/// translations. A phrase that nothing widens means what it says.
///
/// A class, because all who ask share what was found; nothing else of it changes, so the order of asking does not show.
public final class BatchTopics: Sendable {
    /// The families of the phrases.
    package let families: TopicFamilies
    let items: [ContentItem]
    let phrases: PhraseIndex
    private let known = Mutex<[Key: TopicReach]>([:])
    private let matched = Mutex<[Key: PhraseMatches]>([:])
    private let meanings = Mutex<[Key: [Float]?]>([:])
    private let kept = Mutex<[String: [Int]]>([:])
    let nearby = Mutex<[String: [Int]]>([:])
    private let subjects = Mutex<[[String]]?>(nil)
    private let formsOfWords = Mutex<[String: [Int32]]?>(nil)

    /// A family by its number, or a phrase that means what it says.
    private enum Key: Hashable, Comparable {
        case family(Int)
        case phrase(String)
    }

    /// The languages that have rules of their own for what is one word; others are read as the first.
    private static let ruled = ["en", "es"]

    /// From so many topics on all items are read through once; fewer are looked for where the index of words points to.
    private static let many = 24

    init(_ families: TopicFamilies, items: [ContentItem], phrases: PhraseIndex) {
        self.families = families
        self.items = items
        self.phrases = phrases
    }

    /// Where a topic stands in the items, for somebody who likes it and reads these languages, their own first: by its own words, and by
    /// the members of its family that belong to it, in whatever language.
    public func matches(of phrase: String, languages: [String]) -> PhraseMatches {
        let key = key(of: phrase, languages)
        guard isMoreThanWords(key) else { return phrases.matches(of: Phrase(phrase)) }
        if let known = matched.withLock({ $0[key] }) { return known }
        let own = ownItems(phrase)
        var counts = Dictionary(
            reach(of: key).counts.map { ($0.item, $0.count) }, uniquingKeysWith: { first, _ in first })
        // Its word in another form, or in another sense, is a hint and no more.
        for item in own where counts[item] == nil { counts[item] = 1 }
        let items = counts.keys.sorted()
        let matches = PhraseMatches(items: items, counts: items.map { counts[$0] ?? 1 }, of: self.items.count)
        matched.withLock { $0[key] = matches }
        return matches
    }

    /// The direction of a topic in the space of meanings; see ``PhraseIndex/meaning(of:)``.
    public func meaning(of phrase: String, languages: [String]) -> [Float]? {
        let key = key(of: phrase, languages)
        guard isMoreThanWords(key) else { return phrases.meaning(of: Phrase(phrase)) }
        if let known = meanings.withLock({ $0[key] }) { return known }
        let meaning = phrases.meaning(of: Phrase(phrase), found: matches(of: phrase, languages: languages))
        meanings.withLock { $0[key] = meaning }
        return meaning
    }

    /// How near each item is to a topic in the space of meanings, −1…1; nil where it has no place there.
    public func nearness(to phrase: String, languages: [String]) -> [Float]? {
        guard let direction = meaning(of: phrase, languages: languages) else { return nil }
        return phrases.nearness(towards: direction)
    }

    /// The words of an item by which it may be said to be about a topic, in small letters unless they are names; nil: it is not, and nobody is told so.
    public func words(telling phrase: String, languages: [String], in item: Int) -> [String]? {
        reach(of: key(of: phrase, languages))[item]?.words
    }

    /// What a topic is called in the other languages that its family has words in, by their tags; nil where nothing widens it.
    public func names(of phrase: String, languages: [String]) -> [String: String]? {
        families.family(of: phrase, said: languages.first).flatMap { $0.topic == nil ? nil : $0.otherNames }
    }

    /// What tells a topic from others, in whatever words it is said: the lexicon's name for it, or else the phrase in small letters.
    public func name(of phrase: String, languages: [String]) -> String {
        families.family(of: phrase, said: languages.first)?.topic ?? phrase.lowercased()
    }

    /// Whether a phrase means the same topic as another that somebody said, in whatever language.
    public func isSame(_ phrase: String, languages: [String], as other: String) -> Bool {
        if phrase.lowercased() == other.lowercased() { return true }
        guard let own = families.family(of: phrase, said: languages.first)?.topic else { return false }
        return families.numbers(of: other).contains { families.all[$0].topic == own }
    }

    /// Whether a word stands in an item and means a topic there: a member of its family, or the topic's own word in any form, with what
    /// else stands beside it. What an item may be said to be about is another question; see ``words(telling:languages:in:)``.
    public func isWord(_ word: String, of phrase: String, languages: [String], in item: Int) -> Bool {
        let wanted = word.lowercased()
        let isAsWritten = PhraseKey(phrase, language: "en").isAsWritten
        if !isAsWritten, phrases.spellings(of: Phrase(phrase), in: item).contains(wanted) { return true }
        let family =
            families.family(of: phrase, said: languages.first)
            ?? TopicFamily(itself: phrase, languages: [items[item].language ?? "en"])
        let members = TopicFinder(family).findings(in: article(item)).words(forOptOut: true, atMost: .max)
            .map { $0.lowercased() }
        if members.contains(wanted) { return true }
        let parts = Words.split(wanted).map { $0.lowercased() }
        guard parts.count > 1, Phrase(word).isFound(in: text(item), language: items[item].language) else {
            return false
        }
        let own = Set(members + phrases.spellings(of: Phrase(phrase), in: item))
        return parts.contains { own.contains($0) }
    }

    /// Whether an item's title names a topic that the item is about.
    public func isInTitle(_ phrase: String, languages: [String], of item: Int) -> Bool {
        reach(of: key(of: phrase, languages))[item].map { $0.isInTitle && $0.words != nil } ?? false
    }

    /// The items that are about a topic, ascending: what somebody who asks for it is given.
    public func about(_ phrase: String, languages: [String]) -> [Int] {
        reach(of: key(of: phrase, languages)).items { $0.words != nil }
    }

    /// The topics that an item is about, of all that anybody of the school has spoken of: the phrases that they were first said by, sorted.
    package func subjects(of item: Int) -> [String] {
        if let known = subjects.withLock({ $0 }) { return known[item] }
        lookForAll()
        var found = [[String]](repeating: [], count: items.count)
        var seen: Set<String> = []
        for number in families.inForce.sorted() {
            let family = families.all[number]
            guard let topic = family.topic, seen.insert(topic).inserted else { continue }
            for item in reach(of: .family(number)).items(where: { $0.words != nil }) {
                found[item].append(family.phrase)
            }
        }
        for item in found.indices { found[item].sort() }
        subjects.withLock { $0 = found }
        return found[item]
    }

    /// The items that whoever never wants a topic would object to, ascending: with a member of its family, or of a feed that is named
    /// for one. Where nothing widens the phrase, those with its own words in any of their forms.
    public func kept(from phrase: String) -> [Int] {
        let name = phrase.lowercased()
        let widened = families.numbers(of: name).filter { families.all[$0].topic != nil }
        let own = ownItems(phrase)
        guard !widened.isEmpty else { return own }
        if let known = kept.withLock({ $0[name] }) { return known }
        let reaches = widened.map { reach(of: .family($0)) }
        // Its own words in any of their forms hold as well, in every language: but for an article that has what is something else.
        let others = Set(reaches.flatMap { $0.items { $0.hasOthers } })
        let sorted = Set(reaches.flatMap { $0.items { $0.isOf } }).union(own.filter { !others.contains($0) }).sorted()
        kept.withLock { $0[name] = sorted }
        return sorted
    }

    /// Looks for the topics of learners, all at once: what is asked for afterwards is there.
    package func look(for learners: [(profile: InterestProfile, languages: [String])]) {
        var keys: Set<Key> = []
        for (profile, languages) in learners {
            for topic in profile.wants + profile.strengths + profile.needs + profile.less {
                keys.insert(key(of: topic.phrase, languages))
                keys.formUnion(asWritten(topic.phrase))
            }
            for topic in profile.avoids {
                keys.formUnion(
                    families.numbers(of: topic.phrase).filter { families.all[$0].topic != nil }.map { .family($0) })
                keys.formUnion(asWritten(topic.phrase))
            }
        }
        look(for: keys)
    }

    /// Looks for all topics that were resolved, in one pass: where nearly all of them will be asked for.
    package func lookForAll() {
        var keys: Set<Key> = []
        for number in families.inForce {
            let family = families.all[number]
            keys.insert(family.topic == nil ? plain(family.phrase) : .family(number))
            keys.formUnion(asWritten(family.phrase))
        }
        look(for: keys)
    }

    /// The phrase itself where only the very word matches: its own items are found by reading, and not by the index.
    private func asWritten(_ phrase: String) -> [Key] {
        PhraseKey(phrase, language: "en").isAsWritten ? [plain(phrase)] : []
    }

    private func key(of phrase: String, _ languages: [String]) -> Key {
        if let number = families.number(of: phrase, said: languages.first), families.all[number].topic != nil {
            return .family(number)
        }
        return plain(phrase)
    }

    private func plain(_ phrase: String) -> Key {
        .phrase(PhraseKey(phrase, language: "en").isAsWritten ? phrase : phrase.lowercased())
    }

    /// Whether a topic is found by more, or by less, than the forms of its words.
    private func isMoreThanWords(_ key: Key) -> Bool {
        switch key {
        case .family: true
        case .phrase(let phrase): PhraseKey(phrase, language: "en").isAsWritten
        }
    }

    /// The items with a topic's own words in any of their forms, ascending; `US` and `C++` only as they are written.
    private func ownItems(_ phrase: String) -> [Int] {
        guard PhraseKey(phrase, language: "en").isAsWritten else { return phrases.matches(of: Phrase(phrase)).items }
        return reach(of: plain(phrase)).items { $0.count > 0 }
    }

    /// What an item has of a topic; nil: nothing.
    func part(of phrase: String, languages: [String], in item: Int) -> TopicReach.Part? {
        reach(of: key(of: phrase, languages))[item]
    }

    private func reach(of key: Key) -> TopicReach {
        if let known = known.withLock({ $0[key] }) { return known }
        look(for: [key])
        return known.withLock { $0[key] } ?? TopicReach()
    }

    private func look(for keys: Set<Key>) {
        let new = known.withLock { known in keys.filter { known[$0] == nil } }.sorted()
        guard !new.isEmpty else { return }
        let scan = TopicScan(
            new.map { key in
                switch key {
                case .family(let number): families.all[number]
                case .phrase(let phrase): TopicFamily(itself: phrase, languages: Self.ruled)
                }
            })
        let named = namesOfFeeds(scan)
        let likely = new.count < Self.many ? candidates(new, named) : Array(items.indices)
        let found = ParallelMap.map(likely.count) { place in
            scan.findings(in: self.article(likely[place]))
                .map { (family: $0.family, part: TopicReach.Part($0.findings)) }
        }
        var reaches = [TopicReach](repeating: TopicReach(), count: new.count)
        for (item, parts) in zip(likely, found) {
            var names = named[FeedName(items[item])] ?? []
            for (family, part) in parts {
                var part = part
                if names.remove(family) != nil { part.isOf = true }
                reaches[family].add(item, part)
            }
            for family in names.sorted() { reaches[family].add(item, .named) }
        }
        known.withLock { known in
            for (key, reach) in zip(new, reaches) where known[key] == nil { known[key] = reach }
        }
    }

    private struct FeedName: Hashable {
        var title: String
        var language: String?

        init(_ item: ContentItem) {
            title = item.feedTitle
            language = item.language
        }
    }

    /// The topics that the names of feeds are of, for whoever never wants them.
    private func namesOfFeeds(_ scan: TopicScan) -> [FeedName: Set<Int>] {
        var named: [FeedName: Set<Int>] = [:]
        for item in items where named[FeedName(item)] == nil {
            let article = TopicArticle(title: item.feedTitle, tags: [], text: "", language: item.language)
            named[FeedName(item)] = Set(scan.findings(in: article).filter { $0.findings.isOf }.map { $0.family })
        }
        return named
    }

    private func text(_ number: Int) -> String {
        let item = items[number]
        return ([item.title] + item.tags + [ItemBatch.document(item).body]).joined(separator: "\n")
    }

    private func article(_ number: Int) -> TopicArticle {
        let item = items[number]
        return TopicArticle(
            title: item.title, tags: item.tags, text: ItemBatch.document(item).body, language: item.language)
    }

    /// The forms of the index that come to a word as topics compare words, made once: what is found by way of the index is what reading
    /// everything finds.
    private func topicForms() -> [String: [Int32]] {
        if let made = formsOfWords.withLock({ $0 }) { return made }
        var forms: [String: [Int32]] = [:]
        for (number, form) in phrases.model.table.forms.enumerated() {
            for word in TopicText.forms(of: form.spelling, language: form.language) {
                forms[word, default: []].append(Int32(number))
            }
        }
        formsOfWords.withLock { $0 = forms }
        return forms
    }

    /// Items that may hold a member: by the index of all words, and by the names of their feeds.
    private func candidates(_ keys: [Key], _ named: [FeedName: Set<Int>]) -> [Int] {
        var items: Set<Int> = []
        var members: Set<String> = []
        for key in keys {
            switch key {
            case .phrase(let phrase): members.insert(phrase)
            case .family(let number):
                for words in families.all[number].words.values {
                    members.formUnion(words.members.map { $0.phrase } + words.not)
                }
            }
        }
        let index = topicForms()
        for language in Self.ruled {
            for member in members {
                // The index knows letters and digits: of C++ the C.
                guard let longest = PhraseKey(member, language: language).longestWord,
                    let forms = index[longest.filter { $0 != "+" && $0 != "#" }]
                else { continue }
                guard let holding = phrases.model.items(holding: forms) else { return Array(self.items.indices) }
                items.formUnion(holding)
            }
        }
        for (number, item) in self.items.enumerated() where named[FeedName(item)]?.isEmpty == false {
            items.insert(number)
        }
        return items.sorted()
    }
}

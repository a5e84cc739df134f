import Content
import Synchronization
import TextAnalysis
import Topics

/// The last look before a list goes out: what was said since it was made. A list may have waited days for approval or for
/// a disk; who has left or took consent back gets none, and what was opted out of or vetoed since is left out.
struct LastLook {
    private let rules: RulesByScope
    /// The classes that the edition's schedule is for; nil: all.
    private let named: Set<String>?
    private let unread: [TeacherRules.Unread]
    /// On what the school rests that learners are profiled.
    private let basis: LawfulBasis?
    /// What topics mean.
    private let families: TopicFamilies
    /// What was found, by article and topic: the same articles stand in many lists.
    private let seen = Remembered()

    private struct Seen: Hashable {
        var version: Int64
        var topic: String
    }

    private final class Remembered: Sendable {
        private let known = Mutex<[Seen: Bool]>([:])
        private let finders = Mutex<[String: [TopicFinder]]>([:])

        func finders(of topic: String, make: () -> [TopicFinder]) -> [TopicFinder] {
            if let made = finders.withLock({ $0[topic] }) { return made }
            let made = make()
            finders.withLock { $0[topic] = made }
            return made
        }

        func withLock<Value: Sendable>(_ use: (inout sending [Seen: Bool]) -> sending Value) -> Value {
            known.withLock(use)
        }
    }

    /// The edition of the lists: some rules end, and some are of one edition.
    private let edition: Edition?

    /// Looks at what holds now.
    init(
        _ stored: TeacherRules, of edition: Edition? = nil, named: Set<String>? = nil,
        topics: TopicFamilies = TopicFamilies(), basis: LawfulBasis? = nil
    ) {
        self.basis = basis
        self.edition = edition
        families = topics
        self.named = named
        rules = RulesByScope(stored.known)
        unread = stored.unread
    }

    /// The learner that facts speak of; nil for one who may not be sent a list.
    func addressee(_ id: LearnerID, _ facts: [Fact]) -> Learner? {
        guard !facts.isEmpty else { return nil }
        let learner = Learner(id: id, facts: facts)
        return learner.isServed && learner.mayBeProfiled(on: basis) ? learner : nil
    }

    /// A rule that is not understood and may keep something from a learner: nothing goes out to them.
    func unreadRule(for learner: Learner) -> Finding? { unread.first { $0.mayHold(for: learner) }?.finding }

    /// Which of a list's entries may go out, with their items. `profile`: the view of the learner's facts now.
    func allowed(
        _ entries: [(entry: ListEntry, item: ContentItem)], for learner: Learner, profile: InterestProfile
    ) -> [(entry: ListEntry, item: ContentItem)] {
        let standing = rules.standing(
            for: learner.id, terms: ClassTerms(of: learner, classes: [:], named: named), edition: edition)
        let assigned = Set(standing.pins.filter { $0.assigned }.map { $0.item })
        let vetoes = standing.vetoedTopics.map { $0.topic }
        let avoids = profile.avoids.map { $0.phrase }
        return entries.filter { _, item in
            if standing.vetoedItems[item.id] != nil || standing.vetoedFeeds[item.feed] != nil { return false }
            if vetoes.contains(where: { holds(item, $0) }) { return false }
            if assigned.contains(item.id) { return true }
            return profile.avoidedItems[item.id] == nil && !avoids.contains { holds(item, $0) }
        }
    }

    private func holds(_ item: ContentItem, _ topic: String) -> Bool {
        let key = Seen(version: item.version, topic: topic.lowercased())
        if let known = seen.withLock({ $0[key] }) { return known }
        let isHeld = isOf(item, topic)
        seen.withLock { $0[key] = isHeld }
        return isHeld
    }

    /// Whether an article has a topic's own words in any of their forms; `US` and `C++` only as they are written.
    private func hasWords(of topic: String, _ item: ContentItem) -> Bool {
        if PhraseKey(topic, language: "en").isAsWritten {
            let family = TopicFamily(itself: topic, languages: [item.language ?? "en"])
            let text = item.summary + "\n" + item.readText
            return !TopicFinder(family).findings(
                title: item.title, tags: item.tags, text: text, language: item.language
            ).isEmpty
        }
        let phrase = Phrase(topic)
        return ([item.title] + item.tags + [item.summary, item.readText]).contains {
            phrase.isFound(in: $0, language: item.language)
        }
    }

    /// Whether an article has a member of a topic's family; or the topic's own words in any of their forms, and nothing that only has
    /// its letters.
    private func isOf(_ item: ContentItem, _ topic: String) -> Bool {
        let hasOwn = hasWords(of: topic, item)
        let finders = seen.finders(of: topic.lowercased()) {
            families.numbers(of: topic).map { families.all[$0] }.filter { $0.topic != nil }.map { TopicFinder($0) }
        }
        guard !finders.isEmpty else { return hasOwn }
        let article = TopicArticle(title: item.title, tags: item.tags, text: item.wholeText, language: item.language)
        let name = TopicArticle(title: item.feedTitle, tags: [], text: "", language: item.language)
        let findings = finders.map { $0.findings(in: article) }
        return findings.contains { $0.isOf } || finders.contains { $0.findings(in: name).isOf }
            || (hasOwn && !findings.contains { $0.hasOthers })
    }
}

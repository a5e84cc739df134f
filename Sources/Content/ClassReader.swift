/// Who a class's page is for: nobody in particular. It stands where a learner stands while the page is made, looked at and put out, and in
/// no roster: there are no facts about it but those that follow from its class.
extension LearnerID {
    private static let readerPrefix = "class;"

    /// The reader of a class's page. No learner has such an id: none has a `;` in it, and what is said about one is not kept.
    public static func reader(ofClass name: String) -> LearnerID { LearnerID(rawValue: readerPrefix + name) }

    /// The class whose page it reads; nil: it is a learner's id.
    public var classRead: String? {
        rawValue.hasPrefix(Self.readerPrefix) ? String(rawValue.dropFirst(Self.readerPrefix.count)) : nil
    }

    /// What the ids of readers of classes' pages begin with.
    package static var beginOfReaders: String { readerPrefix }
}

/// What is known of the reader of a class's page: what is known of the class, and of its learners the lowest grade, so that the page is
/// fit for all, and what must never come to one of them, for who gets no list of their own gets this page.
public enum ClassReader {
    /// One who is or was in the class.
    public struct Member: Sendable {
        /// Them.
        public var learner: Learner
        /// What is known of them.
        public var facts: [Fact]

        /// Somebody by the facts about them.
        package init(id: LearnerID, facts: [Fact]) {
            learner = Learner(id: id, facts: facts)
            self.facts = facts
        }
    }

    /// Facts that say it; none where nobody is in the class. `language`: the class's own.
    public static func facts(ofClass name: String, language: String?, members: some Sequence<Member>) -> [Fact] {
        let there = members.filter { $0.learner.enrolled && $0.learner.classes.contains(name) }
        let own = there.map(\.learner)
        guard let lowest = own.map({ $0.isGradeKnown ? $0.grade : 0 }).min() else { return [] }
        // A class of several schools is none's: it gets what the whole district reads.
        let schools = Set(own.map(\.school))
        let known: [(Fact.Kind, String?)] = [
            (.name, name), (.classes, Fact.joined([name])), (.grade, String(lowest)), (.language, language),
            (.school, schools.count == 1 ? schools.first ?? nil : nil),
        ]
        return known.compactMap { kind, value in value.map { fact(kind, $0, ofClass: name) } }
            + barred(there, ofClass: name)
    }

    /// What must never come to one of some learners, in a fixed order and without who said it.
    private static func barred(_ members: [Member], ofClass name: String) -> [Fact] {
        let profiles = members.map { InterestProfile(facts: $0.facts) }
        let phrases = Set(profiles.flatMap { $0.avoids.map { $0.phrase.lowercased() } }).sorted()
        let items = Set(profiles.flatMap { $0.avoidedItems.keys }).sorted()
        return phrases.map { fact(.never, $0, ofClass: name) } + items.map { fact(.never, "", $0, ofClass: name) }
    }

    private static func fact(_ kind: Fact.Kind, _ value: String, _ item: ItemID? = nil, ofClass name: String) -> Fact {
        Fact(
            learner: .reader(ofClass: name), kind: kind, value: value, item: item, origin: .roster,
            at: Timestamp(seconds: 0))
    }
}

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

/// What is known of the reader of a class's page: what is known of the class, and of its learners the lowest grade alone, so that the
/// page is fit for all.
public enum ClassReader {
    /// Facts that say it; none where nobody is in the class. `language`: the class's own.
    public static func facts(ofClass name: String, language: String?, members: some Sequence<Learner>) -> [Fact] {
        let own = members.filter { $0.enrolled && $0.classes.contains(name) }
        guard let lowest = own.map({ $0.isGradeKnown ? $0.grade : 0 }).min() else { return [] }
        // A class of several schools is none's: it gets what the whole district reads.
        let schools = Set(own.map(\.school))
        let known: [(Fact.Kind, String?)] = [
            (.name, name), (.classes, Fact.joined([name])), (.grade, String(lowest)), (.language, language),
            (.school, schools.count == 1 ? schools.first ?? nil : nil),
        ]
        return known.compactMap { kind, value in
            value.map {
                Fact(
                    learner: .reader(ofClass: name), kind: kind, value: $0, origin: .roster, at: Timestamp(seconds: 0))
            }
        }
    }
}

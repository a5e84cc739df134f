/// Which phrases are skills, such as reading or grammar, and no topics: no article is about them, so they are not matched.
public struct SkillRule: Hashable, Sendable {
    private let keys: Set<[String]>

    /// Skills by their phrases; none unless some are given.
    public init(_ phrases: some Sequence<String> = [String]()) { keys = Set(phrases.map { Self.key($0) }) }

    /// Whether a phrase is a skill.
    public func isSkill(_ phrase: String) -> Bool { !keys.isEmpty && keys.contains(Self.key(phrase)) }

    /// A profile without needs and strengths that are skills.
    public func topics(of profile: InterestProfile) -> InterestProfile {
        guard !keys.isEmpty else { return profile }
        var topics = profile
        topics.needs.removeAll { isSkill($0.phrase) }
        topics.strengths.removeAll { isSkill($0.phrase) }
        return topics
    }

    /// A text that changes with them.
    public var digestText: String { keys.map { $0.joined(separator: " ") }.sorted().joined(separator: ";") }

    private static func key(_ phrase: String) -> [String] {
        phrase.lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0) }
    }
}

import Content
import Pipeline
import Store
import Topics

/// What somebody is told of a topic that must never come: what it keeps back, and in which of the learner's languages it is not known.
package enum TopicTold {
    /// How many other words are named a language.
    private static let most = 4
    /// How many topics of a file are told.
    private static let mostTopics = 20

    /// The lines about a phrase that was resolved, for a learner who reads some languages; none where it was not.
    package static func lines(_ families: TopicFamilies, of phrase: String, languages: [String]) -> [String] {
        guard let family = families.family(of: phrase, said: languages.first) else { return [] }
        guard family.topic != nil else {
            return [
                "No lexicon knows '\(family.phrase)': only that word itself is kept back. Say also what else it is called."
            ]
        }
        var lines = ["Kept back with it, \(others(family)) … ('gleaner topics show' has them all)."]
        let unknown = languages.filter { family.words[$0] == nil }
        if !unknown.isEmpty {
            lines.append("Not known in \(unknown.joined(separator: ", ")): say what it is called there, too.")
        }
        return lines
    }

    /// The lines about what a file newly says must never come: one a topic, however many learners it is for. What may not be named is
    /// left out.
    static func lines(
        _ new: [(phrase: String, languages: [String])], school: School, store: Store
    ) throws(StoreError) -> [String] {
        var languages: [String: Set<String>] = [:]
        var phrases: [String: String] = [:]
        for said in new where school.isNamedToOthers(said.phrase) {
            phrases[said.phrase.lowercased()] = phrases[said.phrase.lowercased()] ?? said.phrase
            languages[said.phrase.lowercased(), default: []].formUnion(said.languages)
        }
        var lines: [String] = []
        for (key, phrase) in phrases.sorted(by: { $0.key < $1.key }).prefix(mostTopics) {
            let read = (languages[key] ?? []).sorted()
            guard let family = try store.topics.families(of: phrase).family(of: phrase, said: read.first) else {
                continue
            }
            let unknown = read.filter { family.words[$0] == nil }
            let rest = unknown.isEmpty ? "" : " Not known in \(unknown.joined(separator: ", "))."
            lines.append(
                family.topic == nil
                    ? "never \(phrase): that word alone, no lexicon knows others."
                    : "never \(phrase): also \(others(family)) ….\(rest)")
        }
        if phrases.count > mostTopics {
            lines.append("… and \(phrases.count - mostTopics) more topics that never come.")
        }
        return lines
    }

    /// Some of the other words, by language.
    private static func others(_ family: TopicFamily) -> String {
        family.words.sorted { $0.key < $1.key }.map { language, words in
            let own = PhraseKey(family.phrase, language: language)
            let named = words.members.filter { $0.width != .unsure && PhraseKey($0.phrase, language: language) != own }
            return "\(language): " + named.prefix(most).map { $0.phrase }.joined(separator: ", ")
        }.joined(separator: "; ")
    }
}

import Content
import Pipeline
import Store
import Topics

/// What somebody is told of a topic that must never come: what it keeps back, and in which of the learner's languages it is not known.
package enum TopicTold {
    /// How many other words are named a language.
    private static let most = 4

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

    /// Some of the other words, by language.
    private static func others(_ family: TopicFamily) -> String {
        family.words.sorted { $0.key < $1.key }.map { language, words in
            let own = PhraseKey(family.phrase, language: language)
            let named = words.members.filter { $0.width != .unsure && PhraseKey($0.phrase, language: language) != own }
            return "\(language): " + named.prefix(most).map { $0.phrase }.joined(separator: ", ")
        }.joined(separator: "; ")
    }
}

import TextAnalysis

/// In which of its own words an item has what somebody said.
extension BatchTopics {
    /// How often a topic's words stand in an item in the topic's own sense, in title and tags three times each; 0 where something stands there that
    /// only has the letters of one of them.
    public func count(of phrase: String, languages: [String], in item: Int) -> Int {
        guard let part = part(of: phrase, languages: languages, in: item), !part.hasOthers else { return 0 }
        return Int(part.count)
    }

    /// Whether a phrase itself stands in an item, in any form or as the item's language calls its topic: not another word of its family.
    public func isNamed(_ phrase: String, languages: [String], in item: Int) -> Bool {
        !spellings(of: phrase, languages: languages, in: item).isEmpty
    }

    /// How an item spells a phrase itself, or what its language calls the topic; empty where neither stands there.
    public func spellings(of phrase: String, languages: [String], in item: Int) -> [String] {
        let language = items[item].language
        let names =
            [phrase] + (language.flatMap { self.names(of: phrase, languages: languages)?[$0] }.map { [$0] } ?? [])
        for name in names {
            let plain = Set(Words.split(name).flatMap { Self.plainForms(of: $0.lowercased()) })
            let spelled = phrases.spellings(of: Phrase(name), in: item).filter { spelling in
                Words.split(spelling).allSatisfy { !plain.isDisjoint(with: Self.plainForms(of: $0.lowercased())) }
            }
            if !spelled.isEmpty { return spelled }
        }
        return []
    }

    /// The plain forms that a word may come from: a reader sees *ship* in *ships*, and not *music* in *musical*.
    private static func plainForms(of word: String) -> Set<String> {
        var forms: Set<String> = [word]
        for (ending, instead) in [
            ("s", ""), ("es", ""), ("ies", "y"), ("ing", ""), ("ing", "e"), ("ers", ""), ("er", ""), ("ed", ""),
            ("ed", "e"),
            ("ces", "z"),
        ] where word.hasSuffix(ending) && word.count - ending.count + instead.count >= 3 {
            forms.insert(word.dropLast(ending.count) + instead)
        }
        return forms
    }
}

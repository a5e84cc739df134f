import Content

/// The words of pages that are not mails: a file a language, `en.yaml`, whose names and holes are those of the English file that ships.
///
/// A school's own file stands over the one that ships; what it lacks is taken from there, and what a language lacks from English.
package struct WordBook: Sendable {
    /// The words of one language.
    package struct Language: Sendable {
        /// The BCP 47 tag: the file's name.
        package let tag: String
        /// Whether it is written from right to left.
        package let isRightToLeft: Bool
        private static let longest = 500
        private let direction: TextDirection
        private let wordings: [String: Wording]

        fileprivate init(tag: String, wordings: [String: Wording]) {
            self.tag = tag
            self.wordings = wordings
            direction = TextDirection(language: tag)
            isRightToLeft = direction == .rightToLeft
        }

        /// The names of all words, in order.
        package var keys: [String] { wordings.keys.sorted() }

        /// The words of a name with its holes filled, each on one line, of bounded length, without what reorders its surroundings; the name itself
        /// where there are none, which a test looks for.
        package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
            wordings[key]?.filled(values.mapValues { CleanText.line($0, limit: Self.longest) }, direction: direction)
                ?? key
        }

        /// Whether there are words of that name.
        package func has(_ key: String) -> Bool { wordings[key] != nil }

        /// The names of the holes of a name's words.
        package func holes(of key: String) -> Set<String> { Set(wordings[key]?.holes ?? []) }

        /// The words that have no holes, as a template shows them.
        package var constants: [String: TemplateValue] {
            wordings.filter { $0.value.holes.isEmpty }
                .mapValues { .text($0.filled([:], direction: direction)) }
        }
    }

    /// The languages, by tag in small letters.
    private let languages: [String: Language]
    private let english: Language

    /// Reads the files of a folder that ships and those of the school's own, which may be missing.
    package init(shipped: String, own: String?) throws(RenderingSetupError) {
        let englishFile = "\(shipped)/\(WordingFolder.fallback).yaml"
        let names = try WordingFile(anythingIn: try RenderingFiles.text(of: englishFile), file: englishFile).wordings
        let known = names.mapValues { Set($0.holes) }
        var read: [String: [String: Wording]] = [:]
        for folder in [shipped, own].compactMap({ $0 }) {
            guard folder == shipped || RenderingFiles.isFolder(folder) else { continue }
            for name in try RenderingFiles.names(in: folder) where name.hasSuffix(".yaml") {
                let file = "\(folder)/\(name)"
                let words = try WordingFile(try RenderingFiles.text(of: file), file: file, known: known).wordings
                read[String(name.dropLast(5)).lowercased(), default: [:]].merge(words) { $1 }
            }
        }
        let fallback = names.merging(read[WordingFolder.fallback] ?? [:]) { $1 }
        english = Language(tag: WordingFolder.fallback, wordings: fallback)
        languages = Dictionary(
            uniqueKeysWithValues: read.map { tag, words in
                let base = fallback.merging(read[WordingFolder.primary(tag)] ?? [:]) { $1 }
                return (tag, Language(tag: tag, wordings: base.merging(words) { $1 }))
            })
    }

    /// The tags that there are words in, in order.
    package var tags: [String] { languages.keys.sorted() }

    /// The words of a language, of its primary tag, or English ones.
    package func language(_ tag: String) -> Language {
        let lowered = tag.lowercased()
        return languages[lowered] ?? languages[WordingFolder.primary(lowered)] ?? english
    }

    /// Whether there are words in a language.
    package func speaks(_ tag: String) -> Bool { languages[WordingFolder.primary(tag)] != nil }
}

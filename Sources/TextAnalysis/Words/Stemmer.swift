import CStemmer

/// Reduces words to stems by Snowball, so that `volcanoes` finds `volcano`. One object a language and task: the
/// library's stemmers are not for two threads at once, and this remembers the stems it has made.
public final class Stemmer {
    /// The language (BCP 47 primary tag).
    public let language: String
    private let handle: OpaquePointer?
    private var known: [String: String] = [:]

    /// The languages that words are stemmed in, by BCP 47 primary tag, with Snowball's name for each. Words of unknown
    /// language (`und`), mostly of texts too short to tell, are taken for English: an opt-out of `spider` must hold
    /// `Spiders!` too.
    private static let algorithms = [
        "ar": "arabic", "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish",
        "fr": "french", "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "nb": "norwegian",
        "nn": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
        "und": "english",
    ]

    /// A stemmer for a language; one that leaves words as they are where Snowball has none.
    public init(language: String) {
        self.language = language
        handle = Stemmer.algorithms[language].flatMap { sb_stemmer_new($0, "UTF_8") }
    }

    deinit {
        if let handle { sb_stemmer_delete(handle) }
    }

    /// The stem of a word, folded (see ``Words/folded(_:)``), whether its letters and marks are composed or apart.
    public func stem(_ word: some StringProtocol) -> String {
        let key = String(word)
        if let stem = known[key] { return stem }
        let stem = Words.folded(reduced(Words.visible(key).composed))
        known[key] = stem
        return stem
    }

    private func reduced(_ word: String) -> String {
        guard let handle else { return word }
        let bytes = Array(word.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            // The result belongs to the stemmer and holds until its next call: it is copied here, before that.
            guard let base = buffer.baseAddress, let stem = sb_stemmer_stem(handle, base, Int32(clamping: bytes.count))
            else { return word }
            let length = Int(sb_stemmer_length(handle))
            return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
        }
    }
}

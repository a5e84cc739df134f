/// Reads documents into rows of form numbers, one after another. New forms are added to its table.
public struct TextReader {
    /// The forms met so far.
    public private(set) var table: FormTable
    private var stemmers: [String: Stemmer] = [:]

    /// The name for an unknown language; see ``Stemmer`` for how its words are stemmed.
    static let unknownLanguage = "und"

    /// A reader that goes on with a table.
    package init(table: FormTable = FormTable()) { self.table = table }

    /// The row of a document.
    public mutating func row(of document: TextDocument) -> TextRow {
        let language = document.language ?? Self.unknownLanguage
        let stemmer = stemmers[language] ?? Stemmer(language: language)
        stemmers[language] = stemmer
        let stopWords = StopWords.of(language)
        var row = TextRow(forms: [], bodyStart: 0)
        func read(_ text: String) {
            Words.forEach(in: text) { spelling in
                let lower = spelling.lowercased()
                let form =
                    table.number(of: lower, language: language)
                    ?? table.add(
                        FormTable.Form(
                            language: language, spelling: lower, word: Words.folded(lower), stem: stemmer.stem(lower),
                            isStop: lower.utf8.count < 2 || stopWords.contains(lower)))
                row.forms.append(form)
            }
            row.forms.append(TextRow.separator)
        }
        read(document.title)
        for tag in document.tags { read(tag) }
        row.bodyStart = row.forms.count
        read(document.body)
        return row
    }
}

import Content

extension Paper {
    /// Its name in style sheets.
    var styleName: String {
        switch self {
        case .a4: "A4"
        case .letter: "letter"
        }
    }
}

/// Renders the lists of a class as one HTML file to print, black on white, one page a learner, with a strip to tick.
public struct PrintRenderer: Sendable {
    private let templates: Templates
    private let words: FixedWords
    private let reasons: ReasonWording

    /// A renderer with a school's templates and wordings.
    package init(templates: Templates, words: FixedWords, reasons: ReasonWording) {
        self.templates = templates
        self.words = words
        self.reasons = reasons
    }

    /// The file: one page for each document, in their order. `className` is shown in the file's title.
    public func render(_ documents: [ListDocument], className: String, paper: Paper) -> [UInt8] {
        var texts = PageTexts()
        return render(documents, className: className, paper: paper, texts: &texts)
    }

    /// The same, with what is known of the articles from other files, and kept for the next.
    public func render(
        _ documents: [ListDocument], className: String, paper: Paper, texts: inout PageTexts
    ) -> [UInt8] {
        let pages = documents.map {
            PageFields(
                shared: DocumentFields($0, words: words, reasons: reasons, texts: &texts.items), paper: paper)
        }
        // The file as a whole speaks the language of its first page; each page says its own.
        let spoken = pages.first?.shared.words ?? words.spoken(in: WordingFolder.fallback, to: .teacher)
        let date = documents.first.map { spoken.date($0.edition.date) } ?? ""
        return templates.page.render([
            "paper": .text(paper.styleName), "fileLang": .text(spoken.language.tag),
            "fileTitle": .text(
                spoken.text(.printTitle, ["class": CleanText.line(className, limit: 60), "date": date])),
            "pages": .list(pages.map { $0.fields(&texts) }),
        ])
    }
}

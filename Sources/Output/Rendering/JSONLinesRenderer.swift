import Content
import JSON

/// Renders lists as JSON Lines for programs: one object a list, its keys always in the same order.
///
/// Keys: `edition`, `listCode`, `role`, `learner`, `name`, `class`, `language`, `made`, `items` (`place`, `code`, `title`, `url`,
/// `feed`, `minutes`, `level`, `language`, `side`, `summary`, `reasons`, `difficulty`), `dial`, `didNotSpeak`, `notices`. Texts are whole;
/// absent values are `null`. A reason of more than a third of the items stands once among the notices, with their places.
public struct JSONLinesRenderer: Sendable {
    private let words: FixedWords
    private let reasons: ReasonWording

    /// A renderer with a school's wordings.
    package init(words: FixedWords, reasons: ReasonWording) {
        self.words = words
        self.reasons = reasons
    }

    /// One line for each document, each ending in LF.
    public func render(_ documents: [ListDocument]) -> [UInt8] {
        var output = JSONWriter(.lines)
        for document in documents {
            write(document, to: &output)
            output.endLine()
        }
        return output.takeBytes()
    }

    private func write(_ document: ListDocument, to output: inout JSONWriter) {
        output.open("{")
        output.key("edition")
        output.value(document.edition.description)
        output.key("listCode")
        output.value(document.listCode)
        output.key("role")
        output.value(document.role.rawValue)
        output.key("learner")
        output.value(document.learner?.rawValue)
        output.key("name")
        output.value(document.learnerName)
        output.key("class")
        output.value(document.className)
        output.key("language")
        output.value(WordingFolder.primary(document.language))
        output.key("made")
        output.value(document.made.iso)
        output.key("items")
        let spoken = DocumentFields(document, words: words, reasons: reasons)
        output.list(document.lines.enumerated()) { write($1.element, spoken.reasonsAlone(at: $1.offset), to: &$0) }
        output.key("dial")
        output.value(document.dial?.rawValue)
        output.key("didNotSpeak")
        output.value(document.silentScorers)
        output.key("notices")
        let remarks =
            document.lines.isEmpty ? document.notices.map { spoken.notice($0) } : spoken.answers + spoken.remarks
        output.value(remarks)
        output.close("}")
    }

    private func write(_ line: ListDocument.Line, _ reasons: [String], to output: inout JSONWriter) {
        output.open("{")
        output.key("place")
        output.value(line.place)
        output.key("code")
        output.value(line.code.rawValue)
        output.key("title")
        output.value(line.title)
        output.key("url")
        output.value(line.url)
        output.key("feed")
        output.value(line.feedTitle)
        output.key("minutes")
        output.value(line.minutes)
        output.key("level")
        output.value(Self.rounded(line.level))
        output.key("language")
        output.value(line.language)
        output.key("side")
        output.value(line.side.rawValue)
        output.key("summary")
        output.value(line.summary)
        output.key("reasons")
        output.value(reasons)
        output.key("difficulty")
        output.value(line.difficulty?.rawValue)
        output.close("}")
    }

    /// A number to two decimals, which its shortest text then has at most; nil for what is no level of anything.
    private static func rounded(_ value: Double?) -> Double? {
        guard let value, value.isFinite, value.magnitude < 1e12 else { return nil }
        // The sum makes 0 of -0.
        return (value * 100).rounded() / 100 + 0
    }
}

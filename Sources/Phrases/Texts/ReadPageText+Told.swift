import Content
import Ingestion
import JSON
import Pipeline
import UseCases

extension ReadPageText.Outcome: ToldAsItIs, ToldAsJSON {
    /// The title and the text.
    public var texts: [String] {
        switch page {
        case .failure(let problem): ["\(path): \(problem.words)"]
        case .success(let page):
            ["\(path): \(page.title?.text ?? "without a title"), \(page.words) words\n\n\(page.text)\n"]
        }
    }

    private struct Line: Encodable {
        let error: String?
        let path: Verbatim
        let text: Verbatim?
        let title: Verbatim?
        let words: Int?
    }

    /// One line; what is not known is left out.
    public func jsonLines() throws -> [String] {
        switch page {
        case .failure(let problem):
            [try JSONText.of(Line(error: problem.words, path: path, text: nil, title: nil, words: nil))]
        case .success(let page):
            [try JSONText.of(Line(error: nil, path: path, text: page.text, title: page.title, words: page.words))]
        }
    }

    /// 1 where the file could not be read.
    public var status: Int32 { if case .failure = page { 1 } else { 0 } }
}

extension UnreadPage: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .notFetched(let error): "\(error)"
        case .noAnswer: "The file cannot be read. Check the path."
        }
    }
}

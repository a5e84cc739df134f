import Content
import FeedParsing
import TextAnalysis

/// Reads the main text of an article's page, by which level, minutes and topics are measured. It reads a file alone and needs no working
/// folder.
public struct ReadPageText: UseCase {
    private let files = PageFile()

    /// For any file.
    package init() {}

    /// Which page.
    public struct Request: Sendable {
        /// The path of its file, plain or gzipped.
        public var path: String

        /// A page by its path.
        package init(path: String) { self.path = path }
    }

    /// What was found.
    public struct Outcome: Sendable {
        /// The file, as it was named.
        public var path: Verbatim
        /// The page, or why the file could not be read.
        public var page: Result<Page, UnreadPage>
    }

    /// What is found in a page.
    public struct Page: Hashable, Sendable {
        /// The article's title; nil where the page has none.
        public var title: Verbatim?
        /// Its main text, a paragraph a line.
        public var text: Verbatim
        /// The words of that text, by which minutes are estimated.
        public var words: Int
    }

    /// Reads it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) -> Outcome {
        Outcome(
            path: Verbatim(request.path),
            page: Result { () throws(UnreadPage) in
                let page = try files.page(at: request.path)
                return Page(
                    title: page.title.map { Verbatim($0) }, text: Verbatim(page.text), words: Words.count(page.text))
            })
    }
}

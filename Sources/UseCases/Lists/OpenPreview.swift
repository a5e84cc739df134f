import Content

/// Opens the views of a list in whatever somebody looks at pages with.
public struct OpenPreview: UseCase {
    private let opener: any Opener

    /// With an opener, or in the desktop's browser.
    package init(with opener: any Opener = BrowserOpener()) { self.opener = opener }

    /// Which page.
    public struct Request: Sendable {
        /// The path of the page that shows all views.
        public var page: String

        /// A page by its path.
        package init(page: String) { self.page = page }
    }

    /// Whether it is open.
    public struct Outcome: Sendable {
        /// The path of the page.
        public var page: Verbatim
        /// False where there is nothing to open it in.
        public var isOpen: Bool
    }

    /// Opens it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        Outcome(page: Verbatim(request.page), isOpen: opener.open(request.page))
    }
}

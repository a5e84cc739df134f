import Content
import Roster

/// Takes down a file of typed strips, one line a learner, each with whose strip it is.
public struct TakeTypedStrips: UseCase {
    private let open: SchoolAndStore

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// A file of strips.
    public struct Request: Sendable {
        /// The file's path.
        public var file: String
        /// What it is called where something in it is told.
        public var name: String
        /// Who said it.
        public var by: Fact.Origin
        /// The edition of the pages; nil: each learner's newest that went out.
        public var edition: Edition?

        /// The file at a path.
        package init(file: String, name: String, by: Fact.Origin, edition: Edition? = nil) {
            self.file = file
            self.name = name
            self.by = by
            self.edition = edition
        }
    }

    /// What was taken down.
    public typealias Outcome = TakenDown

    /// Takes it down.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> TakenDown {
        try PrintedLists(store: open.store).check(request.edition)
        let text = String(decoding: try GivenFile.bytes(of: request.file), as: UTF8.self)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0) }
        let typed = TypedStrip(open: open, edition: request.edition, origin: request.by)
        let file = StripPlace(source: .file(Verbatim(request.name)))
        var taken = TakenDown()
        for (number, line) in lines.enumerated() {
            guard let strip = StripLine(line, line: number + 1, isNamed: true) else { continue }
            taken.add(try typed.take(strip, asked: nil, at: file.line(number + 1), now: now))
        }
        return taken
    }
}

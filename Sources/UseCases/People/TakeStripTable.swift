import Content
import Foundation
import Pipeline
import Roster

/// Takes down filled-in strips of printed pages, typed in as `wishes.csv`.
public struct TakeStripTable: UseCase {
    private let open: SchoolAndStore

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// A table of strips.
    public struct Request: Sendable {
        /// The table's path.
        public var file: String
        /// The edition of the pages, which somebody must have a list of; nil: any.
        public var edition: Edition?

        /// The table at a path.
        package init(file: String, edition: Edition? = nil) {
            self.file = file
            self.edition = edition
        }
    }

    /// What was taken down.
    public typealias Outcome = TakenDown

    /// Takes it down.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> TakenDown {
        try PrintedLists(store: open.store).check(request.edition)
        let name = (request.file as NSString).lastPathComponent
        let bytes = try GivenFile.bytes(of: request.file)
        return try WishRows(open).takeDown(from: StripPlace(source: .file(Verbatim(name))), now: now) {
            held throws(RosterError) in try WishRow.read(bytes, file: name, isHeld: held.isHeld)
        }
    }
}

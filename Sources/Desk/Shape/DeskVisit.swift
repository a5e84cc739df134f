import Content
import Output
import ScorerKit
import UseCases

/// A request by somebody who may make it: what a route works with. What it names has been looked up and is theirs.
package struct DeskVisit: Sendable {
    /// What was asked for.
    package let request: DeskRequest
    /// The school and its store, which write down whatever is said as this person's.
    package let open: SchoolAndStore
    /// Who asks; nil: anybody, on a route for everybody.
    package let person: DeskPerson?
    /// What their browser holds.
    let token: DeskToken?
    /// The scorers that ship.
    let scorerTypes: [any Scorer.Type]
    /// The moment.
    package let now: Timestamp
    /// The words of the visit's language.
    package let words: WordBook.Language
    /// What the path has at the places that begin with a colon.
    package let values: [String: String]
    /// The class that the path names.
    package let schoolClass: SchoolClass?
    /// The learner whom the path names.
    package let learner: Learner?

    /// Who asks a use case. What they say of articles is printed with the name that the class has for them.
    package var actor: Actor { person?.actor ?? Actor(.teacher) }

    /// The name of the class that the path names. A route without one has none.
    package var className: String { schoolClass?.name ?? "" }

    /// A value of the form, without blanks at its ends; nil where it is missing or empty. Throws where it is longer than anybody types.
    package func text(_ name: String, atMost limit: Int = 300) throws(DeskRefusal) -> String? {
        guard let value = request.form[name]?.trimmed, !value.isEmpty else { return nil }
        // A letter with ten thousand marks is one, and a page of them is none.
        guard value.count <= limit, value.utf8.count <= 4 * limit else { throw .tooLong(limit: limit) }
        return value
    }

    /// A value of the form that must be there.
    package func needed(_ name: String, atMost limit: Int = 300) throws(DeskRefusal) -> String {
        guard let value = try text(name, atMost: limit) else { throw .missing }
        return value
    }

    /// The learner whom a value of the form names, who must be one of this person's.
    package func learner(_ name: String) throws -> Learner {
        guard let person, let id = try text(name), let learner = try DeskAccess(open).learner(id, of: person) else {
            throw DeskRefusal.notYours
        }
        return learner
    }

    /// The class that a value of the form or address names, which must be one of this person's.
    package func schoolClass(named name: String) throws -> SchoolClass {
        guard let person, let found = try DeskAccess(open).schoolClass(name, of: person) else {
            throw DeskRefusal.notYours
        }
        return found
    }
}

/// Why the desk does not do what was asked for.
package enum DeskRefusal: Error, Hashable, Sendable {
    /// It was sent to another name than the desk's.
    case wrongHost
    /// A header says who it is, and not from the school's proxy.
    case forgedHeader
    /// There is no such page.
    case noPage
    /// Nobody is signed in.
    case noSession
    /// It is for somebody else.
    case notYours
    /// It came from a page of somebody else, or from one that is too old.
    case foreignForm
    /// It asks for something that is done with no page.
    case noSuchMethod
    /// It cannot be read.
    case malformed
    /// It is too large.
    case tooLarge
    /// A text is longer than is read.
    case tooLong(limit: Int)
    /// No list may be printed.
    case nothingToPrint
    /// A value is missing.
    case missing
    /// What stands for minutes is no number of them.
    case notMinutes
    /// Too much is asked for at once.
    case busy
}

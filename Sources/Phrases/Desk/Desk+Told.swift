import Content
import JSON
import UseCases

extension InviteToDesk.Outcome: Told {
    /// The link alone, so that it can be handed on by a program.
    public var lines: [String] { [link.text] }

    /// For whom, what they see, and until when.
    public var talk: [String] {
        var parts: [String] = []
        if person.isTeacher { parts.append("teacher of \(person.classes.joined(separator: ", "))") }
        if person.isLibrarian { parts.append("librarian") }
        if person.isTechnician { parts.append("technician") }
        return ["For \(person.name) (\(parts.joined(separator: "; "))), once, until \(ends.iso)."]
    }
}

extension ListDeskSessions.Outcome: Told, ToldAsJSON {
    /// The sessions as a table.
    public var lines: [String] {
        var table = TextTable([.init("begun"), .init("person", widest: 60), .init("state")])
        for session in sessions {
            let state =
                session.ended.map { "signed out \($0.iso)" }
                ?? (session.holds(at: now) ? "until \(session.ends.iso)" : "ended \(session.ends.iso)")
            table.add([session.begun.iso, session.person, state])
        }
        return sessions.isEmpty ? ["Nobody was at the desk in the last week."] : table.lines
    }

    /// A line a session, without what its holder has.
    public func jsonLines() throws -> [String] { try sessions.map { try JSONText.of(SessionInJSON($0, at: now)) } }
}

/// A session as programs get it.
private struct SessionInJSON: Encodable {
    var person: String
    var begun: Timestamp
    var ends: Timestamp
    /// Missing: nobody ended it.
    var ended: Timestamp?
    var holds: Bool

    init(_ session: DeskSession, at now: Timestamp) {
        (person, begun, ends, ended) = (session.person, session.begun, session.ends, session.ended)
        holds = session.holds(at: now)
    }
}

extension EndDeskSessions.Outcome: Told {
    /// How many.
    public var lines: [String] {
        switch count {
        case 0: ["\(person?.text ?? "") has no session and no link that could be used."]
        case 1: ["One session or link was ended."]
        default: ["\(count) sessions and links were ended."]
        }
    }
}

extension DeskInvitationRefusal: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .nobody(let name, let nearest):
            "there is nothing at the desk for '\(name)': no class has them as a teacher, and 'desk' of Config/gleaner.yaml "
                + "does not name them." + (nearest.map { " Did you mean '\($0)'?" } ?? "")
                + " 'gleaner classes list' tells who teaches which class."
        case .severalPeople(let name, let addresses):
            "several teachers are called '\(name)': \(addresses.joined(separator: ", ")). Give the address."
        case .hasNoAddress(let name):
            "no class has a mail address of '\(name)', by which the desk knows who is who. Write it into the column "
                + "teacher_email of Config/classes.csv, and import it."
        case .worthNothing: "the link was used, or it is too old. 'gleaner desk invite' makes a new one."
        case .nothingLeft:
            "there is nothing at the desk any more for whom the link was made. 'gleaner classes list' tells who teaches which "
                + "class."
        }
    }
}

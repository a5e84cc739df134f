import Content
import UseCases

extension SayConsent.Outcome: Told {
    /// What holds now, a line a purpose.
    public var lines: [String] {
        person.statements.map { statement in
            "\(learner), \(ConsentTable.who(person)): \(statement.purpose.rawValue): \(ConsentTable.cell(statement))"
        }
    }

    /// That it was said before, or that another word stands against it.
    public var talk: [String] {
        var talk = appended == 0 ? ["That was said before; nothing is changed."] : []
        if !staysRefused.isEmpty {
            talk.append(
                "Still refused: \(Listing.of(staysRefused.map(\.rawValue))). A no to all purposes stands above a yes to one, and a no to one "
                    + "above a yes to all: 'gleaner consent show \(learner)' tells which.")
        }
        return talk
    }
}

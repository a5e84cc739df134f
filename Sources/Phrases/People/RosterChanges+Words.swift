import Content
import Roster
import UseCases

extension RosterChanges {
    /// One line a change, and a summary as the last line.
    var lines: [String] {
        var lines = classes.flatMap { $0.lines }
        lines += new.map { "new        \(who($0)): \(told($0))" }
        lines += returned.flatMap { changes("returned", $0) }
        lines += changed.flatMap { changes("changed", $0) }
        lines += left.map { "left       \(who($0))" }
        lines += missing.map { "\(retires ? "retired  " : "missing  ")  \(who($0))" }
        return lines + holds + [summary]
    }

    /// What waits, a line a school.
    var holds: [String] {
        held.map { school in
            let name = school.school.map { "\($0)" } ?? "Learners of whom no school is named"
            let numbers = [
                school.leaving > 0 ? "\(school.leaving) would leave" : nil,
                school.changed > 0 ? "\(school.changed) would change" : nil,
            ]
            return
                "held       \(name): of \(school.active) learners \(Listing.of(numbers.compactMap { $0 })). Nothing of this school was "
                + "changed. If that is right, import again with --yes."
        }
    }

    /// The numbers: `2 new, 1 changed, 25 unchanged, 1 missing (left as they are); 14 facts to append`.
    var summary: String {
        var parts = ["\(new.count) new"]
        if !returned.isEmpty { parts.append("\(returned.count) returned") }
        parts += ["\(changed.count) changed", "\(unchanged) unchanged"]
        if !left.isEmpty { parts.append("\(left.count) left") }
        if !missing.isEmpty { parts.append("\(missing.count) \(retires ? "retired" : "missing (left as they are)")") }
        return Listing.of(parts) + "; \(facts) fact\(facts == 1 ? "" : "s") to append"
    }

    private func who(_ person: Person) -> String { "\(person.learner) \(person.name)" }

    private func changes(_ word: String, _ person: Person) -> [String] {
        let padding = String(repeating: " ", count: max(1, 11 - word.count))
        return person.changes.map { change in
            let column = LearnerRow.column(of: change.kind, isOfGuardian: change.guardian != nil) + of(change.guardian)
            let old = change.old.map { $0.shown } ?? "(none)"
            return "\(word)\(padding)\(who(person)): \(column): \(old) -> \(change.new.shown)"
        }
    }

    /// What the file tells of a new learner, without their name.
    private func told(_ person: Person) -> String {
        let told = person.changes.filter { ![.name, .enrolled, .source].contains($0.kind) }
        return Listing.of(
            told.map { change in
                let column = LearnerRow.column(of: change.kind, isOfGuardian: change.guardian != nil)
                return "\(column)\(of(change.guardian)) '\(change.new)'"
            })
    }

    /// Of which guardian it is said.
    private func of(_ guardian: Verbatim?) -> String {
        guardian.map { $0.text.isEmpty ? " of a guardian without an address" : " of \($0)" } ?? ""
    }
}

extension RosterChanges.SchoolClass {
    fileprivate var lines: [String] {
        if isNew, values.isEmpty { return ["new        class \(name)"] }
        return values.map { value in
            "\(isNew ? "new       " : "changed   ") class \(name): \(value.column): \(value.old.shown) -> \(value.new.shown)"
        }
    }
}

extension Verbatim {
    /// A value of a cell.
    fileprivate var shown: String { text.isEmpty ? "(empty)" : "'\(text)'" }
}

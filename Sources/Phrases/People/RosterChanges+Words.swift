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
        lines += missing.map { "\(retires ? "retired  " : "missing  ")  \(who($0))" }
        return lines + [summary]
    }

    /// The numbers: `2 new, 1 changed, 25 unchanged, 1 missing (left as they are); 14 facts to append`.
    var summary: String {
        var parts = ["\(new.count) new"]
        if !returned.isEmpty { parts.append("\(returned.count) returned") }
        parts += ["\(changed.count) changed", "\(unchanged) unchanged"]
        if !missing.isEmpty { parts.append("\(missing.count) \(retires ? "retired" : "missing (left as they are)")") }
        return Listing.of(parts) + "; \(facts) fact\(facts == 1 ? "" : "s") to append"
    }

    private func who(_ person: Person) -> String { "\(person.learner) \(person.name)" }

    private func changes(_ word: String, _ person: Person) -> [String] {
        let padding = String(repeating: " ", count: max(1, 11 - word.count))
        return person.changes.map { change in
            let column = LearnerRow.column(of: change.kind)
            let old = change.old.map { $0.shown } ?? "(none)"
            return "\(word)\(padding)\(who(person)): \(column): \(old) -> \(change.new.shown)"
        }
    }

    /// What the file tells of a new learner, without their name.
    private func told(_ person: Person) -> String {
        Listing.of(
            person.changes.filter { $0.kind != .name && $0.kind != .enrolled }
                .map { "\(LearnerRow.column(of: $0.kind)) '\($0.new)'" })
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

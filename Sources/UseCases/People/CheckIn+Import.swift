import Content
import Foundation
import Pipeline
import Reports
import Roster
import Store

/// Taking a filled-in check-in back.
extension CheckIn {
    /// Takes down what a table says that was filled in: what changed, and what is still right as said today.
    public func take(file path: String, now: Timestamp) throws -> Saying.Report {
        let name = (path as NSString).lastPathComponent
        let bytes = try GivenFile.bytes(of: path)
        let hearing = Hearing(school: school, store: store)
        var report = try store.write { scope in
            let held = try hearing.held()
            let file = try CheckInRow.read(bytes, file: name, isHeld: held.isHeld)
            try held.keep(file.held, of: name, origin: .teacher, at: now, in: scope)
            return try take(file, now: now, in: scope)
        }
        report.findings += try hearing.notify(now: now)
        report.findings += try TopicResolving(school: school, store: store).catchUp(now: now)
        return report
    }

    private func take(
        _ file: RosterFile<CheckInRow>, now: Timestamp, in scope: borrowing WriteScope
    ) throws -> Saying.Report {
        var report = Saying.Report(lines: [], findings: file.findings, appended: 0)
        let known = try store.learners.facts(about: file.rows.map { $0.learner })
        let skills = SkillRule(school.skills)
        var facts: [Fact] = []
        for row in file.rows {
            let place = "\(file.name):\(row.line)"
            guard let told = known.readable[row.learner], !told.isEmpty else {
                let who = school.screen.quoted(row.learner.rawValue)
                report.findings.append(
                    Finding(
                        .warning, at: place, "there is no learner \(who); the row was left out.",
                        remedy: "See 'gleaner learners list'."))
                continue
            }
            let new = changes(by: row, told, skills, place: place, now: now, findings: &report.findings)
            facts += new
            if let line = Self.line(of: new, Learner(id: row.learner, facts: told)) { report.lines.append(line) }
        }
        try store.learners.append(facts, in: scope)
        report.appended = facts.count
        report.lines.append("\(RunText.count(report.lines.count, "learner")) taken down.")
        return report
    }

    private func changes(
        by row: CheckInRow, _ told: [Fact], _ skills: SkillRule, place: String, now: Timestamp,
        findings: inout [Finding]
    ) -> [Fact] {
        let latest = StaleLearner.latest(of: told)
        var facts: [Fact] = []
        for kind in Self.kinds {
            let before = latest[kind]?.value ?? ""
            var value = row.values[kind] ?? before
            let isNothing = row.values[kind]?.isEmpty ?? false
            if kind != .level {
                let parts = Fact.list(value)
                let topics = parts.filter { !skills.isSkill($0) }
                if topics.count < parts.count, row.values[kind] != nil {
                    findings.append(
                        Finding(
                            .warning, at: place,
                            "a skill in '\(kind.rawValue)' is no topic that an article is about; it was left out.",
                            remedy: "Write into 'level' how hard a text may be."))
                }
                value = topics.joined(separator: ";")
            }
            guard value != before || isNothing || row.isStillRight else { continue }
            func fact(_ kind: Fact.Kind, _ value: String) -> Fact {
                Fact(learner: row.learner, kind: kind, value: value, origin: .teacher, at: now)
            }
            facts.append(fact(kind, value))
            // A level of today is a new beginning: what was said of articles before told of another.
            if kind == .level, !value.isEmpty { facts.append(fact(.levelDate, "\(now.utcDate)")) }
        }
        return facts
    }

    private static func line(of facts: [Fact], _ learner: Learner) -> String? {
        let said = facts.filter { kinds.contains($0.kind) }.map { fact in
            let value = Fact.list(fact.value).joined(separator: ", ")
            return "\(fact.kind.rawValue) \(value.isEmpty ? "none" : value)"
        }
        return said.isEmpty ? nil : "\(learner.name): \(said.joined(separator: "; "))"
    }
}

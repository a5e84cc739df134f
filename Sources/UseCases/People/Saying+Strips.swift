import Content
import Foundation
import Pipeline
import Roster
import Safeguarding
import Store

/// Strips of printed pages, typed in as rows.
extension Saying {
    /// Takes down a filled-in strip, typed in as `wishes.csv`.
    public func importStrip(_ path: String, now: Timestamp) throws -> Report {
        let name = (path as NSString).lastPathComponent
        let bytes = try GivenFile.bytes(of: path)
        return try takeDown(now: now) { held throws(RosterError) in
            try WishRow.read(bytes, file: name, isHeld: held.isHeld)
        }
    }

    /// Takes down rows however they were typed, read by what nobody may see.
    func takeDown(
        now: Timestamp, read: (HeldTexts) throws(RosterError) -> RosterFile<WishRow>
    ) throws -> Report {
        var report = try store.write { scope in
            let held = try hearing.held()
            return try takeDown(try read(held), held, now: now, in: scope)
        }
        report.findings += try hearing.notify(now: now)
        if let school {
            report.findings += try TopicResolving(school: school, store: store).catchUp(now: now)
            report.lines += try TopicTold.lines(report.newlyBarred, school: school, store: store)
        }
        return report
    }

    private func takeDown(
        _ file: RosterFile<WishRow>, _ held: HeldTexts, now: Timestamp, in scope: borrowing WriteScope
    ) throws -> Report {
        let told = try held.keep(file.held, of: file.name, origin: .learner, at: now, in: scope)
        let rows = file.rows + file.remains
        let known = try store.learners.facts(about: Array(Set(rows.map { $0.learner })))
        let all = known.readable
        var report = Report(lines: [], findings: file.findings + known.findings, appended: 0)
        var new: [Fact] = []
        var said: [LearnerID: [Fact]] = [:]
        // What is left of a row that cannot be read is a "never".
        for row in rows {
            let place = "\(file.name):\(row.line)"
            guard let facts = all[row.learner], !facts.isEmpty else {
                report.findings.append(
                    Finding(
                        .warning, at: place,
                        "there is no learner \(screen.quoted(row.learner.rawValue)); the row was left out.",
                        remedy: "See 'gleaner learners list'."))
                continue
            }
            var item: ContentItem?
            if let code = row.item {
                item = try store.items.item(named: code.rawValue)
                if item == nil {
                    let so = row.topics.isEmpty ? "the row was left out" : "only its topic counts"
                    report.findings.append(
                        Finding(
                            .warning, at: place, "there is no item with the code '\(code)'; \(so).",
                            remedy: "Look at the code on the page again."))
                }
            }
            let learner = Learner(id: row.learner, facts: facts)
            for fact in row.facts(item: item.map { ($0.id, $0.title) }, at: now) {
                let isNew = isNew(fact, beside: facts + said[fact.learner, default: []])
                if isNew {
                    new.append(fact)
                    said[fact.learner, default: []].append(fact)
                    if fact.kind == .never, fact.item == nil {
                        report.newlyBarred.append((fact.value, learner.languages))
                    }
                }
                // What must never come and may not be shown holds without a word.
                if fact.item == nil, screen.verdict(of: fact.value) != nil { continue }
                report.lines.append(line(fact, learner: learner, isNew: isNew))
            }
        }
        try store.learners.append(new, in: scope)
        if !file.held.isEmpty { report.lines.append(Self.toldLine) }
        report.appended = new.count + told
        return report
    }
}

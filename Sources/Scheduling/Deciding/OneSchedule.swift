import Configuration
import Content

/// The decisions about the editions of one schedule.
struct OneSchedule {
    let schedule: Schedule
    let ledger: LedgerView
    let now: Timestamp

    func decisions() -> [Decision] {
        let occurrences = self.occurrences()
        var decisions: [Decision] = []
        for (index, occurrence) in occurrences.enumerated() {
            // One that a person skipped, or that fell into a pause, takes no other's place.
            let next = occurrences[(index + 1)...].first {
                ![.skipped, .paused].contains(ledger.record($0.edition)?.state)
            }
            if let decision = decision(occurrence, next: next) { decisions.append(decision) }
        }
        return decisions
    }

    /// The editions that may not be settled, in their order, up to the first that is still to come.
    private func occurrences() -> [Occurrence] {
        var found: [Edition: Occurrence] = [:]
        let today = schedule.clock.localDate(at: now)
        let reach = (schedule.settings.review?.daysBefore ?? 0) + 1
        if let from = ledger.horizon[schedule.name] {
            for day in stride(from: from.dayNumber, through: today.dayNumber + reach, by: 1) {
                if let occurrence = schedule.occurrence(on: CalendarDate(dayNumber: day)) {
                    found[occurrence.edition] = occurrence
                }
            }
        }
        // An edition that was begun stays one, whatever the configuration says of its day since.
        for record in ledger.editions.values
        where record.edition.schedule == schedule.name && found[record.edition] == nil
            && (record.state == .open || record.hasApproved)
        {
            found[record.edition] = record.occurrence
        }
        func isToCome(_ occurrence: Occurrence) -> Bool {
            guard occurrence.makes > now else { return false }
            guard let record = ledger.record(occurrence.edition) else { return true }
            return record.state == .open || record.state == .missed && record.stages.isEmpty
        }
        if !found.values.contains(where: isToCome), let next = schedule.first(after: now, where: isToCome) {
            found[next.edition] = next
        }
        return found.values.sorted { ($0.sends, $0.edition.date) < ($1.sends, $1.edition.date) }
    }

    private func decision(_ occurrence: Occurrence, next: Occurrence?) -> Decision? {
        let record = ledger.record(occurrence.edition)
        func decide(_ action: Decision.Action, _ because: String) -> Decision {
            Decision(occurrence: occurrence, action: action, because: because, record: record)
        }
        let isOvertaken = next.map { $0.makes <= now } ?? false
        switch record?.state {
        case .done:
            guard record?.hasApproved == true, !isOvertaken else { return nil }
            // Done while the clock was ahead: what is approved now waits for the true time.
            if now < occurrence.sends { return decide(.wait(until: occurrence.sends), "lists were approved for it") }
            return decide(.work([.deliver]), "lists were approved since the others went out")
        case .skipped, .paused: return nil
        case .missed:
            // The clock was wrong when it was written down as missed, and nothing of it had been made: its time is still to come.
            guard now < occurrence.ends, !isOvertaken, record?.stages.isEmpty == true else { return nil }
        case .open, nil: break
        }
        // What was to go out before the schedule was first seen, as it is now, was never an edition of it.
        let since = ledger.schedules[schedule.name]?.since ?? now
        if record == nil, occurrence.sends.adding(seconds: Decision.lateFrom) <= since { return nil }
        if now < occurrence.makes { return decide(.wait(until: occurrence.makes), "it is too early") }
        let done = record?.stages ?? []
        if let problem = ended(occurrence, next: isOvertaken ? next : nil, record: record) {
            return decide(.miss, problem)
        }
        if done.isEmpty || now >= occurrence.sends, let pause = pause(on: occurrence.edition.date) {
            return decide(.pause, pause)
        }
        if done.contains(.rank), now < occurrence.sends {
            return decide(.wait(until: occurrence.sends), "its lists are made and can be reviewed")
        }
        let wanted: [Stage] = now < occurrence.sends ? [.ingest, .rank] : [.ingest, .rank, .deliver]
        let stages = wanted.filter { !done.contains($0) }
        return decide(.work(stages), because(occurrence, record: record, first: stages.first))
    }

    /// Why it is too late for an edition; nil where it is not.
    private func ended(_ occurrence: Occurrence, next: Occurrence?, record: EditionRecord?) -> String? {
        var problem: String
        if let next {
            problem = "the next edition, \(next.edition.date), came due"
        } else if now >= occurrence.ends {
            problem = "it is more than \(WrittenMinutes.text(schedule.settings.maxLateMinutes)) after its time"
        } else {
            return nil
        }
        if let record, record.failures > 0, !record.reason.isEmpty {
            problem += "; it had failed \(record.failures == 1 ? "once" : "\(record.failures) times"): \(record.reason)"
        } else if record?.stages.contains(.rank) == true {
            problem += "; its lists were made and not sent"
        } else if record == nil || record?.state == .missed {
            problem += "; the machine was off, or another run took that long"
        } else {
            problem += "; the run was broken off"
        }
        return problem
    }

    private func pause(on date: CalendarDate) -> String? {
        guard let record = ledger.schedules[schedule.name], let since = record.pausedSince else { return nil }
        if let until = record.pausedUntil, date > until { return nil }
        return "the schedule is paused since \(schedule.clock.text(at: since))"
    }

    private func because(_ occurrence: Occurrence, record: EditionRecord?, first: Stage?) -> String {
        // What failed may have been done since, and something else may be what is next.
        if let record, record.failures > 0, !record.reason.isEmpty, let first {
            return "it failed (\(record.reason)) and goes on with \(first.rawValue)"
        }
        if let record, record.state == .open, let first, !record.stages.isEmpty {
            if first == .deliver, record.stages.contains(.rank), schedule.settings.review != nil {
                return "the time to send has come"
            }
            return "it was broken off and goes on with \(first.rawValue)"
        }
        let late = now.seconds - occurrence.makes.seconds
        if late >= Decision.lateFrom {
            let hours = "\(late / 3_600) h \(late / 60 % 60) min"
            return "it is \(hours) late, within \(WrittenMinutes.text(schedule.settings.maxLateMinutes))"
        }
        return now < occurrence.sends ? "the time to make its lists for review has come" : "its time has come"
    }
}

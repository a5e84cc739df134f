import Content
import Scheduling
import Store

/// Looks at the end of a year whether every promise was kept. It knows nothing of how decisions are made.
struct YearJudge {
    let plan: YearPlan
    let work: PretendedWork
    let records: [EditionRecord]

    func wrongs(skipped: Set<Edition>) -> [String] {
        var wrongs: [String] = []
        var known: [Edition: EditionRecord] = [:]
        for record in records {
            if known.updateValue(record, forKey: record.edition) != nil {
                wrongs.append("\(record.edition) stands twice")
            }
        }
        for schedule in plan.schedules {
            for occurrence in occurrences(of: schedule) {
                wrongs += judge(occurrence, known[occurrence.edition], isSkipped: skipped.contains(occurrence.edition))
            }
        }
        for record in records {
            let schedule = plan.schedules.first { $0.name == record.edition.schedule }
            if schedule?.occurrence(on: record.edition.date) == nil { wrongs.append("\(record.edition) is no edition") }
        }
        for (edition, mails) in work.mailed where known[edition]?.state != .done && !mails.isEmpty {
            let state = known[edition]?.state.rawValue ?? "unknown"
            // Killed between the last mail and the ledger's line, and then overtaken: out, and told as not finished.
            if state != "missed" && state != "paused" { wrongs.append("\(edition) was mailed and is \(state)") }
        }
        return wrongs
    }

    /// All editions of the year that could be settled before its end.
    private func occurrences(of schedule: Schedule) -> [Occurrence] {
        let first = Timestamp(seconds: plan.year.start).utcDate.dayNumber - 1
        return (first...first + 366).compactMap { schedule.occurrence(on: CalendarDate(dayNumber: $0)) }.filter {
            $0.sends.seconds > plan.year.start && $0.ends.seconds < plan.year.end - 86_400
        }
    }

    private func judge(_ occurrence: Occurrence, _ record: EditionRecord?, isSkipped: Bool) -> [String] {
        let edition = occurrence.edition
        guard let record else { return ["\(edition) is neither done nor recorded"] }
        var wrongs: [String] = []
        if record.reason.isEmpty { wrongs.append("\(edition) is \(record.state.rawValue) without a reason") }
        switch record.state {
        case .open: wrongs.append("\(edition) was left open")
        case .done: if isSkipped { wrongs.append("\(edition) was skipped and is done") }
        case .skipped: if !isSkipped { wrongs.append("\(edition) is skipped by nobody") }
        case .paused: break
        case .missed:
            if !wasDisturbed(occurrence) { wrongs.append("\(edition) was missed for no reason: \(record.reason)") }
        }
        return wrongs
    }

    /// Whether anything went wrong between an edition's making and its end, or a long run of another stood in its way.
    private func wasDisturbed(_ occurrence: Occurrence) -> Bool {
        let window = YearPlan.Span(start: occurrence.makes.seconds - 6_000, end: occurrence.ends.seconds + 1)
        return (plan.outages + plan.faults + plan.wrongClocks.map { $0.span } + work.disturbed).contains {
            $0.touches(window)
        }
            // A clock that was far ahead may have met this edition's window at another time.
            || plan.wrongClocks.contains {
                YearPlan.Span(start: $0.span.start + $0.by, end: $0.span.end + $0.by).touches(window)
            }
    }
}

import Configuration
import Content
import Scheduling
import Store
import TestSupport

/// The process was killed: nothing after this happened.
package struct Killed: Error {}

/// A worker that pretends: it takes its time, fails and is killed as the plan says, and keeps its own account of who was mailed.
package final class PretendedWork: EditionWorker {
    private let plan: YearPlan
    private var numbers: SeededRandom
    /// True time: when the tick began, and how long it has worked.
    var start: Int64 = 0
    private(set) var elapsed: Int64 = 0

    /// Editions whose lists are made, with how many of them are approved; of three learners.
    private var approved: [Edition: Set<Int>] = [:]
    /// Who was mailed what, and when.
    private(set) var mailed: [Edition: [Int: Timestamp]] = [:]
    private(set) var abandoned: Set<Edition> = []
    /// Editions of which no more lists can be approved.
    private var closed: Set<Edition> = []
    private(set) var alerts: [String: [Bool]] = [:]
    private(set) var told: Set<String> = []
    /// What may never happen.
    private(set) var wrongs: [String] = []
    /// True time in which something went wrong.
    private(set) var disturbed: [YearPlan.Span] = []

    private static let learners = 3

    init(_ plan: YearPlan) {
        self.plan = plan
        numbers = SeededRandom(seed: plan.seed &* 104_729 &+ 3)
    }

    func begin(at moment: Int64) {
        start = moment
        elapsed = 0
    }

    package func perform(_ stage: Stage, of order: EditionOrder) throws -> StageOutcome {
        let edition = order.occurrence.edition
        if order.now < order.occurrence.makes { wrongs.append("\(edition) is worked on before its time") }
        if stage == .deliver, order.now < order.occurrence.sends {
            wrongs.append("\(edition) goes out before its time")
        }
        if abandoned.contains(edition) { wrongs.append("\(edition) was given up and is worked on again") }
        if stage == .deliver, approved[edition] == nil { wrongs.append("\(edition) goes out without lists") }
        // Most runs are done in minutes; some take longer than the ticks lie apart.
        let takes = Int64(numbers.chance(0.1) ? numbers.number(600...5_000) : numbers.number(5...200))
        let (dies, isLate) = (numbers.chance(0.04), numbers.chance(0.5))
        let isOff = plan.outages.contains { $0.touches(.init(start: start + elapsed, end: start + elapsed + takes)) }
        elapsed += takes
        // What comes due meanwhile has to wait.
        if elapsed > 500 { disturb() }
        if dies || isOff {
            if isLate { act(stage, order) }
            disturb()
            throw Killed()
        }
        if stage != .ingest, plan.faults.contains(where: { $0.contains(start + elapsed) }) || numbers.chance(0.03) {
            disturb()
            return .failed("the disk is full", again: numbers.chance(0.2) ? [.ingest] : [])
        }
        act(stage, order)
        return .done(leftOut: numbers.chance(0.1) ? "1 of 9 feeds could not be read" : nil)
    }

    private func disturb() { disturbed.append(.init(start: start, end: start + elapsed + 1_300)) }

    private func act(_ stage: Stage, _ order: EditionOrder) {
        let edition = order.occurrence.edition
        switch stage {
        case .ingest: break
        case .rank:
            if approved[edition] == nil {
                approved[edition] = order.schedule.settings.review == nil ? Set(0..<Self.learners) : []
            }
        case .deliver:
            for learner in approved[edition] ?? [] where mailed[edition]?[learner] == nil {
                mailed[edition, default: [:]][learner] = order.now
            }
        }
    }

    /// A teacher approves one more list of everything that is waiting; gives the editions.
    func approve() -> [Edition] {
        var touched: [Edition] = []
        let waiting = approved.filter { edition, lists in
            lists.count < Self.learners && !abandoned.contains(edition) && !closed.contains(edition)
        }
        for (edition, lists) in waiting.sorted(by: { $0.key < $1.key }) {
            approved[edition]?.insert(lists.count)
            touched.append(edition)
        }
        return touched
    }

    /// A new edition of a schedule withholds what was not approved of the earlier ones.
    func withhold(before edition: Edition) {
        for (earlier, lists) in approved
        where earlier.schedule == edition.schedule && earlier < edition && lists.count < Self.learners {
            closed.insert(earlier)
        }
    }

    package func abandon(_ edition: Edition) { abandoned.insert(edition) }

    package func tell(_ alert: OperatorAlert) {
        // As the outbox does: one message of a name.
        let name = "\(alert.schedule) \(alert.streak.since) \(alert.isWell)"
        guard told.insert(name).inserted else { return }
        if alerts[alert.schedule]?.last ?? true == alert.isWell {
            wrongs.append("\(alert.schedule): two alerts of a kind in a row")
        }
        alerts[alert.schedule, default: []].append(alert.isWell)
    }
}

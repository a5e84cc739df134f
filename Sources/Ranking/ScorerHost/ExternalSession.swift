import Content
import Glibc
import ScorerKit
import Synchronization

/// A scorer outside of this process that has seen the items. It is asked by several threads and answers one at a time.
final class ExternalSession: ScorerSession {
    private struct State {
        var channel: any ScorerChannel
        var failure: ScorerFailure?
        var batches = 0
        var questions = 0
    }

    private let plan: ExternalPlan
    private let batch: ItemBatch
    private let agreement: Handshake.Agreement
    private let state: Mutex<State>

    /// So many scores at most are asked for at a time, so that an answer fits into memory whatever the block.
    private static let mostScores = 4_000_000

    /// Greets a scorer and gives it the items.
    init(_ plan: ExternalPlan, batch: ItemBatch, over channel: sending any ScorerChannel) throws(ScorerFailure) {
        self.plan = plan
        self.batch = batch
        let handshake = Handshake(plan: plan)
        agreement = try Self.during("when it was greeted", plan) { () throws(Trouble) in
            try handshake.agreement(
                try channel.exchange(
                    handshake.greeting(now: batch.now, items: batch.count),
                    answer: .line(atMost: Handshake.longestAnswer), seconds: plan.limits.start))
        }
        let messages = ScorerMessages(face: agreement.face)
        let items = messages.items(ColumnTable(batch, columns: agreement.items))
        try Self.during("when it was given the items", plan) { () throws(Trouble) in
            try messages.checkReady(
                try channel.exchange(items, answer: messages.shortAnswer, seconds: plan.limits.items))
        }
        state = Mutex(State(channel: channel))
    }

    deinit {
        state.withLock { state in
            if state.failure == nil { state.channel.close(ScorerMessages(face: agreement.face).goodbye) }
        }
    }

    func fill(_ block: inout ScoreBlock, for learners: [LearnerView]) throws(ScorerFailure) {
        let most = max(1, Self.mostScores / max(1, batch.count))
        for start in stride(from: 0, to: learners.count, by: most) {
            try fill(&block, learners[start..<min(start + most, learners.count)], from: start)
        }
    }

    private func fill(
        _ block: inout ScoreBlock, _ learners: ArraySlice<LearnerView>, from first: Int
    ) throws(ScorerFailure) {
        let messages = ScorerMessages(face: agreement.face)
        let table = ColumnTable(Array(learners), columns: agreement.learners, batch: batch)
        let items = batch.count
        let count = learners.count
        let (number, answer) = try ask("while it scored learners") { (state) throws(Trouble) in
            state.batches += 1
            let number = state.batches
            return (
                number,
                try state.channel.exchange(
                    messages.score(table, batch: number),
                    answer: messages.scores(learners: count, items: items), seconds: self.plan.limits.batch)
            )
        }
        // Read outside of the lock: the scorer may answer the next thread meanwhile.
        do throws(AnswerFault) {
            try block.withValues { (values) throws(AnswerFault) in
                try messages.read(answer, batch: number, learners: count, items: items, into: &values, from: first)
            }
        } catch {
            throw fail(error, "while it scored learners")
        }
    }

    func evidence(for item: Int, learner: LearnerView) throws(ScorerFailure) -> Evidence? {
        let messages = ScorerMessages(face: agreement.face)
        let table = ColumnTable([learner], columns: agreement.learners, batch: batch)
        return try ask("when it was asked for evidence") { (state) throws(Trouble) in
            state.questions += 1
            let answer = try state.channel.exchange(
                messages.askEvidence(table, item: item, question: state.questions), answer: messages.shortAnswer,
                seconds: self.plan.limits.evidence)
            return try messages.evidence(answer, question: state.questions)?.evidence(
                for: item, learner: learner, batch: self.batch, measures: self.plan.measures, isTried: self.plan.isTried
            )
        }
    }

    /// What can go wrong in an exchange: with the child, or with what it says.
    typealias Trouble = any Error

    /// Uses the channel, unless it has failed before.
    private func ask<Result: Sendable>(
        _ moment: String, _ body: (inout State) throws(Trouble) -> Result
    ) throws(ScorerFailure) -> Result {
        try state.withLock { (state) throws(ScorerFailure) -> Result in
            if let failure = state.failure { throw failure }
            do {
                return try body(&state)
            } catch {
                let failure = Self.failure(error, moment, plan)
                state.failure = failure
                throw failure
            }
        }
    }

    private func fail(_ fault: AnswerFault, _ moment: String) -> ScorerFailure {
        let failure = Self.failure(fault, moment, plan)
        state.withLock { if $0.failure == nil { $0.failure = failure } }
        return failure
    }

    private static func during<Result>(
        _ moment: String, _ plan: ExternalPlan, _ body: () throws(Trouble) -> Result
    ) throws(ScorerFailure) -> Result {
        do { return try body() } catch { throw failure(error, moment, plan) }
    }

    static func failure(_ error: any Error, _ moment: String, _ plan: ExternalPlan) -> ScorerFailure {
        let problem: String
        switch error {
        case let fault as ChildFault: problem = fault.problem
        case let fault as AnswerFault: problem = fault.problem
        default: problem = "failed: \(error)"
        }
        let written = plan.log.flatMap { access($0, R_OK) == 0 ? $0 : nil }
        return .failed(plan.card.name, problem, moment, log: written)
    }
}

import Content
import Dispatch
import ScorerKit
import Synchronization

/// One pass over all learners with one set of scorers: learners stream through in blocks, each block on all cores, and
/// only the lists of one block are held at a time.
struct RankPass<Records: RankRecords> {
    let records: Records
    let run: Int64
    let ranker: Ranker

    private var edition: Edition { ranker.snapshot.terms.edition }

    /// How many learners are read and written at a time.
    static var block: Int { 512 }
    /// How many of them a thread ranks at a time; fewer where there are so many articles that their rows would weigh.
    static func share(items: Int) -> Int { max(1, min(16, 400_000 / max(1, items))) }

    /// Makes and stores the lists of all learners who have none of this edition.
    func rank(into outcome: inout RankOutcome, progress: (Int, Int) throws -> Void) throws {
        let there = try records.listed(in: edition)
        if records.ids.count > Self.block { ranker.snapshot.batch.topics.lookForAll() }
        let hasItems = ranker.snapshot.batch.count > 0
        var pages = ClassPagesNeeded(ranker.snapshot)
        var withoutClass = 0
        for start in stride(from: 0, to: records.ids.count, by: Self.block) {
            let end = min(start + Self.block, records.ids.count)
            let block = try records.block(start..<end)
            withoutClass += block.lines.count { isLeftOut($0.learner) }
            let enrolled = block.lines.filter { isAsked($0.learner) }
            for known in enrolled { pages.see(known.learner) }
            for learner in block.unread where isAsked(learner) { pages.see(learner, isUnderstood: false) }
            let open = enrolled.filter { !there.contains($0.learner.id) }
            // A rule that is not understood may be a veto: whom it is for is passed over, and so is of whom a row is not.
            let waiting = open.filter { !ranker.snapshot.mayBeVetoed($0.learner) }
            let unread = block.unread.count { isAsked($0) && !there.contains($0.id) }
            outcome.summary.learners += enrolled.count + unread
            outcome.summary.kept += enrolled.count - open.count
            outcome.summary.without += open.count - waiting.count + unread
            for learner in block.unread where isAsked(learner) {
                outcome.schools.add(learner, \.learners, isAsked: true)
                outcome.schools.add(learner, there.contains(learner.id) ? \.served : \.without)
            }
            for learner in enrolled.map({ $0.learner }) {
                outcome.schools.add(learner, \.learners, isAsked: true)
                if there.contains(learner.id) {
                    outcome.schools.add(learner, \.served)
                } else if ranker.snapshot.mayBeVetoed(learner) || !hasItems {
                    outcome.schools.add(learner, \.without)
                }
            }
            if unread > 0 { outcome.findings += block.findings }
            if hasItems {
                try rank(waiting, into: &outcome)
            } else {
                outcome.summary.without += waiting.count
            }
            try progress(end, records.ids.count)
        }
        if hasItems {
            try rankPages(of: pages.classes.filter { !there.contains(.reader(ofClass: $0)) }, into: &outcome)
        }
        if withoutClass > 0 { outcome.findings.append(.learnersWithoutClass(withoutClass)) }
        if !hasItems, outcome.summary.without > 0 { outcome.findings.append(.thereAreNoArticles) }
    }

    /// Whether a learner is on the roster now, of a school and in one of the classes that the lists are for.
    private func isAsked(_ learner: Learner) -> Bool {
        learner.isServed && ranker.snapshot.terms.schools.includes(learner)
            && ranker.snapshot.classTerms(of: learner).concerns(ranker.snapshot.terms.classes)
    }

    /// Whether a learner of these schools would be asked, and is in no class.
    private func isLeftOut(_ learner: Learner) -> Bool {
        learner.enrolled && !learner.isServed && ranker.snapshot.terms.classes == nil
            && ranker.snapshot.terms.schools.includes(learner)
    }

    /// Makes the pages of classes. They are no learner's list, and are counted apart.
    private func rankPages(of classes: [String], into outcome: inout RankOutcome) throws {
        for start in stride(from: 0, to: classes.count, by: Self.block) {
            let readers = try records.readers(of: Array(classes[start..<min(start + Self.block, classes.count)]))
            let results = try made(readers.lines.filter { !ranker.snapshot.mayBeVetoed($0.learner) })
            outcome.findings += results.flatMap { $0.findings }
            let lists = results.compactMap { $0.list }
            outcome.summary.awaiting += results.count { $0.waits }
            try records.keep(lists)
            if !lists.isEmpty { outcome.summary.classPages = (outcome.summary.classPages ?? 0) + lists.count }
        }
    }

    private func rank(_ all: [LearnerLine], into outcome: inout RankOutcome) throws {
        let basis = ranker.snapshot.settings.basis
        let learners = all.filter { $0.learner.mayBeProfiled(on: basis) }
        // Nothing is reckoned of the others.
        for known in all where !known.learner.mayBeProfiled(on: basis) {
            outcome.findings.append(.isNotProfiled(known.learner, pages: ranker.snapshot.settings.classPages))
            outcome.summary.without += 1
            outcome.summary.unwanted = (outcome.summary.unwanted ?? 0) + 1
            outcome.schools.add(known.learner, \.without)
            outcome.schools.add(known.learner, \.unwanted)
        }
        ranker.snapshot.look(for: learners)
        var lists: [Records.Row] = []
        var supplies: [LearnerSupply] = []
        outcome.findings += all.flatMap { $0.findings }
        for (result, line) in zip(try made(learners), learners) {
            outcome.schools.add(line.learner, result.list == nil ? \.without : \.served)
            if result.list == nil, result.isUnwanted { outcome.schools.add(line.learner, \.unwanted) }
            if result.list != nil, result.supply.runsOut { outcome.schools.add(line.learner, \.short) }
            outcome.findings += result.findings
            supplies += result.supply
            if result.supply.runsOut { outcome.runningOut += 1 }
            if result.isWidened { outcome.widened.append(result.learner) }
            guard let list = result.list else {
                outcome.summary.without += 1
                if result.isUnwanted { outcome.summary.unwanted = (outcome.summary.unwanted ?? 0) + 1 }
                continue
            }
            if result.waits { outcome.summary.awaiting += 1 }
            lists.append(list)
        }
        try records.keep(lists)
        try records.keep(supplies)
        outcome.summary.made += lists.count
    }

    private struct Made {
        let learner: LearnerID
        var list: Records.Row?
        /// Whether too little was within reach.
        var isWidened: Bool
        var waits: Bool
        /// Whether no list is as it should be.
        var isUnwanted: Bool
        var findings: [Finding]
        var supply: [LearnerSupply]
    }

    /// The lists of learners, in their order: shares of them on all cores. Which thread makes a list does not show in it.
    private func made(_ learners: [LearnerLine]) throws -> [Made] {
        let share = Self.share(items: ranker.snapshot.batch.count)
        let shares = stride(from: 0, to: learners.count, by: share).map {
            Array(learners[$0..<min($0 + share, learners.count)])
        }
        let results = Mutex([Result<[Made], ScorerFailure>?](repeating: nil, count: shares.count))
        DispatchQueue.concurrentPerform(iterations: shares.count) { number in
            let result = Result<[Made], ScorerFailure> { () throws(ScorerFailure) in try made(share: shares[number]) }
            results.withLock { $0[number] = result }
        }
        return try results.withLock { $0 }.compactMap { $0 }.flatMap { try $0.get() }
    }

    private func made(share: [LearnerLine]) throws(ScorerFailure) -> [Made] {
        var made: [Made] = []
        for ranking in try ranker.rank(share) {
            let list = try ranking.list(edition: edition, made: ranker.snapshot.batch.now)
            made.append(
                Made(
                    learner: ranking.learner.id,
                    list: list.map { records.row(of: StoredList(list: $0, run: run, record: ranking.record)) },
                    isWidened: ranking.isWidened,
                    waits: list?.state == .awaitingApproval,
                    isUnwanted: ranking.dial == .teacherOnly,
                    findings: ranking.findings, supply: ranking.supply))
        }
        return made
    }
}

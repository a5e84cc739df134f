import Content
import ContentDigest
import Store

/// The third stage: renders the lists of an edition, stores the bytes, and puts them into the outbox. What is there is
/// never rendered or put there again, so a second run sends nothing new; and where nothing has changed since the last run,
/// nothing is read again to see that.
///
/// It goes through the lists in blocks, class by class, so that its memory does not grow with the number of learners.
public struct DeliverStage: Sendable {
    /// How many lists are in memory at a time, at least.
    static let block = 200
    /// The most lists in one file of a class.
    static let largestPart = 500
    /// The most lists in one file of all.
    static let largestData = 1_000

    let store: Store
    let renderers: Renderers
    let settings: DeliverySettings
    let outbox: any OutboxFolder

    /// A stage over a store and an outbox.
    package init(store: Store, renderers: Renderers, settings: DeliverySettings, outbox: any OutboxFolder) {
        self.store = store
        self.renderers = renderers
        self.settings = settings
        self.outbox = outbox
    }

    /// Delivers an edition. A file that cannot be written is a finding; the next run goes on with it. `progress` is told after each
    /// block how many lists are done, of how many; an error of its own ends the stage there.
    public func run(
        edition: Edition, now: Timestamp, progress: (Int, Int) throws -> Void = { _, _ in }
    ) throws -> (RunSummary.Deliver, [Finding]) {
        var summary = RunSummary.Deliver()
        var findings: [Finding] = []
        let before = try inputs(of: edition)
        if let last = try store.runs.lastDelivery(of: edition), last.inputs == before {
            (summary.printOnly, summary.inputs, summary.out) = (last.printOnly, before, last.out)
            return (summary, [])
        }
        let order = try DeliveryOrder(store: store, edition: edition, settings: settings)
        if settings.schools.isEmpty, settings.from == nil, order.count > 0 { findings.append(.noSenderForMail) }
        try render(order, edition: edition, now: now, summary: &summary, findings: &findings, progress: progress)
        try write(edition, summary: &summary, findings: &findings) { try progress(order.count, order.count) }
        // Only what went without a word is not looked at again.
        if findings.isEmpty { summary.inputs = try inputs(of: edition) }
        if !findings.contains(where: { $0.severity == .error }) {
            summary.out = try store.lists.deliveryState(of: edition)
        }
        return (summary, findings)
    }

    /// A digest of all that the mails and pages of an edition depend on.
    private func inputs(of edition: Edition) throws(StoreError) -> String {
        let marks = try store.marks()
        return ContentDigest(of: [
            "\(marks.feeds) \(marks.items) \(marks.facts) \(marks.classes) \(marks.rules)",
            try store.lists.deliveryState(of: edition), settings.digestText, renderers.digest,
            "topics \(try store.topics.newest())",
        ]).hex
    }

    private func render(
        _ lists: DeliveryOrder, edition: Edition, now: Timestamp, summary: inout RunSummary.Deliver,
        findings: inout [Finding], progress: (Int, Int) throws -> Void
    ) throws {
        var order = lists
        let look = LastLook(
            try store.learners.rules(), of: edition, named: settings.classesOfSchedules[edition.schedule],
            topics: try store.topics.families(), basis: settings.basis)
        var gatherer = ListGatherer(store: store, edition: edition)
        gatherer.readsSupply = settings.mailsBundles
        var mails = MailMaker(store: store, renderers: renderers, settings: settings)
        let pages = try store.lists.classPages(of: edition, in: .ready)
        let named = try order.classes()
        let others = pages.map { (name: $0.schoolClass, parts: 1) }.filter { page in
            !named.contains { $0.name == page.name }
        }
        let classNames = try ClassFileNames(named + others) { names throws(StoreError) in
            try store.outbox.classFiles(names, of: edition)
        }
        var files = FormMaker(
            store: store, renderers: renderers, settings: settings, edition: edition, now: now, classNames: classNames,
            mixedClasses: settings.schools.isEmpty ? [] : Set(try store.learners.classesOfSeveralSchools().keys))
        // A list that is out already cannot be held back any more; the next one is not made.
        var served: Set<LearnerID>?
        var done = 0
        var held: Set<Finding> = []
        func ready(_ keys: [ListKey]) throws -> [GatheredList] {
            // Who looks and then withholds does so before anybody says something else.
            let gathered = try store.write { scope throws(StoreError) in
                let gathered = try gatherer.gather(keys, look: look)
                guard !gathered.withdrawn.isEmpty else { return gathered }
                if served == nil { served = try store.outbox.learnersServed(in: edition) }
                let out = served ?? []
                let withheld = gathered.withdrawn.filter { !out.contains($0) }
                findings += withheld.map { .listWithdrawn(of: $0, edition) }
                try store.lists.setState(from: .ready, to: .withheld, edition: edition, learners: withheld, in: scope)
                return gathered
            }
            held.formUnion(gathered.held)
            return gathered.ready
        }
        for start in stride(from: 0, to: pages.count, by: DeliverStage.block) {
            let keys = pages[start..<min(start + DeliverStage.block, pages.count)].map {
                ListKey(learner: .reader(ofClass: $0.schoolClass), run: $0.run, name: "", classes: [$0.schoolClass])
            }
            try files.add(classPages: try ready(keys), &summary)
        }
        while let block = try order.next() {
            let ready = try ready(block.flatMap { $0.keys })
            try mails.make(ready, summary: &summary, findings: &findings)
            let byLearner = Dictionary(ready.map { ($0.learner.id, $0) }, uniquingKeysWith: { $1 })
            for group in block {
                try files.add(group, group.keys.compactMap { byLearner[$0.learner] }, &summary, &findings)
            }
            // Handed over block by block, so that the store never holds the bytes of a whole edition.
            try write(edition, summary: &summary, findings: &findings) { try progress(done, order.count) }
            done += block.reduce(0) { $0 + $1.keys.count }
            try progress(done, order.count)
        }
        try files.finish(&summary, &findings)
        if !settings.schools.isEmpty {
            let schools = mails.withoutSender.sorted { ($0.key?.text ?? "") < ($1.key?.text ?? "") }
            findings += schools.map { .noSenderForMail(of: $0.key, lists: $0.value) }
        }
        findings += held.sorted { ($0.place, $0.problem) < ($1.place, $1.problem) }
    }

    /// Puts what is rendered into the outbox, some at a time.
    private func write(
        _ edition: Edition, summary: inout RunSummary.Deliver, findings: inout [Finding], progress: () throws -> Void
    ) throws {
        var last: String? = ""
        while let place = last {
            // Whoever stops is heard before the next of these is written, or else after.
            last = try store.write { scope throws(StoreError) in
                try writeNext(edition, after: place, summary: &summary, findings: &findings, in: scope)
            }
            try progress()
        }
    }

    /// Puts the next entries after a name into the outbox; gives the name of the last of them, nil where there were none.
    private func writeNext(
        _ edition: Edition, after place: String, summary: inout RunSummary.Deliver, findings: inout [Finding],
        in scope: borrowing WriteScope
    ) throws(StoreError) -> String? {
        let look = LastLook(
            try store.learners.rules(), of: edition, named: settings.classesOfSchedules[edition.schedule],
            basis: settings.basis)
        let read = try store.outbox.rendered(of: edition, after: place, atMost: DeliverStage.block)
        findings += read.findings
        // A name that no disk takes was made by an older version of Gleaner; the list was made anew under one that is short.
        let entries = read.entries.filter { FileName.isWritable($0.name) }
        try store.outbox.setState(
            .failed, of: read.entries.map { $0.name }.filter { !FileName.isWritable($0) }, in: scope)
        let mailed = entries.filter { $0.kind == .mail }.flatMap { $0.learners }
        let facts = try store.learners.facts(about: mailed)
        findings += facts.findings.filter { !findings.contains($0) }
        // What was rendered and could not be written may have waited for days.
        let held = Set(try store.lists.learners(of: edition, in: .held))
        let fates = entries.map { $0.learners.contains { held.contains($0) } ? .waits : fate(of: $0, look, facts) }
        let barred = zip(entries, fates).filter { $0.1 == .barred }.map { $0.0.name }
        try store.outbox.setState(.failed, of: barred, in: scope)
        findings += barred.map { .addresseesMayNotBeWrittenTo($0) }
        let going = zip(entries, fates).filter { $0.1 == .goes }.map { $0.0 }
        let failures = outbox.write(going.map { OutboxFile(name: $0.name, bytes: $0.bytes) })
        findings += going.compactMap { entry in
            failures[entry.name].map { .fileNotWritten(entry.name, $0) }
        }
        let written = going.map { $0.name }.filter { failures[$0] == nil }
        try store.outbox.setState(.written, of: written, in: scope)
        summary.written += written.count
        return read.last
    }

    /// What becomes of an entry that was rendered.
    private enum Fate {
        case goes
        /// Whoever it is for may not be written to.
        case barred
        /// Something that is stored is not understood: it waits until it can be.
        case waits
    }

    private func fate(of entry: OutboxEntry, _ look: LastLook, _ facts: LearnerFacts) -> Fate {
        guard entry.kind == .mail, !entry.learners.isEmpty else { return .goes }
        // A mail to a teacher names no learner's address and is about a whole class: it has copies of lists.
        if MailMaker.isForTeacher(entry.name) {
            let mayGo = entry.learners.allSatisfy { id in
                facts.known[id].map { Learner(id: id, facts: $0).mayBeCopied(on: settings.basis) } ?? true
            }
            return mayGo ? .goes : .barred
        }
        for id in entry.learners {
            guard let known = facts.known[id] else { return .waits }
            guard let learner = look.addressee(id, known) else { return .barred }
            if look.unreadRule(for: learner) != nil { return .waits }
            let addresses = settings.of(learner).policy.recipients(for: learner).map { $0.address }
            if !entry.recipients.allSatisfy({ addresses.contains($0) }) { return .barred }
        }
        return .goes
    }
}

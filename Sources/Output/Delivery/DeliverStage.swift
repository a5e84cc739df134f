import Content
import ContentDigest
import Store

/// The third stage: renders the lists of an edition, stores the bytes, and puts them into the outbox. What is there is
/// never rendered or put there again, so a second run sends nothing new.
public struct DeliverStage: Sendable {
    /// How many mails are rendered between two writes to the store.
    static let block = 200

    let store: Store
    let renderers: Renderers
    let settings: DeliverySettings
    let outbox: any OutboxFolder

    /// A stage over a store and an outbox.
    public init(store: Store, renderers: Renderers, settings: DeliverySettings, outbox: any OutboxFolder) {
        self.store = store
        self.renderers = renderers
        self.settings = settings
        self.outbox = outbox
    }

    /// Delivers an edition. A file that cannot be written is a finding; the next run goes on with it.
    public func run(
        edition: Edition, now: Timestamp, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(StoreError) -> (RunSummary.Deliver, [Finding]) {
        var summary = RunSummary.Deliver()
        var findings: [Finding] = []
        let (lists, barred) = try ListGatherer(store: store).readyLists(of: edition)
        // A list that is out already cannot be held back any more; the next one is not made.
        let served = try store.outbox.learnersServed(in: edition)
        let withdrawn = barred.filter { !served.contains($0) }
        for learner in withdrawn {
            findings.append(
                Finding(
                    .warning, at: "learner \(learner)",
                    "the list of \(edition) was not sent: they left the roster, took consent back or opted out of it since it was made."
                ))
        }
        try store.lists.setState(from: .ready, to: .withheld, edition: edition, learners: withdrawn)
        try renderMails(lists, edition: edition, summary: &summary, findings: &findings, progress: progress)
        let pages = pages(lists, edition: edition, now: now)
        let before = try store.outbox.digests(of: edition)
        summary.pages = pages.filter { before[$0.name] != $0.digest && $0.kind == .page }.count
        try store.outbox.add(pages, replacing: true)
        let look = try LastLook(store: store)
        for entry in try store.outbox.entries(of: edition, in: .rendered) {
            // What was rendered and could not be written may have waited for days.
            guard mayStillGo(entry, look) else {
                try store.outbox.setState(.failed, of: [entry.name])
                findings.append(
                    Finding(
                        .warning, at: entry.name, "it was not sent: whoever it is for may not be written to any more."))
                continue
            }
            do throws(OutboxError) {
                try outbox.write(entry.bytes, to: entry.name)
            } catch {
                findings.append(Finding(.error, at: entry.name, "\(error)"))
                continue
            }
            try store.outbox.setState(.written, of: [entry.name])
            summary.written += 1
        }
        return (summary, findings)
    }

    private func mayStillGo(_ entry: OutboxEntry, _ look: LastLook) -> Bool {
        guard entry.kind == .mail else { return true }
        return entry.learners.allSatisfy { id in
            guard let learner = look.addressee(id) else { return false }
            let addresses = settings.policy.recipients(for: learner).map { $0.address }
            return entry.recipients.allSatisfy { addresses.contains($0) }
        }
    }

    private func renderMails(
        _ lists: [GatheredList], edition: Edition, summary: inout RunSummary.Deliver, findings: inout [Finding],
        progress: (Int, Int) -> Void
    ) throws(StoreError) {
        guard let from = settings.from else {
            if !lists.isEmpty {
                findings.append(
                    Finding(
                        .note, at: "mail", "no mail was made: the configuration names no sender.",
                        remedy: "Set 'from' under 'mail' in Config/gleaner.yaml, or leave it at print."))
            }
            summary.printOnly = lists.count
            return
        }
        let there = try store.outbox.names(of: edition)
        var done = 0
        while done < lists.count {
            let block = lists[done..<min(done + DeliverStage.block, lists.count)]
            var entries: [OutboxEntry] = []
            for gathered in block {
                let recipients = settings.policy.recipients(for: gathered.addressee)
                if recipients.isEmpty { summary.printOnly += 1 }
                for (index, recipient) in recipients.enumerated() {
                    let number = recipients[...index].count { $0.role == recipient.role }
                    let name = DeliverStage.name(of: gathered.list, recipient: recipient, number: number)
                    guard !there.contains(name) else { continue }
                    do throws(EnvelopeError) {
                        entries.append(try mail(gathered, recipient, number: number, from: from, name: name))
                    } catch {
                        let remedy = "Correct the address in learners.csv or under 'mail', and import it again."
                        findings.append(
                            Finding(.error, at: "learner \(gathered.learner.id)", "\(error)", remedy: remedy))
                    }
                }
            }
            try store.outbox.add(entries)
            summary.mails += entries.count
            done += block.count
            progress(done, lists.count)
        }
    }

    private func mail(
        _ gathered: GatheredList, _ recipient: MailPolicy.Recipient, number: Int, from: MailAddress, name: String
    ) throws(EnvelopeError) -> OutboxEntry {
        let shown = recipient.role == .learner ? gathered.learner.name : nil
        let envelope = try Envelope(
            from: from, to: [MailAddress(name: shown, address: recipient.address)], wishes: settings.wishes ?? from,
            listDomain: settings.listDomain, oneClick: oneClick(gathered.list), number: number)
        let document = DocumentMaker(settings: settings).document(gathered, role: recipient.role)
        let bytes = renderers.mail.render(document, envelope: envelope)
        return OutboxEntry(
            name: name, edition: gathered.list.edition, kind: .mail, recipients: [recipient.address],
            learners: [gathered.learner.id], bytes: bytes, digest: ContentDigest(ofBytes: bytes).hex,
            at: gathered.list.made)
    }

    /// The address of one-click unsubscription with the list's code, which tells the school's server, and nobody else,
    /// whose list it was.
    private func oneClick(_ list: ReadingList) -> String? {
        settings.oneClick.map { $0 + ($0.contains("?") ? "&" : "?") + "list=" + DocumentMaker.code(of: list) }
    }

    /// One page a learner, in one file a class; and all lists as JSON Lines.
    private func pages(_ lists: [GatheredList], edition: Edition, now: Timestamp) -> [OutboxEntry] {
        let maker = DocumentMaker(settings: settings)
        func entry(_ name: String, _ kind: OutboxEntry.Kind, _ lists: [GatheredList], _ bytes: [UInt8]) -> OutboxEntry {
            OutboxEntry(
                name: "\(edition)/\(name)", edition: edition, kind: kind, recipients: [],
                learners: lists.map { $0.learner.id }, bytes: bytes, digest: ContentDigest(ofBytes: bytes).hex, at: now)
        }
        guard !lists.isEmpty else { return [] }
        var entries: [OutboxEntry] = []
        // A learner of several classes is printed once: with the first of them that is printed.
        let byClass = Dictionary(grouping: lists) { gathered in
            gathered.learner.classes.first { settings.printedClasses?.contains($0) ?? true }
        }
        for case (let name?, let lists) in byClass.sorted(by: { ($0.key ?? "") < ($1.key ?? "") }) {
            let documents = lists.map { maker.document($0, role: .learner) }
            let bytes = renderers.print.render(documents, className: name, paper: settings.paper)
            entries.append(entry("print/\(name.asFileName).html", .page, lists, bytes))
        }
        let documents = lists.map { maker.document($0, role: .teacher) }
        entries.append(entry("lists.jsonl", .data, lists, renderers.jsonLines.render(documents)))
        return entries
    }

    private static func name(of list: ReadingList, recipient: MailPolicy.Recipient, number: Int) -> String {
        "\(list.edition)/mail/\(list.learner.rawValue.asFileName)-\(recipient.role.rawValue)"
            + (number > 1 ? "-\(number)" : "") + ".eml"
    }
}

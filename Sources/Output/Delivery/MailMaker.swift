import Content
import ContentDigest
import Store

/// Renders the mails of lists and stores them, some at a time. A mail that is there already is never made anew.
struct MailMaker {
    let store: Store
    let renderers: Renderers
    let settings: DeliverySettings
    private var texts = ItemTexts()
    /// How many lists of each school had nobody to send them; nil: of no school that is named.
    private(set) var withoutSender: [SchoolName?: Int] = [:]

    init(store: Store, renderers: Renderers, settings: DeliverySettings) {
        self.store = store
        self.renderers = renderers
        self.settings = settings
    }

    private struct Planned {
        var gathered: GatheredList
        /// What holds in the learner's school.
        var settings: DeliverySettings
        var from: MailAddress
        var recipient: MailPolicy.Recipient
        var number: Int
        var name: String
        /// The name that an older version of Gleaner gave it; nil: the same.
        var former: String?
    }

    /// Makes the mails of some lists.
    mutating func make(
        _ lists: [GatheredList], summary: inout RunSummary.Deliver, findings: inout [Finding]
    ) throws(StoreError) {
        var planned: [Planned] = []
        for gathered in lists {
            let settings = settings.of(gathered.addressee)
            guard let from = settings.from else {
                summary.printOnly += 1
                withoutSender[self.settings.school(of: gathered.addressee), default: 0] += 1
                continue
            }
            let recipients = settings.policy.recipients(for: gathered.addressee)
            if recipients.isEmpty { summary.printOnly += 1 }
            for (index, recipient) in recipients.enumerated() {
                let number = recipients[...index].count { $0.role == recipient.role }
                let id = gathered.list.learner.rawValue
                let name = { MailMaker.name($0, in: gathered.list, recipient: recipient, number: number) }
                planned.append(
                    Planned(
                        gathered: gathered, settings: settings, from: from, recipient: recipient, number: number,
                        name: name(FileName.of(learner: id)),
                        former: FileName.former(ofLearner: id).map { name($0) }.flatMap {
                            FileName.isWritable($0) ? $0 : nil
                        }))
            }
        }
        let there = try store.outbox.known(of: planned.map { $0.name } + planned.compactMap { $0.former })
        var entries: [OutboxEntry] = []
        for plan in planned where there[plan.name] == nil && plan.former.flatMap({ there[$0] }) == nil {
            do {
                entries.append(try mail(plan))
            } catch {
                findings.append(.mailNotMade(for: plan.gathered.learner.id, error))
            }
        }
        try store.write { scope throws(StoreError) in try store.outbox.add(entries, in: scope) }
        summary.mails += entries.count
    }

    private mutating func mail(_ plan: Planned) throws -> OutboxEntry {
        let (gathered, settings) = (plan.gathered, plan.settings)
        let address = plan.recipient.address
        let shown = plan.recipient.role == .learner ? gathered.learner.name : nil
        let envelope = try Envelope(
            from: plan.from, to: [MailAddress(name: shown, address: address)], wishes: settings.wishes ?? plan.from,
            listDomain: settings.listDomain,
            oneClick: settings.oneClickAddress(learner: gathered.learner.id, address: address), number: plan.number)
        let document = DocumentMaker(settings: settings).mail(
            gathered, to: plan.recipient.role, language: plan.recipient.language)
        let bytes = renderers.mail.render(document, envelope: envelope, texts: &texts)
        var entry = OutboxEntry(
            name: plan.name, edition: gathered.list.edition, kind: .mail, recipients: [address],
            learners: [gathered.learner.id], bytes: bytes, digest: "", at: gathered.list.made)
        entry.stopToken = settings.stopToken(learner: gathered.learner.id, address: address)
        return entry
    }

    /// Whether an outbox name is that of a mail to a teacher about a class.
    static func isForTeacher(_ name: String) -> Bool { name.contains("/teacher/") }

    private static func name(
        _ file: String, in list: ReadingList, recipient: MailPolicy.Recipient, number: Int
    ) -> String {
        "\(list.edition)/mail/\(file)-\(recipient.role.rawValue)"
            + (number > 1 ? "-\(number)" : "") + ".eml"
    }
}

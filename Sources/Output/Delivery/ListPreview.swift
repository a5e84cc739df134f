import Content
import Store

/// Shows a list as it would go out, without sending or recording anything.
public struct ListPreview: Sendable {
    let store: Store
    let renderers: Renderers
    let settings: DeliverySettings

    /// A learner's id as the name of a folder.
    public static func folderName(of learner: LearnerID) -> String { FileName.of(learner: learner.rawValue) }

    /// A preview over a store.
    package init(store: Store, renderers: Renderers, settings: DeliverySettings) {
        self.store = store
        self.renderers = renderers
        self.settings = settings
    }

    /// One list in all the ways it can be looked at.
    public struct Views: Hashable, Sendable {
        /// The HTML of the mail, as a light program shows it.
        public var light: [UInt8]
        /// The same, as a dark one shows it.
        public var dark: [UInt8]
        /// The text of the mail.
        public var text: [UInt8]
        /// The page to print.
        public var page: [UInt8]
        /// The mail as it would be sent, with its headers.
        public var mail: [UInt8]
        /// The subject.
        public var subject: String
        /// The addresses that the mail would go to; empty: it goes to print and the teacher alone.
        public var recipients: [String]
    }

    /// The views of a learner's list, whatever its state; nil where there is none, or where nothing of it may be sent any more.
    ///
    /// - Parameter guardian: the guardian whose mail it is, by address, whether they would be written to or not; nil: the first.
    public func views(
        of learner: LearnerID, edition: Edition, role: RecipientRole?, guardian: String? = nil
    ) throws(StoreError) -> Views? {
        guard let (gathered, settings) = try gathered(of: learner, edition) else { return nil }
        let all = settings.policy.recipients(for: gathered.addressee)
        let role = guardian.map { _ in .guardian } ?? role ?? all.first?.role ?? .learner
        let recipients = all.filter { recipient in
            recipient.role == role && (guardian.map { Guardian.key($0) == Guardian.key(recipient.address) } ?? true)
        }
        let named = guardian.flatMap { address in
            gathered.addressee.guardians.first { Guardian.key($0.address) == Guardian.key(address) }
        }
        let language = named.map(\.language) ?? recipients.first?.language
        let maker = DocumentMaker(settings: settings)
        let isForClass = learner.classRead != nil
        let document =
            isForClass ? maker.classPage(gathered) : maker.mail(gathered, to: role, language: language)
        guard let envelope = ListPreview.envelope(settings, gathered, recipients.first) else { return nil }
        let page = isForClass ? document : maker.document(gathered, role: .learner, sight: .paper)
        let parts = renderers.mail.parts(of: document, envelope: envelope)
        let className = gathered.learner.classes.first ?? ""
        return Views(
            light: Array(parts.html.utf8), dark: ListPreview.alwaysDark(parts.html), text: Array(parts.text.utf8),
            page: renderers.print.render([page], className: className, paper: settings.paper),
            mail: renderers.mail.render(document, envelope: envelope), subject: renderers.mail.subject(of: document),
            recipients: settings.from == nil ? [] : recipients.map { $0.address })
    }

    /// A list as it stands now, whatever its state, with what holds in its learner's school; nil where there is none, or where nothing of it
    /// may be sent any more.
    func gathered(
        of learner: LearnerID, _ edition: Edition
    ) throws(StoreError) -> (list: GatheredList, settings: DeliverySettings)? {
        guard let stored = try store.lists.newest(for: learner, edition: edition) else { return nil }
        let key = ListKey(learner: learner, run: stored.run, name: "", classes: [])
        var gatherer = ListGatherer(store: store, edition: edition)
        let gathered = try gatherer.gather([key], look: look(at: edition), anyState: true).ready.first
        return gathered.map { ($0, settings.of($0.addressee)) }
    }

    /// What holds now for lists of an edition.
    func look(at edition: Edition) throws(StoreError) -> LastLook {
        LastLook(
            try store.learners.rules(), of: edition, named: settings.classesOfSchedules[edition.schedule],
            topics: try store.topics.families(), basis: settings.basis)
    }

    /// The envelope of the mail; where there is no sender or recipient yet, made-up ones stand in.
    static func envelope(
        _ settings: DeliverySettings, _ gathered: GatheredList, _ recipient: MailPolicy.Recipient?
    ) -> Envelope? {
        let nobody = "nobody@localhost"
        guard let somebody = try? MailAddress(address: nobody) else { return nil }
        let name = recipient?.role == .learner ? gathered.learner.name : nil
        let to = recipient.flatMap { try? MailAddress(name: name, address: $0.address) } ?? somebody
        let from = settings.from ?? somebody
        return try? Envelope(
            from: from, to: [to], wishes: settings.wishes ?? from, listDomain: settings.listDomain,
            oneClick: settings.oneClickAddress(learner: gathered.learner.id, address: to.address))
    }

    /// The HTML with the rules of its dark mode always on.
    private static func alwaysDark(_ html: String) -> [UInt8] {
        let dark = html.replacing("@media (prefers-color-scheme:dark)", with: "@media all")
            .replacing("content=\"light dark\"", with: "content=\"dark\"")
        return Array(dark.utf8)
    }
}

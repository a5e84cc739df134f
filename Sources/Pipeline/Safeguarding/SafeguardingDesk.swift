import Configuration
import Content
import Output
import Safeguarding
import Store

/// What is done with a wish that a grown-up must see: it is hidden, and somebody is written to the same day.
public struct SafeguardingDesk: Sendable {
    package let school: School
    package let store: Store
    let outbox: any OutboxFolder

    /// A desk over a school's store and outbox.
    package init(school: School, store: Store) {
        self.init(school: school, store: store, outbox: DiskOutbox(root: school.folder.outbox))
    }

    init(school: School, store: Store, outbox: any OutboxFolder) {
        self.school = school
        self.store = store
        self.outbox = outbox
    }

    /// Where findings about it are.
    public static let place = "safeguarding"

    /// The schedule that mails about learners are filed under.
    static let schedule = "safeguarding"

    /// Writes to somebody about each note that nobody was written to about, and puts mails into the outbox that are not there
    /// yet. What cannot be done now is a finding, is tried again at the next command and tick, and shows in the status.
    public func notify(now: Timestamp) throws -> [Finding] {
        try store.write { scope in try notify(now: now, in: scope) }
    }

    private func notify(now: Timestamp, in scope: borrowing WriteScope) throws -> [Finding] {
        var findings: [Finding] = []
        let classes = try store.learners.classes()
        for note in try store.safeguarding.unmailed() {
            let facts = try store.learners.facts(about: [note.learner])
            let learner = Learner(id: note.learner, facts: facts.readable[note.learner] ?? [])
            let adults = GrownUps(
                configuration: school.configuration, classes: classes,
                schoolsOfClasses: school.configuration.isDistrict
                    ? try store.learners.schools(ofClasses: learner.classes) : [:])
            // Of whom a row is not understood nobody knows the school.
            guard let to = adults.address(for: learner, isUnderstood: facts.unread.isEmpty),
                let entry = try? mail(note, learner, to: to, now: now)
            else {
                findings.append(.nobodyForNote(note.number, isDistrict: school.configuration.isDistrict))
                continue
            }
            try store.outbox.add([entry], in: scope)
            try store.safeguarding.setMail(entry.name, of: note.number, in: scope)
        }
        return findings + (try write(in: scope))
    }

    private func mail(_ note: SafeguardingNote, _ learner: Learner, to address: String, now: Timestamp)
        throws(MailAddressError) -> OutboxEntry
    {
        let date = school.localDate(at: note.at, of: SchoolName(of: learner))
        let edition = Edition(schedule: Self.schedule, date: date)
        let name = "\(edition)/mail/note-\(note.number).eml"
        // A school that mails no lists still has the file; whoever opens it sees whom it is for.
        let from = school.configuration.mail(of: learner).from
        let to = try MailAddress(address: address)
        let mail = SafeguardingMail(
            .init(
                name: learner.name, classes: learner.classes.joined(separator: ", "), note: note,
                date: date),
            from: from ?? to, to: to, language: school.configuration.school(of: learner).language,
            renderers: school.renderers, at: now, name: "safeguarding-\(note.number)-\(note.at.iso)")
        return OutboxEntry(
            name: name, edition: edition, kind: .mail, recipients: [address], learners: [], bytes: mail.bytes,
            digest: "", at: now)
    }

    private func write(in scope: borrowing WriteScope) throws -> [Finding] {
        let names = try store.safeguarding.unwrittenMails()
        let entries = try store.outbox.entries(named: names)
        let failures = outbox.write(entries.map { OutboxFile(name: $0.name, bytes: $0.bytes) })
        try store.outbox.setState(.written, of: entries.map { $0.name }.filter { failures[$0] == nil }, in: scope)
        return failures.keys.sorted().map { .noteMailUnwritten(failures[$0]?.problem ?? "") }
    }
}

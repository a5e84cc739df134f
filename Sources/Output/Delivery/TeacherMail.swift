import Content
import ContentDigest

/// Makes the mail to the teachers of a class.
struct TeacherMail {
    let renderers: Renderers
    let settings: DeliverySettings
    let edition: Edition

    /// A mail to the teacher of a class with its bundle; nil where there is no sender or no address. It is made once, with the
    /// lists that are there then.
    func with(
        _ bundle: [UInt8], of name: String, file: String, _ lists: [GatheredList], classPage: GatheredList? = nil
    ) -> OutboxEntry? {
        let all = lists + (classPage.map { [$0] } ?? [])
        guard let from = settings.from,
            let teacher = all.compactMap({ $0.schoolClass }).first(where: { $0.name == name }),
            let made = all.map({ $0.list.made }).max()
        else { return nil }
        let to = teacher.teachers.compactMap { person in
            person.address.flatMap { try? MailAddress(name: person.name, address: $0) }
        }
        // A mail to several has no address that would stop it for one of them.
        let only = to.count == 1 ? to.first?.address : nil
        let oneClick = only.flatMap {
            settings.oneClickAddress(learner: LearnerID(rawValue: "class " + name), address: $0)
        }
        guard !to.isEmpty,
            let envelope = try? Envelope(
                from: from, to: to, wishes: settings.wishes ?? from, listDomain: settings.listDomain, oneClick: oneClick
            )
        else { return nil }
        let code = ContentDigest(of: [edition.description, "class", name, file]).code(length: 7)
        var document = ListDocument(
            edition: edition, role: .teacher, learnerName: name,
            language: settings.regional(teacher.language ?? settings.language), school: settings.school,
            teacher: teacher.printedTeachers, listCode: code, lines: [], made: made)
        document.supply = lists.filter { $0.supply.runsOut }.compactMap { gathered in
            gathered.supply.first.map { missing(gathered.learner.name, $0, from: made.utcDate) }
        }
        let bytes = renderers.mail.bundle(
            document, count: all.count, envelope: envelope,
            attachment: MimeMessage.Attachment(name: "\(file).zip", type: "application", subtype: "zip", bytes: bundle))
        return OutboxEntry(
            name: "\(edition)/mail/teacher/\(file).eml", edition: edition, kind: .mail,
            recipients: to.map { $0.address }, learners: all.map { $0.learner.id }, bytes: bytes, digest: "", at: made
        )
    }

    /// What is missing for a learner in their own language, by the week in which it runs out.
    private func missing(_ name: String, _ supply: LearnerSupply, from date: CalendarDate) -> ListDocument.Supply {
        ListDocument.Supply(
            name: name, language: supply.language, needed: supply.needed, lowest: supply.lowest,
            highest: supply.highest, by: date.adding(days: 7 * (supply.lasts ?? 0) + 7))
    }
}

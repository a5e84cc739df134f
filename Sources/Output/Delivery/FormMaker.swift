import Content
import ContentDigest
import Store

/// Makes the forms that a school wants of its lists beside the mails: files of a class, of a learner, and of all. A file that
/// is there already is replaced only where it differs.
struct FormMaker {
    let store: Store
    let renderers: Renderers
    let settings: DeliverySettings
    let edition: Edition
    let now: Timestamp
    /// The names of the classes' files.
    let classNames: ClassFileNames
    /// The classes that have learners of several schools.
    let mixedClasses: Set<String>

    /// The lists of the next file of all lists, and their learners.
    private var data: [UInt8] = []
    private var dataLearners: [LearnerID] = []
    private var dataPart = 1
    private var texts = PageTexts()
    /// The classes of several schools that somebody was told of.
    private var told: Set<String> = []

    init(
        store: Store, renderers: Renderers, settings: DeliverySettings, edition: Edition, now: Timestamp,
        classNames: ClassFileNames, mixedClasses: Set<String> = []
    ) {
        self.store = store
        self.renderers = renderers
        self.settings = settings
        self.edition = edition
        self.now = now
        self.classNames = classNames
        self.mixedClasses = mixedClasses
    }

    /// Makes the files of one group of lists.
    mutating func add(
        _ group: DeliveryOrder.Group, _ lists: [GatheredList], _ summary: inout RunSummary.Deliver,
        _ findings: inout [Finding]
    ) throws(StoreError) {
        guard !lists.isEmpty else { return }
        let documents = lists.map { document($0, role: .learner, sight: .paper) }
        var entries: [OutboxEntry] = []
        if let name = group.className {
            do throws(ZipError) {
                entries += try classFiles(name, group.part, documents, lists)
                if mixedClasses.contains(name), told.insert(name).inserted {
                    findings.append(.classOfSeveralSchools(name, isMailed: settings.mailsBundles))
                }
            } catch {
                findings.append(.filesNotMade(ofClass: name, error))
            }
        }
        do throws(ZipError) {
            for (document, gathered) in zip(documents, lists) { entries += try learnerFiles(document, gathered) }
        } catch {
            findings.append(.filesNotMade(of: edition, error))
        }
        try keep(entries, of: lists.map { $0.learner.id }, &summary)
        if settings.forms.contains(.json) {
            for gathered in lists {
                data += renderers.jsonLines.render([document(gathered, role: .teacher, sight: .others)])
                dataLearners.append(gathered.learner.id)
                if dataLearners.count == DeliverStage.largestData { try flush(&summary) }
            }
        }
    }

    /// Makes what is left of the files of all lists.
    mutating func finish(_ summary: inout RunSummary.Deliver) throws(StoreError) { try flush(&summary) }

    private mutating func flush(_ summary: inout RunSummary.Deliver) throws(StoreError) {
        guard !dataLearners.isEmpty else { return }
        try keep([entry("lists\(ClassFileNames.suffix(dataPart)).jsonl", .data, dataLearners, data)], &summary)
        dataPart += 1
        (data, dataLearners) = ([], [])
    }

    /// Stores files; those that are there just so stay as they are.
    private func keep(
        _ made: [OutboxEntry], of learners: [LearnerID] = [], _ summary: inout RunSummary.Deliver
    ) throws(StoreError) {
        let former = formerNames(of: learners)
        let before = try store.outbox.known(of: made.map { $0.name } + made.compactMap { former[$0.name] })
        let entries = made.map { entry in
            guard before[entry.name] == nil, let name = former[entry.name], before[name] != nil else { return entry }
            var entry = entry
            entry.name = name
            return entry
        }
        let changed = entries.filter { before[$0.name] != $0.digest }
        summary.pages += changed.count { $0.kind == .page }
        try store.write { scope throws(StoreError) in
            try store.outbox.add(changed, replacing: true, in: scope)
        }
    }

    /// The document of a list, by what its learner's school says.
    private func document(
        _ gathered: GatheredList, role: RecipientRole, sight: Discretion.Sight, language: String? = nil
    ) -> ListDocument {
        DocumentMaker(settings: settings.of(gathered.addressee)).document(
            gathered, role: role, sight: sight, language: language)
    }

    private mutating func classFiles(
        _ name: String, _ part: Int, _ documents: [ListDocument], _ lists: [GatheredList]
    ) throws(ZipError) -> [OutboxEntry] {
        let (forms, settings) = (settings.forms, settings.of(lists.map { $0.addressee }))
        let file = classNames.name(of: name, part: part)
        let learners = lists.map { $0.learner.id }
        let ofClass = lists.compactMap { $0.schoolClass }.first { $0.name == name }?.language
        var entries: [OutboxEntry] = []
        let wantsBundle = forms.contains(.bundle) || settings.mailsBundles
        let pages =
            forms.contains(.print) || wantsBundle
            ? renderers.print.render(documents, className: name, paper: settings.paper, texts: &texts) : []
        if forms.contains(.print) { entries.append(entry("print/\(file).html", .page, learners, pages)) }
        let wanted: Set<ListForm> = [.csv, .atom, .bundle]
        guard wantsBundle || !forms.isDisjoint(with: wanted) else { return entries }
        let texts = documents.map { (document: $0, text: renderers.text(of: $0)) }
        if forms.contains(.csv) {
            // A table is a teacher's, not a page.
            let table = lists.map { gathered in
                let document = document(gathered, role: .learner, sight: .others, language: ofClass)
                return (document: document, text: renderers.text(of: document))
            }
            entries.append(entry("csv/\(file).csv", .data, learners, CSVForm.bytes(of: table, className: name)))
        }
        if forms.contains(.atom) {
            let words = renderers.words.spoken(in: settings.regional(ofClass ?? settings.language), to: .teacher)
            let title = words.text(
                .printTitle, ["class": CleanText.line(name, limit: 60), "date": words.date(edition.date)])
            let shared = ofClass == nil ? texts : lists.map { text(of: $0, in: ofClass) }
            let bytes = AtomForm(domain: settings.listDomain).classFeed(shared, className: name, title: title)
            entries.append(entry("atom/\(file).xml", .data, learners, bytes))
        }
        if wantsBundle {
            let bundle = try BundleForm.bytes(of: texts, className: name, file: file, pages: pages)
            if forms.contains(.bundle) { entries.append(entry("bundle/\(file).zip", .data, learners, bundle)) }
            if settings.mailsBundles, let mail = teacherMail(bundle, name, file, documents, lists) {
                entries.append(mail)
            }
        }
        return entries
    }

    /// A list as others see it on a class's page, in the class's language.
    private func text(
        of gathered: GatheredList, in language: String?
    ) -> (document: ListDocument, text: ListInWords) {
        let document = DocumentMaker(settings: settings).document(
            gathered, role: .learner, sight: .paper, language: language)
        return (document: document, text: renderers.text(of: document))
    }

    private func learnerFiles(_ document: ListDocument, _ gathered: GatheredList) throws(ZipError) -> [OutboxEntry] {
        let forms = settings.forms
        guard !forms.isDisjoint(with: [.text, .markdown, .epub, .atomOfLearners]) else { return [] }
        let text = renderers.text(of: document)
        let learner = gathered.learner.id
        let file = FileName.of(learner: learner.rawValue)
        var entries: [OutboxEntry] = []
        if forms.contains(.text) {
            entries.append(entry(FormMaker.path(.text, file), .page, [learner], PlainTextForm.bytes(of: text)))
        }
        if forms.contains(.markdown) {
            entries.append(entry(FormMaker.path(.markdown, file), .page, [learner], MarkdownForm.bytes(of: text)))
        }
        if forms.contains(.epub) {
            entries.append(entry(FormMaker.path(.epub, file), .page, [learner], try EPUBForm.bytes(of: text, document)))
        }
        if forms.contains(.atomOfLearners) {
            let domain = settings.of(gathered.addressee).listDomain
            let bytes = AtomForm(domain: domain).learnerFeed(document, text)
            entries.append(entry(FormMaker.path(.atomOfLearners, file), .page, [learner], bytes))
        }
        return entries
    }

    /// A mail to the teacher of a class with its bundle; nil where there is no sender or no address. It is made once, with the
    /// lists that are there then.
    private func teacherMail(
        _ bundle: [UInt8], _ name: String, _ file: String, _ documents: [ListDocument], _ lists: [GatheredList]
    ) -> OutboxEntry? {
        // Who teaches a class of two schools is not a teacher of both.
        guard !mixedClasses.contains(name) else { return nil }
        let settings = settings.of(lists.map { $0.addressee })
        guard let from = settings.from,
            let teacher = lists.compactMap({ $0.schoolClass }).first(where: { $0.name == name }),
            let made = documents.map({ $0.made }).max()
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
            document, count: documents.count, envelope: envelope,
            attachment: MimeMessage.Attachment(name: "\(file).zip", type: "application", subtype: "zip", bytes: bundle))
        return OutboxEntry(
            name: "\(edition)/mail/teacher/\(file).eml", edition: edition, kind: .mail,
            recipients: to.map { $0.address }, learners: lists.map { $0.learner.id }, bytes: bytes, digest: "", at: made
        )
    }

    /// What is missing for a learner in their own language, by the week in which it runs out.
    private func missing(_ name: String, _ supply: LearnerSupply, from date: CalendarDate) -> ListDocument.Supply {
        ListDocument.Supply(
            name: name, language: supply.language, needed: supply.needed, lowest: supply.lowest,
            highest: supply.highest, by: date.adding(days: 7 * (supply.lasts ?? 0) + 7))
    }

    /// The path of a learner's file, of the forms that have one for each.
    private static func path(_ form: ListForm, _ file: String) -> String {
        switch form {
        case .text: "text/\(file).txt"
        case .markdown: "markdown/\(file).md"
        case .epub: "epub/\(file).epub"
        default: "atom/learners/\(file).xml"
        }
    }

    /// The names that an older version of Gleaner gave the files of learners, by their names of now, where these are others.
    private func formerNames(of learners: [LearnerID]) -> [String: String] {
        var names: [String: String] = [:]
        for learner in learners {
            guard let former = FileName.former(ofLearner: learner.rawValue) else { continue }
            let file = FileName.of(learner: learner.rawValue)
            for form in [ListForm.text, .markdown, .epub, .atomOfLearners] {
                let name = "\(edition)/" + FormMaker.path(form, former)
                if FileName.isWritable(name) { names["\(edition)/" + FormMaker.path(form, file)] = name }
            }
        }
        return names
    }

    private func entry(
        _ name: String, _ kind: OutboxEntry.Kind, _ learners: [LearnerID], _ bytes: [UInt8]
    ) -> OutboxEntry {
        OutboxEntry(
            name: "\(edition)/\(name)", edition: edition, kind: kind, recipients: [], learners: learners, bytes: bytes,
            digest: ContentDigest(ofBytes: bytes).hex, at: now)
    }
}

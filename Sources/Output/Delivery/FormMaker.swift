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
    /// The pages of classes that have not been put into a bundle yet, by class.
    private var classPages: [String: ClassPage] = [:]

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
            for gathered in lists where gathered.addressee.mayBeCopied(on: settings.basis) {
                data += renderers.jsonLines.render([document(gathered, role: .teacher, sight: .others)])
                dataLearners.append(gathered.learner.id)
                if dataLearners.count == DeliverStage.largestData { try flush(&summary) }
            }
        }
    }

    /// Makes the files of classes' pages. What goes into bundles waits for them.
    mutating func add(classPages pages: [GatheredList], _ summary: inout RunSummary.Deliver) throws(StoreError) {
        for gathered in pages {
            guard let name = gathered.list.learner.classRead else { continue }
            let document = DocumentMaker(settings: settings).classPage(gathered)
            let bytes = renderers.print.render([document], className: name, paper: settings.paper, texts: &texts)
            let page = ClassPage(gathered: gathered, file: classNames.page(of: name), bytes: bytes)
            if settings.forms.contains(.print) {
                try keep([entry("print/\(page.file).html", .page, [page.reader], bytes)], &summary)
            }
            if settings.forms.contains(.bundle) || settings.mailsBundles { classPages[name] = page }
        }
    }

    /// Makes what is left: the bundles of classes that have a page alone, and of the files of all lists the last.
    mutating func finish(
        _ summary: inout RunSummary.Deliver, _ findings: inout [Finding]
    ) throws(StoreError) {
        for name in classPages.keys.sorted() {
            var entries: [OutboxEntry] = []
            do throws(ZipError) {
                entries = try bundle(of: name, file: classNames.name(of: name, part: 1), [], [], pages: [])
            } catch {
                findings.append(.filesNotMade(ofClass: name, error))
            }
            try keep(entries, &summary)
        }
        try flush(&summary)
    }

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
        let former = FormPath.formerNames(of: learners, in: edition)
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
        // What goes to a teacher is a copy.
        let copied = lists.indices.filter { lists[$0].addressee.mayBeCopied(on: settings.basis) }
        let copiedLearners = copied.map { learners[$0] }
        let wantsBundle =
            (forms.contains(.bundle) || settings.mailsBundles) && !(copied.isEmpty && classPages[name] == nil)
        let needsPages = forms.contains(.print) || wantsBundle && copied.count == lists.count
        let pages =
            needsPages ? renderers.print.render(documents, className: name, paper: settings.paper, texts: &texts) : []
        if forms.contains(.print) { entries.append(entry("print/\(file).html", .page, learners, pages)) }
        let wanted: Set<ListForm> = [.csv, .atom, .bundle]
        guard wantsBundle || !forms.isDisjoint(with: wanted) else { return entries }
        let texts = documents.map { (document: $0, text: renderers.text(of: $0)) }
        if forms.contains(.csv) {
            // A table is a teacher's, not a page.
            let table = copied.map { number in
                let document = document(lists[number], role: .learner, sight: .others, language: ofClass)
                return (document: document, text: renderers.text(of: document))
            }
            let bytes = CSVForm.bytes(of: table, className: name)
            if !copied.isEmpty { entries.append(entry("csv/\(file).csv", .data, copiedLearners, bytes)) }
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
            let inBundle = copied.map { texts[$0] }
            let bundlePages =
                copied.isEmpty || copied.count == lists.count
                ? pages
                : renderers.print.render(
                    inBundle.map { $0.document }, className: name, paper: settings.paper, texts: &self.texts)
            entries += try bundle(of: name, file: file, inBundle, copied.map { lists[$0] }, pages: bundlePages)
        }
        return entries
    }

    /// The bundle of a class for its teachers, with the class's page, as a file and as a mail.
    private mutating func bundle(
        of name: String, file: String, _ texts: [(document: ListDocument, text: ListInWords)], _ lists: [GatheredList],
        pages: [UInt8]
    ) throws(ZipError) -> [OutboxEntry] {
        let page = classPages.removeValue(forKey: name)
        let bytes = try BundleForm.bytes(
            of: texts, className: name, file: file, pages: pages, classPage: page.map { ($0.file, $0.bytes) })
        let learners = lists.map { $0.learner.id } + (page.map { [$0.reader] } ?? [])
        var entries: [OutboxEntry] = []
        if settings.forms.contains(.bundle) { entries.append(entry("bundle/\(file).zip", .data, learners, bytes)) }
        // Who teaches a class of two schools is not a teacher of both.
        if settings.mailsBundles, !mixedClasses.contains(name),
            let mail = TeacherMail(renderers: renderers, settings: settings, edition: edition).with(
                bytes, of: name, file: file, lists, classPage: page?.gathered)
        {
            entries.append(mail)
        }
        return entries
    }

    /// A list as others see it on a class's page, in the class's language.
    private func text(
        of gathered: GatheredList, in language: String?
    ) -> (document: ListDocument, text: ListInWords) {
        let document = document(gathered, role: .learner, sight: .paper, language: language)
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
            entries.append(entry(FormPath.of(.text, file), .page, [learner], PlainTextForm.bytes(of: text)))
        }
        if forms.contains(.markdown) {
            entries.append(entry(FormPath.of(.markdown, file), .page, [learner], MarkdownForm.bytes(of: text)))
        }
        if forms.contains(.epub) {
            entries.append(entry(FormPath.of(.epub, file), .page, [learner], try EPUBForm.bytes(of: text, document)))
        }
        if forms.contains(.atomOfLearners) {
            let domain = settings.of(gathered.addressee).listDomain
            let bytes = AtomForm(domain: domain).learnerFeed(document, text)
            entries.append(entry(FormPath.of(.atomOfLearners, file), .page, [learner], bytes))
        }
        return entries
    }

    private func entry(
        _ name: String, _ kind: OutboxEntry.Kind, _ learners: [LearnerID], _ bytes: [UInt8]
    ) -> OutboxEntry {
        OutboxEntry(
            name: "\(edition)/\(name)", edition: edition, kind: kind, recipients: [], learners: learners, bytes: bytes,
            digest: ContentDigest(ofBytes: bytes).hex, at: now)
    }
}

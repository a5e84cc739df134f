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
            for gathered in lists where gathered.addressee.mayBeCopied(on: settings.basis) {
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
        // What goes to a teacher is a copy.
        let copied = lists.indices.filter { lists[$0].addressee.mayBeCopied(on: settings.basis) }
        let copiedLearners = copied.map { learners[$0] }
        let wantsBundle = (forms.contains(.bundle) || settings.mailsBundles) && !copied.isEmpty
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
            let inBundle = copied.map { documents[$0] }
            let bundlePages =
                copied.count == lists.count
                ? pages
                : renderers.print.render(inBundle, className: name, paper: settings.paper, texts: &self.texts)
            let bundle = try BundleForm.bytes(
                of: copied.map { texts[$0] }, className: name, file: file, pages: bundlePages)
            if forms.contains(.bundle) { entries.append(entry("bundle/\(file).zip", .data, copiedLearners, bundle)) }
            // Who teaches a class of two schools is not a teacher of both.
            if settings.mailsBundles, !mixedClasses.contains(name),
                let mail = TeacherMail(renderers: renderers, settings: settings, edition: edition).with(
                    bundle, of: name, file: file, copied.map { lists[$0] })
            {
                entries.append(mail)
            }
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

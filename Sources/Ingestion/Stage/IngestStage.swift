import Content
import ContentDigest
import FeedParsing
import Store
import TextAnalysis

/// The first stage: reads the feeds of a plan and records their items in the store.
public struct IngestStage: Sendable {
    let store: Store
    let fetcher: any Fetcher
    let wordsPerMinute: Int
    /// How hard texts are to read.
    let levels: LevelMeasure
    /// Whether documents are read that were kept: no server is asked, and nothing is learnt of how feeds do.
    let isOffline: Bool

    /// A stage over a store.
    package init(
        store: Store, fetcher: any Fetcher, wordsPerMinute: Int, levels: LevelMeasure = LevelMeasure(),
        isOffline: Bool = false
    ) {
        self.levels = levels
        self.store = store
        self.fetcher = fetcher
        self.wordsPerMinute = wordsPerMinute
        self.isOffline = isOffline
    }

    /// Reads the feeds of the plan in its order, whatever order they arrive in, so that the store grows the same way in every run.
    /// `isWhole`: the plan is the school's whole list, so feeds that are not in it leave the list. `progress` is told after each how
    /// many feeds are done, of how many; an error of its own ends the stage there.
    public func run(
        _ plan: FeedPlan, isWhole: Bool, now: Timestamp, progress: (Int, Int) throws -> Void = { _, _ in }
    ) throws -> (RunSummary.Ingest, [Finding]) {
        var summary = RunSummary.Ingest()
        var findings = plan.findings
        // What the list names and is not there is a feed that could not be read.
        summary.failed = plan.findings.count { $0.severity == .error }
        summary.feeds = plan.entries.count + summary.failed
        var entries = plan.entries
        if !isWhole || plan.lacksListOfWeb {
            for index in entries.indices { try adoptWhatIsKnown(&entries[index].feed, isWhole: isWhole) }
        }
        let asking = try turns(of: entries, isWhole: isWhole, now: now, into: &summary, &findings)
        var done = entries.count - asking.count
        var requests: [FetchRequest] = []
        for (index, location) in asking {
            // What was read in another way is asked for anew, even if the server would say that it has not changed.
            let known = try store.items.validators(of: entries[index].feed.address)
            let isSame = known?.digest.hasPrefix(manner(of: entries[index])) == true
            requests.append(FetchRequest(address: location, validators: isSame ? known : nil))
        }
        try fetcher.fetch(requests) { turn, result in
            let entry = entries[asking[turn].index]
            findings += try take(result, of: entry, asked: requests[turn], into: &summary, now: now)
            done += 1
            try progress(done, entries.count)
        }
        if isWhole, plan.isComplete {
            let listed = Set(plan.entries.map { $0.feed.address })
            let gone = try store.write { scope throws(StoreError) in
                try store.items.unlist(allBut: listed, at: now, in: scope)
            }
            findings += gone.map { .feedLeftTheList($0) }
        }
        return (summary, findings)
    }

    /// A feed that is read by hand keeps the audience and language that the school's list gave it, and no feed gets a lower audience
    /// while a list that may raise it is out of reach.
    private func adoptWhatIsKnown(_ feed: inout Feed, isWhole: Bool) throws(StoreError) {
        guard let known = try store.items.feed(at: feed.address) else { return }
        feed.audience =
            isWhole || feed.audience != nil
            ? FeedAudience.stricter(feed.audience, known.audience) : known.audience
        guard !isWhole else { return }
        feed.audienceTo = feed.audienceTo ?? known.audienceTo
        feed.language = feed.language ?? known.language
        feed.evergreen = feed.evergreen ?? known.evergreen
        feed.schools = known.schools
        if feed.title == ShownAddress.text(feed.address) { feed.title = known.title }
    }

    /// Which feeds are asked now, and where; of the others it is kept and told why not.
    private func turns(
        of entries: [FeedPlan.Entry], isWhole: Bool, now: Timestamp, into summary: inout RunSummary.Ingest,
        _ findings: inout [Finding]
    ) throws(StoreError) -> [(index: Int, location: String)] {
        let states = try store.feedStates.states()
        let pauses = try store.feedStates.pauses(at: now)
        var asking: [(index: Int, location: String)] = []
        for (index, entry) in entries.enumerated() {
            if isWhole, entry.isPaused {
                try touch(entry.feed, now: now)
                summary.unchanged += 1
                continue
            }
            let state = states[entry.feed.address]
            guard entry.location.isWebAddress, !isOffline else {
                // What was kept was kept where it was read last.
                asking.append((index, state?.movedTo ?? entry.location))
                continue
            }
            let paused = pauses[HostQueue.host(of: state?.movedTo ?? entry.location)]
            let turn = FeedManners.turn(
                state, address: entry.location, pausedUntil: paused, isNamed: !isWhole, now: now)
            if case .ask(let location) = turn {
                asking.append((index, location))
                continue
            }
            try touch(entry.feed, now: now)
            guard let finding = FeedTold.leftAlone(entry.feed.address, turn, state) else {
                summary.unchanged += 1
                continue
            }
            summary.failed += 1
            findings.append(finding)
        }
        return asking
    }

    /// Takes what fetching a feed came to: into the store, and into what is known of how it does.
    private func take(
        _ result: FetchResult, of entry: FeedPlan.Entry, asked: FetchRequest, into summary: inout RunSummary.Ingest,
        now: Timestamp
    ) throws(StoreError) -> [Finding] {
        let feed = entry.feed
        switch result {
        case .notModified(let terms):
            summary.unchanged += 1
            try touch(feed, now: now)
            return try keepSuccess(of: entry, terms, nil, now: now)
        case .failed(let error):
            summary.failed += 1
            try touch(feed, now: now)
            try keepFailure(of: entry, error, asked: asked.address, now: now)
            return [.feedNotFetched(feed.address, error)]
        case .document(let document):
            let reading = try read(document, of: entry, known: asked.validators, into: &summary, now: now)
            guard let problem = reading.problem else {
                return try reading.findings + keepSuccess(of: entry, document.terms, reading.parsed, now: now)
            }
            try keepFailure(of: entry, FetchError(problem), asked: asked.address, now: now)
            return reading.findings
        }
    }

    private func keepSuccess(of entry: FeedPlan.Entry, _ terms: FetchTerms, _ parsed: ParsedFeed?, now: Timestamp)
        throws(StoreError) -> [Finding]
    {
        guard entry.location.isWebAddress, !isOffline else { return [] }
        let known = try store.feedStates.state(of: entry.feed.address)
        let state = FeedManners.afterSuccess(known, terms: terms, parsed: parsed, now: now)
        try store.write { scope throws(StoreError) in
            try store.feedStates.keep(state, of: entry.feed.address, in: scope)
        }
        return FeedTold.moved(entry.feed.address, from: known, to: state).map { [$0] } ?? []
    }

    private func keepFailure(of entry: FeedPlan.Entry, _ error: FetchError, asked: String, now: Timestamp)
        throws(StoreError)
    {
        guard entry.location.isWebAddress, !isOffline else { return }
        let known = try store.feedStates.state(of: entry.feed.address)
        if case .busy(let seconds) = error.kind {
            let until = FeedManners.pause(of: seconds, now: now)
            return try store.write { scope throws(StoreError) in
                try store.feedStates.pause(HostQueue.host(of: asked), until: until, at: now, in: scope)
            }
        }
        let state = FeedManners.afterFailure(known, error, now: now)
        try store.write { scope throws(StoreError) in
            try store.feedStates.keep(state, of: entry.feed.address, in: scope)
        }
    }

    /// What reading a document came to.
    private struct Reading {
        var findings: [Finding] = []
        /// The feed in it; nil where it is the document of the last time, or none.
        var parsed: ParsedFeed?
        /// Why it is no feed; nil where it is one.
        var problem: String?
    }

    private func read(
        _ document: FetchedDocument, of entry: FeedPlan.Entry, known: FeedValidators?,
        into summary: inout RunSummary.Ingest, now: Timestamp
    ) throws(StoreError) -> Reading {
        let feed = entry.feed
        let digest = manner(of: entry) + ContentDigest(ofBytes: document.bytes).hex
        if digest == known?.digest {
            summary.unchanged += 1
            try touch(feed, now: now)
            return Reading()
        }
        let parsed: (feed: ParsedFeed, findings: [Finding])
        do throws(FeedParseError) {
            let base = document.address.isWebAddress ? document.address : nil
            parsed = try FeedParser().parse(
                document.bytes, address: feed.address, baseURL: base, charset: document.charset)
        } catch {
            summary.failed += 1
            try touch(feed, now: now)
            return Reading(findings: [.feedNotUnderstood(feed.address, error)], problem: "\(error)")
        }
        guard parsed.feed.format != .none else {
            summary.failed += 1
            try touch(feed, now: now)
            let problem = parsed.findings.first { $0.severity == .error }?.problem ?? "There is no feed in it."
            return Reading(findings: parsed.findings, problem: problem)
        }
        var findings = parsed.findings
        let counts = try record(parsed.feed, document, of: entry, digest: digest, into: &findings, now: now)
        summary.read += 1
        summary.new += counts.new
        summary.changed += counts.changed
        return Reading(findings: findings, parsed: parsed.feed)
    }

    /// How a feed is read, as the beginning of its document's digest: what is made of the bytes depends on the pace, the
    /// list and the program too, and a change of these reads them anew.
    private func manner(of entry: FeedPlan.Entry) -> String {
        let list = "language \(entry.feed.language ?? "-"), licence \(entry.license ?? "-")"
        let manner = "\(wordsPerMinute) words a minute, \(list), reader 3, level by \(levels.name)"
        return ContentDigest(of: [manner]).hex.prefix(12) + " "
    }

    private func record(
        _ parsed: ParsedFeed, _ document: FetchedDocument, of entry: FeedPlan.Entry, digest: String,
        into findings: inout [Finding], now: Timestamp
    ) throws(StoreError) -> RecordedItems {
        var feed = entry.feed
        if let title = parsed.title, !title.isEmpty { feed.title = ShownAddress.text(title) }
        feed.homePage = parsed.link
        feed.language =
            parsed.language.map { ItemMaker.primaryTag($0) }.flatMap { $0.isEmpty ? nil : $0 } ?? feed.language
        let identity = ItemIdentity(feedAddress: feed.address, homePage: parsed.link, entries: parsed.entries)
        var maker = ItemMaker(feedLanguage: feed.language, wordsPerMinute: wordsPerMinute)
        maker.feedLicense = parsed.license ?? entry.license
        maker.secrets = AddressSecrets(of: feed.address, document.address)
        maker.secrets.hide(document.secrets)
        maker.levels = levels
        let items = identity.articles.map { maker.item($0.entry, keys: $0.keys) }
        findings += Self.contradictions(
            identity.articles.map { maker.declaredLanguage(of: $0.entry) }, items, feed: feed)
        let validators = FeedValidators(
            etag: document.etag, lastModified: document.lastModified, digest: digest)
        let read = feed
        return try store.write { scope throws(StoreError) in
            try store.items.record(read, items: items, validators: validators, at: now, in: scope)
        }
    }

    /// A word on articles that are clearly in another language than is declared for them.
    private static func contradictions(_ declared: [String?], _ items: [IncomingItem], feed: Feed) -> [Finding] {
        var others: [String: Int] = [:]
        for (declared, item) in zip(declared, items) {
            if let declared, let language = item.language, language != declared { others[language, default: 0] += 1 }
        }
        guard !others.isEmpty else { return [] }
        return [.articlesInOtherLanguages(of: feed.address, articles: items.count, others: others)]
    }

    /// Brings the school's own words about a feed up to date where its document did not change; what the publisher
    /// says stays as it was.
    private func touch(_ feed: Feed, now: Timestamp) throws(StoreError) {
        try store.write { scope throws(StoreError) in try touch(feed, now: now, in: scope) }
    }

    private func touch(_ feed: Feed, now: Timestamp, in scope: borrowing WriteScope) throws(StoreError) {
        guard var known = try store.items.feed(at: feed.address) else { return }
        (known.audience, known.audienceTo) = (feed.audience, feed.audienceTo)
        (known.evergreen, known.schools) = (feed.evergreen, feed.schools)
        // A version of Gleaner before this one may have taken the address for the title.
        known.title = ShownAddress.text(known.title)
        try store.items.touch(known, at: now, in: scope)
    }
}

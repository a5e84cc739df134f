import Content
import ContentDigest
import FeedParsing
import Store

/// The first stage: reads the feeds of a plan and records their items in the store.
public struct IngestStage: Sendable {
    let store: Store
    let fetcher: any Fetcher
    let wordsPerMinute: Int

    /// A stage over a store.
    public init(store: Store, fetcher: any Fetcher, wordsPerMinute: Int) {
        self.store = store
        self.fetcher = fetcher
        self.wordsPerMinute = wordsPerMinute
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
        var requests: [FetchRequest] = []
        for entry in entries {
            // What was read in another way is asked for anew, even if the server would say that it has not changed.
            let known = try store.items.validators(of: entry.feed.address)
            let isSame = known?.digest.hasPrefix(manner(of: entry.feed)) == true
            requests.append(FetchRequest(address: entry.location, validators: isSame ? known : nil))
        }
        try fetcher.fetch(requests) { index, result in
            let feed = entries[index].feed
            switch result {
            case .notModified:
                summary.unchanged += 1
                try touch(feed, now: now)
            case .failed(let error):
                summary.failed += 1
                findings.append(Finding(.error, at: .feed(feed.address), error.problem, remedy: error.remedy))
                try touch(feed, now: now)
            case .document(let document):
                findings += try read(document, of: feed, known: requests[index].validators, into: &summary, now: now)
            }
            try progress(index + 1, entries.count)
        }
        if isWhole, plan.isComplete {
            let listed = Set(plan.entries.map { $0.feed.address })
            let gone = try store.write { scope throws(StoreError) in
                try store.items.unlist(allBut: listed, at: now, in: scope)
            }
            for address in gone {
                findings.append(
                    Finding(.note, at: address, "it is no longer on the feed list: its articles are not sent."))
            }
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
        feed.language = feed.language ?? known.language
        if feed.title == ShownAddress.text(feed.address) { feed.title = known.title }
    }

    private func read(
        _ document: FetchedDocument, of feed: Feed, known: FeedValidators?, into summary: inout RunSummary.Ingest,
        now: Timestamp
    ) throws(StoreError) -> [Finding] {
        let digest = manner(of: feed) + ContentDigest(ofBytes: document.bytes).hex
        if digest == known?.digest {
            summary.unchanged += 1
            try touch(feed, now: now)
            return []
        }
        let parsed: (ParsedFeed, [Finding])
        do throws(FeedParseError) {
            let base = document.address.isWebAddress ? document.address : nil
            parsed = try FeedParser().parse(
                document.bytes, address: feed.address, baseURL: base, charset: document.charset)
        } catch {
            summary.failed += 1
            try touch(feed, now: now)
            return [Finding(.error, at: .feed(feed.address), "\(error)")]
        }
        guard parsed.0.format != .none else {
            summary.failed += 1
            try touch(feed, now: now)
            return parsed.1
        }
        let counts = try record(parsed.0, document, of: feed, digest: digest, now: now)
        summary.read += 1
        summary.new += counts.new
        summary.changed += counts.changed
        return parsed.1
    }

    /// How a feed is read, as the beginning of its document's digest: what is made of the bytes depends on the pace, the
    /// list and the program too, and a change of these reads them anew.
    private func manner(of feed: Feed) -> String {
        let manner = "\(wordsPerMinute) words a minute, language \(feed.language ?? "-"), reader 2"
        return ContentDigest(of: [manner]).hex.prefix(12) + " "
    }

    private func record(
        _ parsed: ParsedFeed, _ document: FetchedDocument, of listed: Feed, digest: String, now: Timestamp
    ) throws(StoreError) -> RecordedItems {
        var feed = listed
        if let title = parsed.title, !title.isEmpty { feed.title = ShownAddress.text(title) }
        feed.homePage = parsed.link
        feed.language =
            parsed.language.map { ItemMaker.primaryTag($0) }.flatMap { $0.isEmpty ? nil : $0 } ?? feed.language
        let identity = ItemIdentity(feedAddress: feed.address, homePage: parsed.link, entries: parsed.entries)
        var maker = ItemMaker(feedLanguage: feed.language, wordsPerMinute: wordsPerMinute)
        maker.feedLicense = parsed.license
        maker.secrets = AddressSecrets(of: feed.address, document.address)
        let items = identity.articles.map { maker.item($0.entry, keys: $0.keys) }
        let validators = FeedValidators(
            etag: document.etag, lastModified: document.lastModified, digest: digest)
        let read = feed
        return try store.write { scope throws(StoreError) in
            try store.items.record(read, items: items, validators: validators, at: now, in: scope)
        }
    }

    /// Brings the school's own words about a feed up to date where its document did not change; what the publisher
    /// says stays as it was.
    private func touch(_ feed: Feed, now: Timestamp) throws(StoreError) {
        try store.write { scope throws(StoreError) in try touch(feed, now: now, in: scope) }
    }

    private func touch(_ feed: Feed, now: Timestamp, in scope: borrowing WriteScope) throws(StoreError) {
        guard var known = try store.items.feed(at: feed.address) else { return }
        known.audience = feed.audience
        // A version of Gleaner before this one may have taken the address for the title.
        known.title = ShownAddress.text(known.title)
        try store.items.touch(known, at: now, in: scope)
    }
}

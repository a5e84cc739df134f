import Content
import FeedParsing
import Store
import TextAnalysis

/// Reads the pages behind the teasers of feeds for which the school allows it, each once, and measures the articles by them.
public struct PageStage: Sendable {
    let store: Store
    let fetcher: any Fetcher
    let wordsPerMinute: Int
    let levels: LevelMeasure

    /// A stage over a store.
    package init(store: Store, fetcher: any Fetcher, wordsPerMinute: Int, levels: LevelMeasure = LevelMeasure()) {
        self.levels = levels
        self.store = store
        self.fetcher = fetcher
        self.wordsPerMinute = wordsPerMinute
    }

    /// Pages of one host, and of all, in one run.
    static let mostAHost = 20
    static let mostARun = 400
    /// A feed's text of so many words is an article, whatever the page has.
    static let surelyWhole = 800
    /// Days for which an article's page is looked for.
    static let days: Int64 = 30
    /// A page's text of fewer words is no article.
    static let fewestWords = 60

    /// Reads pages. `mayGoOn` is asked before each; its error ends the stage there. Gives how many articles are measured by their page now.
    public func run(
        _ plan: FeedPlan, now: Timestamp, mayGoOn: () throws -> Void = {}
    ) throws -> (read: Int, findings: [Finding]) {
        let turns = try turns(in: plan, now: now)
        guard !turns.isEmpty else { return (0, []) }
        let rules = try rules(for: turns, mayGoOn: mayGoOn)
        var told = Told()
        var asking: [Turn] = []
        for turn in turns {
            guard let rules = rules[RobotsRules.address(for: turn.pending.url) ?? ""] else {
                // Nothing is known of the rules: it is not asked for now, and the next run looks again.
                told.failed[turn.feed, default: 0] += 1
                continue
            }
            if rules.allows(turn.pending.url) {
                asking.append(turn)
            } else {
                told.refused[turn.feed, default: 0] += 1
                try keep(.refused, nil, of: turn, now: now)
            }
        }
        let requests = asking.map { FetchRequest(address: $0.pending.url, wants: .page) }
        try fetcher.fetch(requests) { index, result in
            try mayGoOn()
            let turn = asking[index]
            switch result {
            case .document(let document): try take(document, for: turn, into: &told, now: now)
            case .notModified: break
            case .failed(let error):
                told.failed[turn.feed, default: 0] += 1
                if case .busy(let seconds) = error.kind {
                    let until = FeedManners.pause(of: seconds, now: now)
                    try store.write { scope throws(StoreError) in
                        try store.feedStates.pause(
                            HostQueue.host(of: turn.pending.url), until: until, at: now, in: scope)
                    }
                } else {
                    try keep(.failed, nil, of: turn, now: now)
                }
            }
        }
        return (told.read, told.findings(in: plan.entries.map { $0.feed.address }))
    }

    private struct Turn {
        var feed: String
        var pending: PageRepository.Pending
    }

    /// What is told at the end: counts by feed, since a server that refuses one page refuses all.
    private struct Told {
        var read = 0
        var refused: [String: Int] = [:]
        var failed: [String: Int] = [:]

        func findings(in order: [String]) -> [Finding] {
            order.flatMap { feed -> [Finding] in
                var findings: [Finding] = []
                if let count = refused[feed] { findings.append(.pagesRefused(of: feed, count: count)) }
                if let count = failed[feed] { findings.append(.pagesNotRead(of: feed, count: count)) }
                return findings
            }
        }
    }

    private func turns(in plan: FeedPlan, now: Timestamp) throws(StoreError) -> [Turn] {
        let pauses = try store.feedStates.pauses(at: now)
        var ofHost: [String: Int] = [:]
        var turns: [Turn] = []
        for entry in plan.entries where entry.text == .page && !entry.isPaused {
            let pending = try store.pages.pending(
                of: entry.feed.address, mostWords: Self.surelyWhole, since: now.adding(seconds: -Self.days * 86_400),
                now: now, limit: Self.mostAHost)
            for item in pending where item.url.isWebAddress && turns.count < Self.mostARun {
                let host = HostQueue.host(of: item.url)
                guard pauses[host] == nil, ofHost[host, default: 0] < Self.mostAHost else { continue }
                ofHost[host, default: 0] += 1
                turns.append(Turn(feed: entry.feed.address, pending: item))
            }
        }
        return turns
    }

    /// The rules of the servers, by the address of their file; one that cannot be had just now is left out.
    private func rules(for turns: [Turn], mayGoOn: () throws -> Void) throws -> [String: RobotsRules] {
        var places: [String] = []
        var known: Set<String> = []
        for turn in turns {
            if let place = RobotsRules.address(for: turn.pending.url), known.insert(place).inserted {
                places.append(place)
            }
        }
        var rules: [String: RobotsRules] = [:]
        try fetcher.fetch(places.map { FetchRequest(address: $0, wants: .page) }) { index, result in
            try mayGoOn()
            switch result {
            case .document(let document): rules[places[index]] = RobotsRules(document.bytes)
            // A server that has no such file has no rules; one that cannot be asked is left alone (RFC 9309, 2.3.1).
            case .failed(let error):
                if error.kind == .noDocument || error.kind == .gone { rules[places[index]] = .everything }
            case .notModified: break
            }
        }
        return rules
    }

    private func take(_ document: FetchedDocument, for turn: Turn, into told: inout Told, now: Timestamp)
        throws(StoreError)
    {
        let pending = turn.pending
        let text = ArticlePage(document.bytes, address: document.address, charset: document.charset).text
        let words = Words.count(text)
        guard words >= Self.fewestWords || words > pending.words, Self.isOfArticle(text, pending) else {
            told.failed[turn.feed, default: 0] += 1
            return try keep(.failed, nil, of: turn, now: now)
        }
        guard Teaser.isTeaser(words: pending.words, ofPage: words) else {
            return try keep(.whole, nil, of: turn, now: now)
        }
        told.read += 1
        try keep(.page, measured(text, words: words, of: pending), of: turn, now: now)
    }

    /// What a page tells. What the feed states of minutes and level counts before what is measured: it is not what its own text measures.
    private func measured(_ text: String, words: Int, of pending: PageRepository.Pending) -> PageRepository.Page {
        let language = pending.language ?? LanguageDetector.language(of: text)
        let ownMinutes = ReadingTime.minutes(words: pending.words, wordsPerMinute: wordsPerMinute)
        let minutes =
            pending.minutes == 0 || pending.minutes == ownMinutes
            ? ReadingTime.minutes(words: words, wordsPerMinute: wordsPerMinute) : pending.minutes
        let isStated =
            pending.level != nil && pending.level != levels.grade(of: pending.text, language: pending.language)
        return PageRepository.Page(
            text: text, words: words, minutes: minutes,
            level: isStated ? pending.level : levels.grade(of: text, language: language))
    }

    /// Whether a page's text is of the article and not of a wall before it: it has half of the words that the feed says of it.
    static func isOfArticle(_ text: String, _ pending: PageRepository.Pending) -> Bool {
        let said = Set(Words.split(pending.title + "\n" + pending.text).map { $0.lowercased() }.filter { $0.count > 3 })
        let found = Set(Words.split(text).map { $0.lowercased() })
        return said.isEmpty || said.count { found.contains($0) } * 2 >= said.count
    }

    private func keep(_ outcome: PageRepository.Outcome, _ page: PageRepository.Page?, of turn: Turn, now: Timestamp)
        throws(StoreError)
    {
        try store.write { scope throws(StoreError) in
            try store.pages.keep(outcome, page, of: turn.pending.item, at: now, in: scope)
        }
    }
}

import Configuration
import Content
import FeedParsing
import Ingestion
import Pipeline

extension FeedDesk {
    /// What is at an address that somebody gives for a feed: the feed itself, or the one that a page names. One request for a feed, one more where a
    /// page stands before it.
    ///
    /// - Throws: an error that tells what was there instead; for a page that names several feeds, these.
    public func find(_ address: String) throws -> FeedProbe {
        let first = try document(at: address)
        switch try probe(first, address: address) {
        case .feed(let probe): return probe
        case .page(let page):
            guard let feed = page.feeds.first else {
                throw RequestError(
                    "'\(address)' is a page, and it names no feed. Look on it for a link called RSS, Atom or feed, and give that."
                )
            }
            if page.feeds.count > 1, page.feeds.filter({ $0.isDeclared }).count != 1 {
                let list = page.feeds.prefix(12).map { $0.address + ($0.title.map { " (\($0))" } ?? "") }
                throw RequestError(
                    "'\(address)' is a page that names \(page.feeds.count) feeds: \(list.joined(separator: ", ")). Add the one that you want."
                )
            }
            let second = try document(at: feed.address)
            if case .feed(let probe) = try probe(second, address: feed.address) { return probe }
            throw RequestError("'\(address)' is a page; what it names as its feed, \(feed.address), is none.")
        }
    }

    private enum Found {
        case feed(FeedProbe)
        case page(ArticlePage)
    }

    private func document(at address: String) throws -> FetchedDocument {
        switch fetcher.fetch([FetchRequest(address: address)]).first {
        case .document(let document): return document
        case .failed(let error):
            throw SetupError(findings: [Finding(.error, at: .feed(address), error.problem, remedy: error.remedy)])
        case .notModified, nil: throw RequestError("'\(address)' gave no answer.")
        }
    }

    private func probe(_ document: FetchedDocument, address: String) throws -> Found {
        let base = FeedSource(source: document.address).isRemote ? document.address : nil
        let parsed: (feed: ParsedFeed, findings: [Finding])
        do throws(FeedParseError) {
            parsed = try FeedParser().parse(
                document.bytes, address: address, baseURL: base, charset: document.charset)
        } catch .webPage {
            return .page(ArticlePage(document.bytes, address: base, charset: document.charset))
        } catch {
            throw SetupError(findings: [Finding(.error, at: .feed(address), "\(error)")])
        }
        guard parsed.feed.format != .none else { throw SetupError(findings: parsed.findings) }
        // What has moved for good is listed where it is now.
        return .feed(FeedProbe(parsed.feed, address: document.terms.movedTo ?? address))
    }
}

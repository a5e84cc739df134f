import Configuration
import Content
import FeedParsing
import Ingestion
import Pipeline

/// A list of feeds from another reader, looked through before it is taken over.
public struct FeedImport: Sendable {
    /// One feed of it.
    public struct Row: Sendable {
        /// What the list says of it.
        public var outline: FeedList.Outline
        /// What reading it once told; nil: it could not be read.
        public var probe: FeedProbe?
        /// Why not.
        public var problem: String?
    }

    /// The feeds that the school's list does not have yet.
    public var rows: [Row]
    /// How many it has already.
    public var known: Int
    /// What could not be understood in the list.
    public var findings: [Finding]

    /// The folders of feeds that can be read, in the order of the list; nil stands for feeds in none.
    public var folders: [String?] {
        rows.filter { $0.probe != nil }.map { $0.outline.folder }.reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }
}

extension FeedDesk {
    /// Reads a list in OPML and each of its feeds once.
    public func look(through file: String) throws -> FeedImport {
        let list: FeedList
        let bytes = try GivenFile.bytes(of: file)
        do throws(FeedParseError) {
            list = try FeedList.read(bytes)
        } catch {
            throw RequestError("\(file) is no list of feeds in OPML. Export one from your reader, and give that.")
        }
        let known = Set(plan().entries.flatMap { [$0.feed.address, $0.location] })
        var seen: Set<String> = []
        let outlines = list.outlines.filter { seen.insert($0.address).inserted }
        let new = outlines.filter { !known.contains(FeedPlan.location(of: $0, in: file)) }
        var rows = new.map { FeedImport.Row(outline: $0) }
        try fetcher.fetch(new.map { FetchRequest(address: FeedPlan.location(of: $0, in: file)) }) { index, result in
            rows[index].outline.address = FeedPlan.location(of: new[index], in: file)
            do {
                rows[index].probe = try self.probe(of: result, address: rows[index].outline.address)
                rows[index].outline.address = rows[index].probe?.address ?? rows[index].outline.address
            } catch {
                rows[index].problem = "\(error)"
            }
        }
        return FeedImport(rows: rows, known: outlines.count - new.count, findings: list.findings)
    }

    private func probe(of result: FetchResult, address: String) throws -> FeedProbe {
        switch result {
        case .notModified: throw RequestError("There was no answer.")
        case .failed(let error): throw error
        case .document(let document):
            let base = FeedSource(source: document.address).isRemote ? document.address : nil
            let parsed = try FeedParser().parse(
                document.bytes, address: address, baseURL: base, charset: document.charset
            ).feed
            guard parsed.format != .none else { throw RequestError("There is no feed in it.") }
            return FeedProbe(parsed, address: document.terms.movedTo ?? address)
        }
    }

    /// Takes feeds over to the school's list, with an audience by folder; a feed's own word in the list counts before its folder's. Gives
    /// what was done, in words.
    public func take(_ list: FeedImport, audience: (String?) -> GradeRange?) throws -> [String] {
        let lists = OwnFeedLists(school: school)
        let outlines = list.rows.filter { $0.probe != nil }.map { row in
            var outline = row.outline
            outline.title = outline.title ?? row.probe?.title
            outline.audience = outline.audience ?? audience(outline.folder)
            return outline
        }
        let added = try lists.add(outlines)
        var lines = ["\(count(added.count, "feed")) added to \(try lists.main())."]
        if list.known > 0 { lines.append("\(count(list.known, "feed")) stood there already.") }
        let dead = list.rows.filter { $0.probe == nil }
        if !dead.isEmpty {
            lines.append(
                "\(count(dead.count, "feed")) cannot be read and \(dead.count == 1 ? "was" : "were") left out:")
            lines += dead.map {
                "  \($0.outline.title ?? "-")  \(ShownAddress.text($0.outline.address)): \($0.problem ?? "")"
            }
        }
        let unreviewed = added.count { $0.audience == nil }
        if unreviewed > 0 {
            lines.append(
                "\(count(unreviewed, "feed")) nobody has reviewed: 'gleaner feeds review' shows what is in them.")
        }
        return lines
    }

    private func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}

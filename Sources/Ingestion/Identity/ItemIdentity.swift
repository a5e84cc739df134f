import Content
import ContentDigest
import FeedParsing
import TextAnalysis

/// Finds the names that each entry of a document is known by (rule 2 of ARCHITECTURE.md), from what it says and never from
/// its position: guid, address, and what stands at an address.
struct ItemIdentity {
    /// The document's articles with their names, each once, in the order of the document. An article that is listed
    /// twice, in two states, is there in its later state.
    let articles: [(entry: ParsedEntry, keys: ItemKeys)]

    /// The number of words from which the same text means the same article.
    static let tellingWords = 25
    /// Names longer than so many bytes are kept as a digest.
    static let longestName = 400

    private let scope: String
    private let homePage: String?

    /// Looks at a whole document, to know which names are shared in it.
    init(feedAddress: String, homePage: String?, entries: [ParsedEntry]) {
        // A feed that moves from http to https keeps its scope.
        let scope = ItemIdentity.bounded(CanonicalAddress.former(of: feedAddress) ?? feedAddress)
        self.scope = scope
        self.homePage = homePage.flatMap { CanonicalAddress.of($0) }
        var articles: [(entry: ParsedEntry, keys: ItemKeys)] = []
        var known: [String: Int] = [:]
        for entry in entries {
            let keys = ItemIdentity.keys(of: entry, scope: scope, homePage: self.homePage)
            if let index = known[keys.full] {
                if ItemIdentity.isLater(entry, than: articles[index].entry) { articles[index] = (entry, keys) }
            } else {
                known[keys.full] = articles.count
                articles.append((entry, keys))
            }
        }
        var carriers: [String: Int] = [:]
        for article in articles { for name in article.keys.names { carriers[name.key, default: 0] += 1 } }
        for index in articles.indices {
            for name in articles[index].keys.names.indices {
                let key = articles[index].keys.names[name].key
                articles[index].keys.names[name].isShared = carriers[key, default: 0] > 1
            }
        }
        self.articles = articles
    }

    private static func keys(of entry: ParsedEntry, scope: String, homePage: String?) -> ItemKeys {
        let title = Words.plain(entry.title ?? "")
        let body = Words.plain(entry.content ?? entry.summary ?? "")
        let text = ContentDigest(ofBytes: title + [0x0A] + body).hex
        let plainTitle = title.isEmpty ? entry.title ?? "" : String(decoding: title, as: UTF8.self)
        let address = entry.link.flatMap { CanonicalAddress.of($0) }.map { bounded($0) }
        let date = entry.published.map { "\($0.seconds)" }
        let place = address ?? ""
        let named = { (kind: String, parts: [String]) in compact(kind, scope, [place] + parts) }
        var names: [ItemName] = []
        let prefix = "guid:" + scope + " "
        let guid = entry.id.map { plain($0, link: entry.link) }.flatMap { $0.isEmpty ? nil : prefix + bounded($0) }
        if let guid {
            names.append(ItemName(.guid, guid))
            names.append(ItemName(.guidAtPlace, guid + " " + (address ?? text)))
        }
        // The feed's own page tells no article from another, and a title there is that of a column: today's word is another
        // than yesterday's, though both are called "Word of the day".
        let isTelling = address != nil && address != homePage
        if isTelling, let address {
            names.append(ItemName(.address, "url:" + address))
            let former = entry.link.flatMap { CanonicalAddress.former(of: $0) }.map { bounded($0) }
            if let former, former != address { names.append(ItemName(.formerAddress, "url:" + former)) }
        }
        if guid == nil, address == nil { names.append(ItemName(.text, "text:" + text)) }
        if !plainTitle.isEmpty, isTelling || date != nil {
            names.append(ItemName(.titleAtPlace, named("title", [plainTitle, date ?? ""])))
        }
        if guid != nil || address != nil { names.append(ItemName(.textAtPlace, named("entry", [text]))) }
        // Words have some six letters: this much text is looked at no further than needed.
        let opening = String((entry.content ?? entry.summary ?? "").prefix(tellingWords * 20))
        if Words.count(opening) >= tellingWords {
            names.append(ItemName(.bodyAtPlace, named("body", [ContentDigest(ofBytes: body).hex])))
        }
        let full =
            guid.map { ContentDigest(of: [$0, address ?? "", plainTitle]).hex }
            ?? ContentDigest(of: [scope, place, text]).hex
        return ItemKeys(names: names, full: full, scope: scope, guid: guid, isDated: date != nil)
    }

    /// A guid that is an address is compared like one, but with its fragment (`changes#version-2`); any other as it is. A number behind
    /// the article's own address counts its edits (`story#3`).
    private static func plain(_ guid: String, link: String?) -> String {
        let plain = SessionParts.removed(from: guid)
        guard let address = CanonicalAddress.former(of: plain) else { return guid }
        // A fragment that is a path is part of the canonical form.
        guard !address.contains("#") else { return address }
        let fragment = CanonicalAddress.fragment(of: plain)
        let isNumber = fragment.count > 1 && fragment.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
        let isCounter =
            isNumber && link.map { CanonicalAddress.of($0) == CanonicalAddress.of(guid) && !$0.contains("#") } ?? false
        return isCounter ? address : address + fragment
    }

    /// Which of two states of one article holds: the later one, else the longer; for two of one length the digest decides,
    /// so that the order of a document never does.
    private static func isLater(_ one: ParsedEntry, than other: ParsedEntry) -> Bool {
        let states = [one, other].map { entry in
            (entry.updated ?? entry.published ?? Timestamp(seconds: .min), (entry.content ?? entry.summary ?? ""))
        }
        if states[0].0 != states[1].0 { return states[0].0 > states[1].0 }
        let lengths = states.map { $0.1.utf8.count }
        if lengths[0] != lengths[1] { return lengths[0] > lengths[1] }
        let digests = [one, other].map { ContentDigest(of: [$0.title ?? "", $0.content ?? "", $0.summary ?? ""]).hex }
        return digests[0] > digests[1]
    }

    /// A name of one length, whatever it is made from. What one feed's names begin with is the same, so that they lie
    /// together in the store's index.
    private static func compact(_ kind: String, _ scope: String, _ parts: [String]) -> String {
        kind + ":" + ContentDigest(of: [scope]).hex.prefix(12) + ContentDigest(of: parts).hex.prefix(24)
    }

    /// A text that is no longer than a name may be.
    private static func bounded(_ text: String) -> String {
        guard text.utf8.count > longestName else { return text }
        return text.prefix(64) + " " + ContentDigest(of: [text]).hex
    }
}

import ContentDigest
import FeedParsing
import Store
import TextAnalysis

/// Finds the names that each entry of a document is known by (rule 2 of ARCHITECTURE.md): its guid within the feed; a guid
/// repeated inside one document becomes guid and address; without a guid the canonical address; without an address a
/// digest of title and text. Never its position.
struct ItemIdentity {
    private let scope: String
    private let repeatedGuids: Set<String>
    private let sharedAddresses: Set<String>
    private let homePage: String?

    /// The number of words from which the same text means the same article.
    static let tellingWords = 25

    /// Looks at a whole document, to know which guids and addresses are repeated in it.
    init(feedAddress: String, homePage: String?, entries: [ParsedEntry]) {
        // A feed that moves from http to https keeps its scope.
        scope = CanonicalAddress.of(feedAddress) ?? feedAddress
        self.homePage = homePage.flatMap { CanonicalAddress.of($0) }
        var guids: [String: Set<String>] = [:]
        var addresses: [String: Set<String>] = [:]
        for entry in entries {
            let guid = entry.id.map { ItemIdentity.plain($0) } ?? ""
            let address = entry.link.flatMap { CanonicalAddress.of($0) } ?? ""
            if !guid.isEmpty { guids[guid, default: []].insert(address) }
            if !address.isEmpty {
                addresses[address, default: []].insert(guid.isEmpty ? ItemIdentity.textDigest(entry) : guid)
            }
        }
        repeatedGuids = Set(guids.filter { $0.value.count > 1 }.keys)
        sharedAddresses = Set(addresses.filter { $0.value.count > 1 }.keys)
    }

    /// The names of one entry.
    func keys(of entry: ParsedEntry) -> ItemKeys {
        let digest = ItemIdentity.textDigest(entry)
        // Words have some six letters: this much text is looked at no further than needed.
        let opening = (entry.content ?? entry.summary ?? "").prefix(Self.tellingWords * 20)
        let address = entry.link.flatMap { CanonicalAddress.of($0) }
        // An address that several entries share, or that is the feed's own page, tells no article from another.
        let telling = address.flatMap { sharedAddresses.contains($0) || $0 == homePage ? nil : $0 }
        let prefix = "guid:" + scope + " "
        let plain = entry.id.map { ItemIdentity.plain($0) }.flatMap { $0.isEmpty ? nil : $0 }
        let withAddress = plain.map { $0 + " " + (address ?? digest) }
        let guid = plain.flatMap { repeatedGuids.contains($0) ? withAddress : $0 }
        return ItemKeys(
            guid: guid.map { prefix + $0 }, plainGuid: plain.map { prefix + $0 },
            guidWithAddress: withAddress.map { prefix + $0 }, guidPrefix: prefix,
            url: telling.map { "url:" + $0 }, text: "text:" + digest,
            textIsTelling: Words.count(String(opening)) >= ItemIdentity.tellingWords)
    }

    /// A guid that is an address is compared like one, but with its fragment (`changes#version-2`); any other as it is.
    private static func plain(_ guid: String) -> String {
        CanonicalAddress.of(guid).map { $0 + guid.drop { $0 != "#" } } ?? guid
    }

    /// A digest of title and text that case, blanks and punctuation do not change.
    private static func textDigest(_ entry: ParsedEntry) -> String {
        let plain = Words.plain(entry.title ?? "") + [0x0A] + Words.plain(entry.content ?? entry.summary ?? "")
        return ContentDigest(ofBytes: plain).hex
    }
}

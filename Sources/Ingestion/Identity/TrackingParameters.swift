/// Parameters of an address that say who follows a link, not what it leads to.
///
/// Names that only trackers use always count. Names that a site may use for its content (`source`, `ref`, `feature` …) count
/// only with a value that names a channel: to take two articles for one loses one of them, to take one for two does not.
enum TrackingParameters {
    /// What the web's own lists of such names agree on.
    private static let always: Set<String> = [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "ttclid", "twclid", "li_fat_id",
        "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp",
        "hsctatracking", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "wickedid", "_openstat", "wt_mc",
        "wt_zmc", "s_cid", "ref_src", "ref_url", "cmpid", "icid", "ocid", "spm", "smid", "xtor", "ftag", "guccounter",
        "at_medium", "at_campaign", "at_link_type", "ns_source", "ns_mchannel", "ns_campaign", "ns_linkname",
        "__twitter_impression", "_ga", "_gl",
    ]
    private static let alwaysBeginningWith = ["utm_", "pk_", "mtm_", "matomo_", "piwik_", "hsa_", "at_custom"]
    private static let withChannel: Set<String> = [
        "ref", "referrer", "referer", "source", "src", "from", "via", "feature", "cmp", "partner", "emc", "medium",
    ]
    private static let channels: Set<String> = [
        "rss", "rss2", "rssfeed", "feed", "feeds", "atom", "newsletter", "email", "share", "shared", "sharing",
        "social",
        "twitter", "facebook", "mastodon", "linkedin", "whatsapp", "telegram", "emb", "oembed", "syndication",
    ]
    private static let fileEndings: Set<String> = [
        "html", "htm", "php", "asp", "aspx", "pdf", "xml", "json", "txt", "md", "csv", "jpg", "jpeg", "png", "gif",
    ]

    /// Whether one part of a query, `name=value`, tells nothing of what the address leads to.
    static func contain(_ part: some StringProtocol) -> Bool {
        let name = part.prefix { $0 != "=" }.lowercased()
        if always.contains(name) || alwaysBeginningWith.contains(where: { name.hasPrefix($0) }) { return true }
        guard withChannel.contains(name) else { return false }
        let value = part.drop { $0 != "=" }.dropFirst().lowercased()
        let word = String(value.prefix { $0.isLetter || $0.isNumber })
        return channels.contains(word) || isHost(value)
    }

    /// Whether a value looks like the name of a site (`news.example`) and not like that of a file.
    private static func isHost(_ value: String) -> Bool {
        let labels = value.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.count >= 2, !fileEndings.contains(String(last)) else {
            return false
        }
        return last.allSatisfy { $0.isASCII && $0.isLetter }
            && labels.allSatisfy { label in
                !label.isEmpty && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            }
    }
}

/// Tells links that only share an article, and pictures that only count readers.
enum ShareLinks {
    /// Beginnings of paths (without the first stroke) by host; an empty one stands for all of the host.
    private static let shares: [String: [StaticString]] = [
        "facebook.com": ["sharer", "share.php", "dialog/share"], "twitter.com": ["intent", "share", "home?status"],
        "x.com": ["intent", "share"], "linkedin.com": ["sharearticle", "sharing", "cws/share"],
        "reddit.com": ["submit"], "pinterest.com": ["pin/create"], "tumblr.com": ["share", "widgets/share"],
        "plus.google.com": ["share"], "getpocket.com": ["save", "edit"], "news.ycombinator.com": ["submitlink"],
        "digg.com": ["submit"], "stumbleupon.com": ["submit"], "del.icio.us": ["post"],
        "feeds.wordpress.com": ["1.0/go"], "addtoany.com": [""], "addthis.com": ["bookmark"], "sharethis.com": [""],
        "api.whatsapp.com": ["send"], "wa.me": ["?"], "t.me": ["share"], "vk.com": ["share"],
        "xing.com": ["spi/shares"], "buffer.com": ["add"], "bufferapp.com": ["add"], "instapaper.com": ["hello"],
        "flattr.com": ["submit"], "threads.net": ["intent"], "bsky.app": ["intent"], "toot.kytta.dev": [""],
        "feeds.feedburner.com": ["~ff", "~a"],
    ]

    /// Parts of the addresses of counting pictures.
    private static let trackers: [StaticString] = [
        "feeds.feedburner.com/~r", "feeds.feedburner.com/~ff", "feedads.", "pixel.wp.com", "stats.wordpress.com",
        "feeds.wordpress.com/1.0", "pixel.quantserve.com", "doubleclick.net", "google-analytics.com", "a.feedblitz",
        "pheedo.com", "rss.buysellads", "/tracker/", "/tracking/", "/pixel.", "/pixel?", "statcounter.com",
        "scorecardresearch.com", "medium.com/_/stat",
    ]

    /// Whether a link's address is that of a share button.
    static func isShareLink(_ address: String) -> Bool {
        let bytes = Array(address.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes.hasText("://", at: colon) else { return false }
        var host = bytes[(colon + 3)...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        let path = min(host.endIndex + 1, bytes.endIndex)
        for prefix in ["www.", "m.", "mobile."] as [StaticString] where host.hasText(prefix, at: host.startIndex) {
            host = host.dropFirst(prefix.utf8CodeUnitCount)
        }
        guard host.count <= 24, let paths = shares[String(decoding: host.map(\.asciiLowercased), as: UTF8.self)] else {
            return false
        }
        return paths.contains {
            $0.utf8CodeUnitCount == 0 || bytes.hasText($0, at: path) || bytes.hasText($0, at: path - 1)
        }
    }

    /// Whether a picture's address is that of a counter, or no address at all.
    static func isTracker(_ address: String) -> Bool {
        let bytes = Array(address.utf8)
        return bytes.hasText("data:", at: 0) || trackers.contains { bytes.firstIndex(ofText: $0) != nil }
    }
}

/// Tells links that only share an article, and pictures that only count readers.
enum ShareLinks {
    /// Beginnings of paths (without the first stroke) by host; an empty one stands for all of the host.
    private static let shares: [(host: StaticString, paths: [StaticString])] = [
        ("facebook.com", ["sharer", "share.php", "dialog/share"]),
        ("twitter.com", ["intent", "share", "home?status"]),
        ("x.com", ["intent", "share"]),
        ("linkedin.com", ["sharearticle", "sharing", "cws/share"]),
        ("reddit.com", ["submit"]),
        ("pinterest.com", ["pin/create"]),
        ("tumblr.com", ["share", "widgets/share"]),
        ("plus.google.com", ["share"]),
        ("getpocket.com", ["save", "edit"]),
        ("news.ycombinator.com", ["submitlink"]),
        ("digg.com", ["submit"]),
        ("stumbleupon.com", ["submit"]),
        ("del.icio.us", ["post"]),
        ("feeds.wordpress.com", ["1.0/go"]),
        ("addtoany.com", [""]),
        ("addthis.com", ["bookmark"]),
        ("sharethis.com", [""]),
        ("api.whatsapp.com", ["send"]),
        ("wa.me", ["?"]),
        ("t.me", ["share"]),
        ("vk.com", ["share"]),
        ("xing.com", ["spi/shares"]),
        ("buffer.com", ["add"]),
        ("bufferapp.com", ["add"]),
        ("instapaper.com", ["hello"]),
        ("flattr.com", ["submit"]),
        ("threads.net", ["intent"]),
        ("bsky.app", ["intent"]),
        ("toot.kytta.dev", [""]),
        ("feeds.feedburner.com", ["~ff", "~a"]),
    ]

    /// Parts of the addresses of counting pictures.
    private static let trackers: [StaticString] = [
        "feeds.feedburner.com/~r", "feeds.feedburner.com/~ff", "feedads.", "pixel.wp.com", "stats.wordpress.com",
        "feeds.wordpress.com/1.0", "pixel.quantserve.com", "doubleclick.net", "google-analytics.com", "a.feedblitz",
        "pheedo.com", "rss.buysellads", "/tracker/", "/tracking/", "/pixel.", "/pixel?", "statcounter.com",
        "scorecardresearch.com", "medium.com/_/stat",
    ]

    /// The longest host above.
    private static let hostLimit = 24

    /// Whether a link's address is that of a share button.
    static func isShareLink(_ address: Span<UInt8>) -> Bool {
        guard let colon = address.firstIndex(of: UInt8(ascii: ":"), from: 0), address.hasText("://", at: colon) else {
            return false
        }
        var start = colon + 3
        for prefix in ["www.", "m.", "mobile."] as [StaticString] where address.hasText(prefix, at: start) {
            start += prefix.utf8CodeUnitCount
        }
        var end = start
        while end < address.count, address[end] != UInt8(ascii: "/"), address[end] != UInt8(ascii: "?") {
            end += 1
            if end - start > hostLimit { return false }
        }
        let host = address.extracting(start..<end)
        guard
            let paths = shares.first(where: { host.count == $0.host.utf8CodeUnitCount && host.hasText($0.host, at: 0) })
        else { return false }
        return paths.paths.contains {
            $0.utf8CodeUnitCount == 0 || address.hasText($0, at: end + 1) || address.hasText($0, at: end)
        }
    }

    /// Whether a picture's address is that of a counter, or no address at all.
    static func isTracker(_ address: String) -> Bool {
        // Lower case once, then only where the first byte of a part stands.
        let bytes = address.utf8.map { $0.asciiLowercased }
        if bytes.hasText("data:", at: 0) { return true }
        return trackers.contains { part in
            guard let first = part.withUTF8Buffer({ $0.first }) else { return false }
            var from = 0
            while let found = bytes.span.firstIndex(of: first, from: from) {
                if bytes.span.hasText(part, at: found) { return true }
                from = found + 1
            }
            return false
        }
    }
}

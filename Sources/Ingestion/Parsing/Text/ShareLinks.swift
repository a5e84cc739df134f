/// Tells links that only share an article, and pictures that only count readers.
enum ShareLinks {
    private static let shares = [
        "facebook.com/sharer", "facebook.com/share.php", "twitter.com/intent", "twitter.com/share",
        "twitter.com/home?status",
        "x.com/intent", "linkedin.com/sharearticle", "linkedin.com/sharing", "reddit.com/submit",
        "pinterest.com/pin/create", "tumblr.com/share", "plus.google.com/share", "getpocket.com/save",
        "getpocket.com/edit", "news.ycombinator.com/submitlink", "digg.com/submit", "stumbleupon.com/submit",
        "del.icio.us/post", "feeds.wordpress.com/1.0/go", "addtoany.com/", "addthis.com/bookmark", "sharethis.com/",
        "api.whatsapp.com/send", "wa.me/?", "t.me/share", "vk.com/share", "xing.com/spi/shares", "buffer.com/add",
        "bufferapp.com/add", "instapaper.com/hello", "flattr.com/submit", "threads.net/intent", "bsky.app/intent",
        "toot.kytta.dev/",
    ]

    private static let trackers = [
        "feeds.feedburner.com/~r", "feeds.feedburner.com/~ff", "feedads.", "pixel.wp.com", "stats.wordpress.com",
        "feeds.wordpress.com/1.0", "pixel.quantserve.com", "doubleclick.net", "google-analytics.com", "a.feedblitz",
        "pheedo.com", "rss.buysellads", "blogger.googleusercontent.com/tracker", "/tracker/", "tracking", "/pixel.",
        "/pixel?", "counter.", "statcounter", "scorecardresearch", "counters.", "medium.com/_/stat",
        "buzzfeed.com/counter",
    ]

    /// Whether a link's address is that of a share button.
    static func isShareLink(_ address: String) -> Bool {
        let lower = address.lowercased()
        return shares.contains { lower.contains($0) }
    }

    /// Whether a picture's address is that of a counter.
    static func isTracker(_ address: String) -> Bool {
        let lower = address.lowercased()
        return lower.hasPrefix("data:") || trackers.contains { lower.contains($0) }
    }
}

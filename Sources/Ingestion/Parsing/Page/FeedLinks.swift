import Content

/// The feeds that a page names: by `<link rel="alternate">`, and by links that look like one.
enum FeedLinks {
    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
        "application/rss",
        "application/atom", "text/rss+xml",
    ]

    /// Whether a link on a page may lead to a feed.
    static func looksLikeOne(_ address: String) -> Bool {
        let path = address.lowercased().prefix { $0 != "#" }
        guard !path.hasPrefix("mailto:"), !path.hasPrefix("javascript:") else { return false }
        let place = path.split(separator: "?").first ?? ""
        let name = place.split(separator: "/").last ?? ""
        return [".rss", ".atom", ".rdf"].contains { name.hasSuffix($0) }
            || ["feed", "rss", "atom", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json", "feeds"].contains(
                name)
            || path.contains("feed=rss") || path.contains("format=rss")
    }

    /// The addresses, absolute, in the order of the page: those it declares first, without feeds of comments.
    static func addresses(in tree: PageTree, base: String?) -> [ArticlePage.Feed] {
        var found: [ArticlePage.Feed] = []
        let place = tree.base.flatMap { WebAddress.resolved($0, base: base) } ?? base
        func add(_ address: String, _ title: String?, isDeclared: Bool) {
            guard let whole = WebAddress.resolved(address, base: place), WebAddress.isWeb(whole),
                !found.contains(where: { $0.address == whole })
            else { return }
            found.append(ArticlePage.Feed(address: whole, title: title, isDeclared: isDeclared))
        }
        for tag in tree.head where tag.name == "link" {
            let relations = (tag.attributes["rel"] ?? "").lowercased().split(separator: " ")
            let type = (tag.attributes["type"] ?? "").lowercased().split(separator: ";").first.map { $0.trimmed } ?? ""
            guard relations.contains("alternate") || relations.contains("feed"), types.contains(type),
                let address = tag.attributes["href"], !address.isEmpty
            else { continue }
            let title = tag.attributes["title"]?.withPlainSpaces
            let isOfComments = ((title ?? "") + address).lowercased().contains("comment")
            if !isOfComments { add(address, title, isDeclared: true) }
        }
        for address in tree.links where !address.lowercased().contains("comment") {
            add(address, nil, isDeclared: false)
        }
        return found
    }
}

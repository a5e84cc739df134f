/// The title of an article on its page, without the name of the site.
enum PageTitle {
    static func title(of tree: PageTree) -> String? {
        let stated = (tree.meta(["og:title", "twitter:title"]) ?? tree.title).withPlainSpaces
        let headings = headings(of: tree)
        // A heading that stands in the page's title is the article's; the longest, for a site's name may be one too.
        let told = headings.filter { stated.lowercased().contains($0.lowercased()) }
        if let heading = told.max(by: { $0.count < $1.count }), heading.count * 3 >= stated.count { return heading }
        let site = tree.meta(["og:site_name", "application-name"])?.withPlainSpaces.lowercased()
        let title = withoutSite(stated, site)
        return title.isEmpty ? headings.first : title
    }

    /// The texts of the largest headings.
    private static func headings(of tree: PageTree) -> [String] {
        tree.nodes.indices.filter { tree.nodes[$0].name == "h1" && !tree.nodes[$0].isHidden }.map { heading in
            tree.subtree(heading).map { tree.nodes[$0].text }.joined(separator: " ").withPlainSpaces
        }.filter { !$0.isEmpty }
    }

    /// A title without what follows its last bar or dash, where that is the site's name or the shorter part by far.
    private static func withoutSite(_ title: String, _ site: String?) -> String {
        for bar in [" | ", " — ", " – ", " - ", " :: ", " » ", " · "] {
            guard let at = title.ranges(of: bar).last else { continue }
            let (head, tail) = (title[..<at.lowerBound], title[at.upperBound...])
            let isSite = tail.lowercased() == site || bar == " | " || tail.count * 2 < head.count
            if isSite, head.count >= 8 { return withoutSite(String(head), site) }
        }
        return title
    }
}

/// A page of the web as a flat tree: its elements and texts in the order of the document.
struct PageTree {
    /// An element or a text.
    struct Node {
        /// The element's name in lower case; empty for a text.
        var name = ""
        /// What the page calls it: class, id, role and property, in lower case.
        var marks = ""
        /// The text of a text.
        var text = ""
        /// The place of the element around it; -1 for none.
        var parent = -1
        /// One past the last place inside it.
        var end = 0
        /// Whether a reader of the page does not see it.
        var isHidden = false
        /// Whether it is a link to somewhere.
        var isLink = false
    }

    /// What a page says about itself: a `<meta>` or a `<link>`.
    struct HeadTag {
        var name = ""
        var attributes: [String: String] = [:]
    }

    var nodes: [Node] = []
    var head: [HeadTag] = []
    /// The text of `<title>`.
    var title = ""
    /// The language, as the page declares it.
    var language: String?
    /// What links are relative to, as `<base>` says.
    var base: String?
    /// Where links lead that look like feeds, as the page writes them.
    var links: [String] = []

    /// The places below a node, itself among them.
    func subtree(_ node: Int) -> Range<Int> { node..<nodes[node].end }

    /// Whether a node stands in another, or is it.
    func isInside(_ node: Int, _ other: Int) -> Bool { other <= node && node < nodes[other].end }

    /// The content of the first `<meta>` of one of some names, in the order of these.
    func meta(_ names: [String]) -> String? {
        for name in names {
            for tag in head where tag.name == "meta" {
                let key = tag.attributes["property"] ?? tag.attributes["name"] ?? tag.attributes["itemprop"] ?? ""
                if key.lowercased() == name, let content = tag.attributes["content"], !content.isEmpty {
                    return content
                }
            }
        }
        return nil
    }
}

/// Finds the text that a reader of a page came for: the element that holds it, without what stands beside it.
///
/// First what no article is goes: elements and names that say so, as long as they hold the smaller part of the page. Then the smallest element
/// is taken that holds enough of the running text, less of it being enough where the element's name says that it is the article. Last
/// go lists of links in it.
struct MainText {
    private let tree: PageTree
    /// The nodes that are left out.
    private var left: [Bool]
    /// Letters below each node: all, those of links, those of running text.
    private var letters: [Int] = []
    private var links: [Int] = []
    private var prose: [Int] = []

    private init(_ tree: PageTree) {
        self.tree = tree
        left = Array(repeating: false, count: tree.nodes.count)
    }

    /// The paragraphs of the article in a page; none where the page has no text.
    static func paragraphs(of tree: PageTree) -> [String] {
        guard !tree.nodes.isEmpty else { return [] }
        var text = MainText(tree)
        text.leaveOutSilent()
        text.measure()
        text.leaveOutBeside()
        text.measure()
        return text.paragraphs()
    }

    private mutating func paragraphs() -> [String] {
        let containers = containers()
        var blocks = lead(before: containers)
        for container in containers {
            leaveOutLinks(in: container)
            blocks += tree.blocks(in: tree.subtree(container), without: left)
        }
        // A heading with nothing below it belonged to what was left out.
        while let last = blocks.last, isHeading(last) { blocks.removeLast() }
        return blocks.map { $0.text.withPlainSpaces }
    }

    private mutating func leave(_ node: Int) {
        for at in tree.subtree(node) { left[at] = true }
    }

    private mutating func leaveOutSilent() {
        for at in tree.nodes.indices where !left[at] {
            let node = tree.nodes[at]
            if PageMarks.silent.contains(node.name) || node.isHidden && node.name != "body" { leave(at) }
        }
    }

    /// Sums up the letters below each node.
    private mutating func measure() {
        letters = Array(repeating: 0, count: tree.nodes.count)
        (links, prose) = (letters, letters)
        for block in tree.blocks(in: tree.nodes.indices, without: left) where block.element >= 0 {
            if block.isProse { prose[block.element] += block.letters - block.linkLetters }
            letters[block.element] += block.letters
            links[block.element] += block.linkLetters
        }
        for at in tree.nodes.indices.reversed() where tree.nodes[at].parent >= 0 {
            let parent = tree.nodes[at].parent
            prose[parent] += prose[at]
            letters[parent] += letters[at]
            links[parent] += links[at]
        }
    }

    /// Leaves out what is beside the article by its element or its name, up to a share of the page's running text.
    private mutating func leaveOutBeside() {
        let whole = prose[0]
        for at in tree.nodes.indices where !left[at] {
            let node = tree.nodes[at]
            guard !["", "html", "body", "main", "article"].contains(node.name) else { continue }
            var percent = PageMarks.besideElements.contains(node.name) ? 50 : -1
            let parts = PageMarks.parts(node.marks)
            if parts.contains(.others) {
                percent = 75
            } else if parts.contains(.beside), !parts.contains(.body) {
                percent = max(percent, 30)
            }
            // A paragraph of the article may bear any name.
            if node.name == "p", prose[at] > 60 { continue }
            if percent >= 0, prose[at] * 100 <= whole * percent { leave(at) }
        }
    }

    /// The elements that hold the article: the innermost that holds enough of the running text, and those of the same kind, since some pages
    /// cut an article into several.
    private func containers() -> [Int] {
        var best = 0
        guard prose[0] > 0 else { return [best] }
        for at in tree.nodes.indices where !left[at] && !tree.nodes[at].name.isEmpty {
            if prose[at] * 100 >= prose[0] * percentForContainer(tree.nodes[at]) { best = at }
        }
        let kind = PageMarks.kind(tree.nodes[best].marks)
        guard !kind.isEmpty else { return [best] }
        var same: [Int] = []
        for at in tree.nodes.indices where !left[at] && prose[at] > 0 && tree.nodes[at].name == tree.nodes[best].name {
            if let last = same.last, tree.isInside(at, last) { continue }
            if PageMarks.kind(tree.nodes[at].marks) == kind { same.append(at) }
        }
        return same.contains { tree.isInside(best, $0) } ? same : [best]
    }

    /// How much of the page's running text an element must hold to be the article.
    private func percentForContainer(_ node: PageTree.Node) -> Int {
        if PageMarks.parts(node.marks).contains(.body) { return 35 }
        switch node.name {
        case "article": return 50
        case "main": return 60
        default: return 85
        }
    }

    private mutating func leaveOutLinks(in container: Int) {
        for at in tree.subtree(container).dropFirst() where !left[at] && letters[at] > 0 {
            guard MainText.linkHolders.contains(tree.nodes[at].name) else { continue }
            let isLinks = links[at] * 10 > letters[at] * 6 && prose[at] * 4 < letters[at]
            if isLinks, prose[at] * 2 < prose[container], !isAnnounced(at) { leave(at) }
        }
    }

    private static let linkHolders: Set<String> = [
        "ul", "ol", "li", "dl", "div", "section", "table", "p", "header", "form", "figure", "h2", "h3", "h4", "h5",
        "h6",
    ]

    /// Whether the text in front of a list says that the list belongs to it; for an item of one, whether that of its list does.
    private func isAnnounced(_ node: Int) -> Bool {
        let list = tree.nodes[node].name == "li" ? tree.nodes[node].parent : node
        guard list > 0, ["ul", "ol"].contains(tree.nodes[list].name) else { return false }
        for at in stride(from: list - 1, through: max(0, list - 12), by: -1) {
            if let last = tree.nodes[at].text.last(where: { !$0.isWhitespace }) { return last == ":" }
        }
        return false
    }

    /// The sentences in front of the article's text that lead into it.
    private func lead(before containers: [Int]) -> [PageBlock] {
        guard let first = containers.first else { return [] }
        var around = first
        while around > 0, !["article", "main"].contains(tree.nodes[around].name) { around = tree.nodes[around].parent }
        guard around > 0 else { return [] }
        var blocks: [PageBlock] = []
        var at = around + 1
        while at < first {
            let isLead =
                !left[at] && !tree.isInside(first, at) && prose[at] >= 40 && letters[at] < 800
                && PageMarks.parts(tree.nodes[at].marks).contains(.lead)
            if isLead { blocks += tree.blocks(in: tree.subtree(at), without: left).filter { $0.isProse } }
            at = isLead ? tree.nodes[at].end : at + 1
        }
        return blocks
    }

    private func isHeading(_ block: PageBlock) -> Bool {
        block.element >= 0 && ["h1", "h2", "h3", "h4", "h5", "h6"].contains(tree.nodes[block.element].name)
    }
}

extension StringProtocol {
    /// The text with each run of white space as one blank.
    var withPlainSpaces: String { split(whereSeparator: { $0.isWhitespace }).joined(separator: " ") }
}

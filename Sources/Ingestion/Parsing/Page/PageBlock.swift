/// A line of a page: a run of text that no block parts.
struct PageBlock {
    /// The innermost block element around it; -1 for none.
    var element: Int
    var text = ""
    /// Characters that are no white space, and how many of them are links.
    var letters = 0
    var linkLetters = 0

    /// Whether it reads as running text and not as a label: long, or a sentence, and not mostly links.
    var isProse: Bool {
        guard linkLetters * 2 < letters else { return false }
        return letters >= 80 || letters >= 25 && endsAsSentence
    }

    private var endsAsSentence: Bool {
        text.last { !$0.isWhitespace && !"\"'”’»)」』".contains($0) }.map { ".!?…。！？".contains($0) } ?? false
    }
}

extension PageTree {
    /// Elements within a line.
    private static let inline: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins",
        "kbd", "label", "mark", "math", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
        "strong",
        "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source", "amp-img", "mi", "mo", "mn", "mrow",
        "msup",
        "msub", "mfrac",
    ]
    /// A cell with more in it than this is a part of a layout.
    private static let mostNodesOfACell = 12

    func isInline(_ node: Int) -> Bool { nodes[node].name.isEmpty || PageTree.inline.contains(nodes[node].name) }

    /// The lines of a part of the page, but for the nodes that are left out.
    func blocks(in range: Range<Int>, without left: [Bool]) -> [PageBlock] {
        var blocks: [PageBlock] = []
        var current: PageBlock?
        /// Where blocks that are open end.
        var ends: [Int] = []
        func close() {
            if let block = current { blocks.append(block) }
            current = nil
        }
        var at = range.lowerBound
        while at < range.upperBound {
            while let end = ends.last, end <= at {
                close()
                ends.removeLast()
            }
            let node = nodes[at]
            if left[at] {
                if !isInline(at) { close() }
                at = max(node.end, at + 1)
                continue
            }
            switch node.name {
            case "": append(at, to: &current)
            case "br", "hr": close()
            case "td", "th":
                // Short cells of a row stand in one line.
                if current != nil { current?.text += " " }
                if node.end - at > PageTree.mostNodesOfACell {
                    close()
                    ends.append(node.end)
                }
            default:
                if !isInline(at) {
                    close()
                    ends.append(node.end)
                }
            }
            at += 1
        }
        close()
        return blocks
    }

    private func append(_ at: Int, to block: inout PageBlock?) {
        let text = nodes[at].text
        let letters = text.unicodeScalars.count { !$0.properties.isWhitespace }
        if block == nil {
            guard letters > 0 else { return }
            block = PageBlock(element: blockElement(of: at))
        }
        block?.text += text
        block?.letters += letters
        if letters > 0, isInLink(at) { block?.linkLetters += letters }
    }

    private func blockElement(of node: Int) -> Int {
        var element = nodes[node].parent
        while element >= 0, isInline(element) { element = nodes[element].parent }
        return element
    }

    private func isInLink(_ node: Int) -> Bool {
        var element = nodes[node].parent
        while element >= 0 {
            if nodes[element].isLink { return true }
            element = nodes[element].parent
        }
        return false
    }
}

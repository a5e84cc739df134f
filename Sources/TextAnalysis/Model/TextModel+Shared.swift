extension TextModel {
    /// Words that two items share and that a person would see in both: of the title or the tags of one, and there too in the other, or
    /// more than once in its text. Words that many items have tell nothing, and one word alone may mean two things: solar cells and
    /// those of the heart. In lower case, as the first item spells them, at most so many; empty where the two do not look alike.
    public func sharedWords(of item: Int, and other: Int, atMost limit: Int) -> [String] {
        let (one, two) = (seen(item), seen(other))
        var shared: [String] = []
        for (stem, spelling) in one.order {
            guard isRare(stem) else { continue }
            let (inHead, inOther) = (one.heads.contains(stem), two.heads.contains(stem))
            let often = (inHead ? two.counts[stem] : one.counts[stem]) ?? 0
            guard inHead || inOther, inHead && inOther || often >= 2 else { continue }
            shared.append(spelling)
        }
        return shared.count > 1 ? Array(shared.prefix(limit)) : []
    }

    private struct Seen {
        /// The words in their order, each once.
        var order: [(stem: String, spelling: String)] = []
        var heads: Set<String> = []
        var counts: [String: Int] = [:]
    }

    private func seen(_ item: Int) -> Seen {
        var seen = Seen()
        let row = rows[item]
        for (place, number) in row.forms.enumerated() where number >= 0 {
            let form = table.forms[Int(number)]
            guard !form.isStop, form.spelling.count > 2, !form.spelling.contains(where: { $0.isNumber }) else {
                continue
            }
            if place < row.bodyStart { seen.heads.insert(form.stem) }
            if seen.counts[form.stem] == nil { seen.order.append((form.stem, form.spelling)) }
            seen.counts[form.stem, default: 0] += 1
        }
        return seen
    }

    /// Whether few enough items have a word for it to tell them from others.
    private func isRare(_ stem: String) -> Bool {
        guard let number = table.stems.known(stem) else { return false }
        let words = Set(table.forms(ofStem: number).map { table.wordOfForm[Int($0)] })
        let items = words.reduce(0) { $0 + postings.range(of: $1).count }
        return items <= max(3, count / 25)
    }
}

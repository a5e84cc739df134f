import Content

/// The words of `wishes.csv` and what they mean.
enum WishWords {
    /// The wishes as they are written.
    static let words: [(word: String, kind: Fact.Kind)] = [
        ("more", .more), ("less", .less), ("never", .never), ("allow", .allow), ("too-easy", .tooEasy),
        ("too-hard", .tooHard),
    ]
    private static let contradictions: [(Fact.Kind, Fact.Kind)] = [
        (.more, .less), (.more, .never), (.never, .allow), (.tooEasy, .tooHard),
    ]
    /// The characters of printed codes.
    private static let codeLetters = "23456789BCDFGHJKMNPQRSTVWXYZ"

    /// The wishes of a cell that are separated by `;`. `too hard` and `Too_Hard` are understood too.
    static func wishes(_ text: String) throws(RowFault<WishColumn>) -> [Fact.Kind] {
        var wishes: [Fact.Kind] = []
        for part in Fact.list(text) {
            let word = String(part.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
            guard let kind = words.first(where: { $0.word == word })?.kind else {
                throw fault(
                    .wish, "'\(part)' in column 'wish'", "one of \(words.map(\.word).joined(separator: ", "))",
                    NearestName.hint(for: word, among: words.map(\.word)).trimmed)
            }
            if !wishes.contains(kind) { wishes.append(kind) }
        }
        if wishes.isEmpty { throw fault(.wish, "Nothing in column 'wish'", "a wish") }
        for (one, other) in contradictions where wishes.contains(one) && wishes.contains(other) {
            throw fault(.wish, "'\(text)' in column 'wish' contradicts itself", "one of the two")
        }
        return wishes
    }

    /// The code of a cell; nil for an empty one.
    static func item(_ text: String) throws(RowFault<WishColumn>) -> ItemCode? {
        let code = ItemCode(rawValue: text)
        if code.rawValue.isEmpty { return nil }
        if let wrong = code.rawValue.first(where: { !codeLetters.contains($0) }) {
            throw fault(
                .item, "'\(text)' in column 'item'", "an item's printed code",
                "There is no '\(wrong)' in codes: they have no vowels, no L, and neither 0 nor 1.")
        }
        guard (5...16).contains(code.rawValue.count) else {
            throw fault(.item, "'\(text)' in column 'item'", "an item's printed code of five or more characters")
        }
        return code
    }

    /// Who said it.
    static func origin(_ text: String) throws(RowFault<WishColumn>) -> Fact.Origin {
        switch text.lowercased() {
        case "", "learner": return .learner
        case "guardian": return .guardian
        case "teacher": return .teacher
        default: throw fault(.by, "'\(text)' in column 'by'", "learner, guardian or teacher")
        }
    }

    /// A wish is about an item or about a topic; a level only about an item.
    static func checkTarget(item: ItemCode?, topic: String?, wishes: [Fact.Kind]) throws(RowFault<WishColumn>) {
        if let topic {
            if item != nil {
                throw fault(
                    .topic, "The row has an item and the topic '\(topic)'", "one of them", "Make two rows of it.")
            }
            if topic.count > 100 || topic.contains(";") {
                throw fault(.topic, "'\(topic.prefix(60))' in column 'topic'", "one topic of up to 100 characters")
            }
            if wishes.contains(.tooEasy) || wishes.contains(.tooHard) {
                throw fault(.item, "'too-easy' or 'too-hard' stands without an item", "the item's printed code")
            }
        } else if item == nil {
            throw fault(.item, "The row has neither an item nor a topic", "one of them")
        }
    }

    private static func fault(
        _ column: WishColumn, _ problem: String, _ expected: String, _ remedy: String = ""
    ) -> RowFault<WishColumn> {
        RowFault(column: column, problem: problem, fault: CellFault(expected: expected, remedy: remedy))
    }
}

import Content

/// What learners are called on their own pages and mails: by the first name alone, as their class calls them. Where two of a class
/// share it, with as many letters of the last name as tell them apart: one, two or three, or else the whole name.
struct CalledNames: Sendable {
    private let called: [String: String]

    /// The names of a class.
    init(_ names: [String]) {
        let parts = names.map { Parts($0) }
        let counts = (0...CalledNames.mostLetters).map { letters in
            Dictionary(parts.map { ($0.called(letters).lowercased(), 1) }, uniquingKeysWith: +)
        }
        var called: [String: String] = [:]
        for (name, parts) in zip(names, parts) {
            let enough = counts.indices.first { counts[$0][parts.called($0).lowercased()] == 1 }
            called[name] = enough.map { parts.called($0) } ?? name
        }
        self.called = called
    }

    private static let mostLetters = 3

    /// What somebody is called; one whom the class does not know, by the first name.
    func name(of whole: String) -> String { called[whole] ?? Parts(whole).called(0) }

    /// A name in its parts; `Ruiz, Ana` is read as `Ana Ruiz`.
    private struct Parts {
        var first: String
        var last: String?

        init(_ name: String) {
            let halves = name.split(separator: ",", maxSplits: 1).map { $0.split(separator: " ").map(String.init) }
            let words = halves.count == 2 && !halves[1].isEmpty ? halves[1] + halves[0] : halves.flatMap { $0 }
            first = words.first ?? name
            last = words.count > 1 ? words.last : nil
        }

        /// The first name with so many letters of the last: `Ben O`, `Ben Ok`. Without a full stop, which would end the sentence around it.
        func called(_ letters: Int) -> String {
            guard let last, letters > 0 else { return first }
            return "\(first) \(last.prefix(letters))"
        }
    }
}

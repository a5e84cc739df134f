import Content

/// What learners are called on their own pages and mails: by the first name alone, as their class calls them. Where two of a class
/// share it, with as many letters of the last name as tell them apart at first sight: one, or else the whole name.
struct CalledNames: Sendable {
    private let called: [String: String]

    /// The names of a class.
    init(_ names: [String]) {
        let parts = names.map { Parts($0) }
        let firsts = Dictionary(parts.map { ($0.first.lowercased(), 1) }, uniquingKeysWith: +)
        let initials = Dictionary(parts.map { ($0.withInitial.lowercased(), 1) }, uniquingKeysWith: +)
        var called: [String: String] = [:]
        for (name, parts) in zip(names, parts) {
            if firsts[parts.first.lowercased()] == 1 {
                called[name] = parts.first
            } else {
                called[name] = initials[parts.withInitial.lowercased()] == 1 ? parts.withInitial : name
            }
        }
        self.called = called
    }

    /// What somebody is called; one whom the class does not know, by the first name.
    func name(of whole: String) -> String { called[whole] ?? Parts(whole).first }

    /// A name in its parts; `Ruiz, Ana` is read as `Ana Ruiz`.
    private struct Parts {
        var first: String
        var withInitial: String

        init(_ name: String) {
            let halves = name.split(separator: ",", maxSplits: 1).map { $0.split(separator: " ").map(String.init) }
            let words = halves.count == 2 && !halves[1].isEmpty ? halves[1] + halves[0] : halves.flatMap { $0 }
            first = words.first ?? name
            withInitial = words.count > 1 ? "\(first) \(words[words.count - 1].prefix(1))." : first
        }
    }
}

/// Reasons that would stand at more than a third of a list's articles: they are said once for all of them, so that what is said at an article
/// tells it from the others.
struct SharedReasons: Hashable, Sendable {
    /// A clause that several articles share, and which of them, counted from 0.
    struct Shared: Hashable, Sendable {
        var clause: String
        var lines: [Int]
    }

    /// What is said once, in the order in which it would first be said.
    let shared: [Shared]
    /// What is left to say at each article; nothing where all of it is said once.
    let own: [[String]]
    /// What is to be said at each article, whatever several share.
    let all: [[String]]

    /// Parts what is to be said at each article. A list of fewer than three has nothing to say once; and the first article keeps a reason,
    /// since it is the one that is looked at first.
    init(_ clauses: [[String]]) {
        all = clauses
        var shared: [Shared] = []
        for (line, clauses) in clauses.enumerated() {
            for clause in clauses {
                if let index = shared.firstIndex(where: { $0.clause == clause }) {
                    shared[index].lines.append(line)
                } else {
                    shared.append(Shared(clause: clause, lines: [line]))
                }
            }
        }
        let count = clauses.count
        shared = count < 3 ? [] : shared.filter { $0.lines.count > 1 && $0.lines.count * 3 > count }
        guard !shared.isEmpty else {
            (self.shared, own) = ([], clauses)
            return
        }
        let said = Set(shared.map(\.clause))
        var own = clauses.map { $0.filter { !said.contains($0) } }
        if let first = own.first, first.isEmpty { own[0] = Array(clauses[0].prefix(1)) }
        (self.shared, self.own) = (shared, own)
    }
}

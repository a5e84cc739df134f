import Content
import Foundation
import Roster
import Store

/// Takes down what learners, guardians and teachers say: more, less, never, too easy, too hard.
public struct Saying: Sendable {
    let store: Store

    /// A desk over a store.
    public init(store: Store) { self.store = store }

    /// What saying came to.
    public struct Report: Sendable {
        /// What was taken down, one line each.
        public var lines: [String]
        /// What was left out.
        public var findings: [Finding]
        /// How many facts were appended.
        public var appended: Int
    }

    /// Takes one wish down, about an item (its code or address) or about a topic.
    public func say(
        _ wish: Fact.Kind, learner: String, about: String, isTopic: Bool, by: Fact.Origin, now: Timestamp
    ) throws -> Report {
        let things = NamedThings(store: store)
        let learner = try things.learner(learner)
        let item: ContentItem? = isTopic ? nil : try store.items.item(named: about)
        let needsItem = wish == .tooEasy || wish == .tooHard
        if item == nil, needsItem || about.looksLikeAddress { _ = try things.item(about) }
        let fact = Fact(
            learner: learner.id, kind: wish, value: item?.title ?? about, item: item?.id, origin: by, at: now)
        let appended = try append([fact])
        return Report(lines: [line(fact, learner: learner, isNew: appended > 0)], findings: [], appended: appended)
    }

    /// Takes down a filled-in strip, typed in as `wishes.csv`.
    public func importStrip(_ path: String, now: Timestamp) throws -> Report {
        let name = (path as NSString).lastPathComponent
        let file = try WishRow.read(try RosterImport.bytes(of: path), file: name)
        let known = try store.learners.facts()
        var report = Report(lines: [], findings: file.findings, appended: 0)
        for row in file.rows {
            let place = "\(name):\(row.line)"
            guard let facts = known[row.learner] else {
                report.findings.append(
                    Finding(
                        .warning, at: place, "there is no learner '\(row.learner)'; the row was left out.",
                        remedy: "See 'gleaner learners list'."))
                continue
            }
            var item: ContentItem?
            if let code = row.item {
                item = try store.items.item(named: code.rawValue)
                guard item != nil else {
                    report.findings.append(
                        Finding(
                            .warning, at: place, "there is no item with the code '\(code)'; the row was left out.",
                            remedy: "Look at the code on the page again."))
                    continue
                }
            }
            let learner = Learner(id: row.learner, facts: facts)
            for fact in row.facts(item: item.map { ($0.id, $0.title) }, at: now) {
                let appended = try append([fact])
                report.appended += appended
                report.lines.append(line(fact, learner: learner, isNew: appended > 0))
            }
        }
        return report
    }

    /// Appends facts that say something new. A strip that is typed in twice must not count twice: the same tick on the same
    /// item is one wish whenever it was typed, and a topic counts once a day.
    private func append(_ facts: [Fact]) throws -> Int {
        var new: [Fact] = []
        for fact in facts {
            let alike = try store.learners.facts(about: fact.learner).last { known in
                known.kind.isWish && known.origin == fact.origin && known.item == fact.item
                    && (fact.item != nil || known.value.lowercased() == fact.value.lowercased())
                    && (fact.kind.isAboutLevel == known.kind.isAboutLevel)
            }
            let there =
                alike.map { $0.kind == fact.kind && (fact.item != nil || $0.at.utcDate == fact.at.utcDate) } ?? false
            if !there { new.append(fact) }
        }
        try store.learners.append(new)
        return new.count
    }

    private func line(_ fact: Fact, learner: Learner, isNew: Bool) -> String {
        let about = fact.item == nil ? fact.value : "“\(fact.value)”"
        return
            "\(learner.name) (\(fact.origin.rawValue)): \(fact.kind.words) \(about)\(isNew ? "" : " — was there already")"
    }
}

extension Fact.Kind {
    /// Whether a wish is about how hard an item is, and not about what it is about.
    var isAboutLevel: Bool { self == .tooEasy || self == .tooHard }

    /// A wish in words.
    public var words: String {
        switch self {
        case .tooEasy: "too easy:"
        case .tooHard: "too hard:"
        case .more: "more of"
        case .less: "less of"
        case .never: "never"
        case .allow: "may come again:"
        default: rawValue
        }
    }
}

extension String {
    var looksLikeAddress: Bool { hasPrefix("http://") || hasPrefix("https://") }
}

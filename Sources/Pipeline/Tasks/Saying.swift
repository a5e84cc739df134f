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
        if item == nil {
            let meantItem = wish == .tooEasy || wish == .tooHard || about.looksLikeAddress
            if meantItem || (!isTopic && ItemCode(rawValue: about).looksLikeOne && about == about.uppercased()) {
                _ = try things.item(about)
            }
            try TopicRule.check(about, languages: learner.languages)
        }
        return try store.exclusively { try takeDown(wish, of: learner, item: item, about: about, by: by, now: now) }
    }

    private func takeDown(
        _ wish: Fact.Kind, of learner: Learner, item: ContentItem?, about: String, by: Fact.Origin, now: Timestamp
    ) throws -> Report {
        let fact = Fact(
            learner: learner.id, kind: wish, value: item?.title ?? about, item: item?.id, origin: by, at: now)
        let isNew = isNew(fact, beside: try store.learners.facts(about: learner.id))
        if isNew { try store.learners.append([fact]) }
        var lines = [line(fact, learner: learner, isNew: isNew)]
        if wish == .allow {
            let profile = InterestProfile(facts: try store.learners.facts(about: learner.id))
            let bars = profile.avoids.filter { $0.phrase.lowercased() == fact.value.lowercased() && item == nil }
            lines += bars.map {
                "It stays barred: the \($0.origin.rawValue) said never, and only they can take that back."
            }
        }
        return Report(lines: lines, findings: [], appended: isNew ? 1 : 0)
    }

    /// Takes down a filled-in strip, typed in as `wishes.csv`.
    public func importStrip(_ path: String, now: Timestamp) throws -> Report {
        try store.exclusively { try takeDown(strip: path, now: now) }
    }

    private func takeDown(strip path: String, now: Timestamp) throws -> Report {
        let name = (path as NSString).lastPathComponent
        let file = try WishRow.read(try RosterImport.bytes(of: path), file: name)
        let known = try store.learners.facts(about: Array(Set(file.rows.map { $0.learner })))
        var report = Report(lines: [], findings: file.findings, appended: 0)
        var new: [Fact] = []
        var said: [LearnerID: [Fact]] = [:]
        for row in file.rows {
            let place = "\(name):\(row.line)"
            guard let facts = known[row.learner], !facts.isEmpty else {
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
                let isNew = isNew(fact, beside: facts + said[fact.learner, default: []])
                if isNew {
                    new.append(fact)
                    said[fact.learner, default: []].append(fact)
                }
                report.lines.append(line(fact, learner: learner, isNew: isNew))
            }
        }
        try store.learners.append(new)
        report.appended = new.count
        return report
    }

    /// Whether a fact says something new. A strip that is typed in twice must not count twice: the same tick on the same
    /// item is one wish whenever it was typed, and a topic counts once a day.
    private func isNew(_ fact: Fact, beside facts: [Fact]) -> Bool {
        let alike = facts.last { known in
            known.kind.isWish && known.origin == fact.origin && known.item == fact.item
                && (fact.item != nil || known.value.lowercased() == fact.value.lowercased())
                && known.kind.wishFamily == fact.kind.wishFamily
        }
        guard let alike, alike.kind == fact.kind else { return true }
        return fact.item == nil && alike.at.utcDate != fact.at.utcDate
    }

    private func line(_ fact: Fact, learner: Learner, isNew: Bool) -> String {
        let about = fact.item == nil ? fact.value : "“\(fact.value)”"
        return
            "\(learner.name) (\(fact.origin.rawValue)): \(fact.kind.words) \(about)\(isNew ? "" : " — was there already")"
    }
}

extension Fact.Kind {
    /// Wishes that change one another: the one that stands for them.
    var wishFamily: Fact.Kind {
        switch self {
        case .more, .less: .more
        case .never, .allow: .never
        case .tooEasy, .tooHard: .tooHard
        default: self
        }
    }

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

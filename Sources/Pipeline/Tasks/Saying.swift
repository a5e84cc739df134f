import Configuration
import Content
import Foundation
import Roster
import Safeguarding
import Store
import Topics

/// Takes down what learners, guardians and teachers say: more, less, never, too easy, too hard.
public struct Saying: Sendable {
    let hearing: Hearing
    /// Whose lexicons tell what a topic means; nil: nobody's.
    let school: School?
    var store: Store { hearing.store }
    var screen: WishScreen { hearing.screen }

    /// A desk over a school's store.
    public init(school: School, store: Store) { self.init(Hearing(school: school, store: store), school: school) }

    /// A desk that listens so.
    init(_ hearing: Hearing, school: School? = nil) {
        self.hearing = hearing
        self.school = school
    }

    /// What is said where somebody must see it: neither whom it is about nor what it was.
    static let toldLine = "That was kept for a grown-up to see today; it is not shown here."

    /// What saying came to.
    public struct Report: Sendable {
        /// What was taken down, one line each.
        public var lines: [String]
        /// What was left out.
        public var findings: [Finding]
        /// How many facts were appended.
        public var appended: Int
        /// What was newly said must never come, with the languages of the learners.
        var newlyBarred: [(phrase: String, languages: [String])] = []
        /// Adds what another came to.
        mutating func add(_ other: Report) {
            lines += other.lines
            findings += other.findings
            appended += other.appended
            newlyBarred += other.newlyBarred
        }

        /// Whether a grown-up could not be told of something that they must see.
        public var isUntold: Bool {
            findings.contains { $0.severity == .error && $0.place == SafeguardingDesk.place }
        }
    }

    /// Takes one wish down, about an item (its code or address) or about a topic.
    public func say(
        _ wish: Fact.Kind, learner: String, about: String, isTopic: Bool, by: Fact.Origin, now: Timestamp
    ) throws -> Report {
        let things = NamedThings(store: store)
        if let report = try hear([learner, about], from: learner, by: by, now: now) { return report }
        let learner = try things.learner(learner)
        // A wish is about a topic, and so is letting it go.
        let isTopic = isTopic || wish == .enough
        let item: ContentItem? = isTopic ? nil : try store.items.item(named: about)
        if item == nil {
            // Looked at before anything is said of it.
            if var report = try tell(wish, of: learner, text: about, by: by, now: now) {
                report.findings += try hearing.notify(now: now)
                return report
            }
            let meantItem = wish.isOfArticles || about.isWebAddress
            if meantItem || (!isTopic && ItemCode(rawValue: about).isWellFormed && about == about.uppercased()) {
                _ = try things.item(about)
            }
            try TopicRule.check(about, languages: learner.languages)
        }
        var report = try store.write { scope in
            try takeDown(wish, of: learner, item: item, about: about, by: by, now: now, in: scope)
        }
        if item == nil {
            let families = try resolved(about, isBarred: wish == .never, now: now)
            if wish == .never { report.lines += TopicTold.lines(families, of: about, languages: learner.languages) }
        }
        return report
    }

    /// What a topic that was just said means, from now on; nothing where there is nobody's lexicon.
    private func resolved(_ topic: String, isBarred: Bool, now: Timestamp) throws -> TopicFamilies {
        guard let school else { return TopicFamilies() }
        return try TopicResolving(school: school, store: store).families(of: topic, isBarred: isBarred, now: now)
    }

    private func takeDown(
        _ wish: Fact.Kind, of learner: Learner, item: ContentItem?, about: String, by: Fact.Origin, now: Timestamp,
        in scope: borrowing WriteScope
    ) throws -> Report {
        let known = try store.learners.facts(about: [learner.id])
        let facts = known.readable[learner.id] ?? []
        var value = item?.title ?? about
        if wish == .enough {
            guard let open = try self.open(about, facts, learner) else {
                return Report(lines: ["\(learner.name) has no wish for \(about)."], findings: [], appended: 0)
            }
            value = open
        }
        let fact = Fact(learner: learner.id, kind: wish, value: value, item: item?.id, origin: by, at: now)
        let isNew = isNew(fact, beside: facts)
        if isNew { try store.learners.append([fact], in: scope) }
        var lines = [line(fact, learner: learner, isNew: isNew)]
        if wish == .allow {
            let profile = InterestProfile(facts: facts + [fact])
            let bars = profile.avoids.filter { $0.phrase.lowercased() == fact.value.lowercased() && item == nil }
            lines += bars.map {
                "It stays barred: the \($0.origin.rawValue) said never, and only they can take that back."
            }
        }
        return Report(lines: lines, findings: known.findings, appended: isNew ? 1 : 0)
    }

    /// The wish that is let go, as it was said: by the same words, or by others for the same topic. Nil: there is none.
    private func open(_ topic: String, _ facts: [Fact], _ learner: Learner) throws -> String? {
        let wishes = InterestProfile(facts: facts).wants.filter { $0.asked }.map { $0.phrase }
        if let same = wishes.first(where: { $0.lowercased() == topic.lowercased() }) { return same }
        guard let school else { return nil }
        let lexicons = try TopicLexicons.of(school.folder)
        let languages = learner.languages.isEmpty ? [school.configuration.school.language] : learner.languages
        let meant = Set(try languages.compactMap { try lexicons.topic(of: topic, language: $0) })
        return try wishes.first { wish in
            try languages.contains { language in
                try lexicons.topic(of: wish, language: language).map { meant.contains($0) } ?? false
            }
        }
    }

    /// Keeps what somebody must see although nobody is known by that name, or where the name itself is what is written.
    private func hear(_ texts: [String], from name: String, by: Fact.Origin, now: Timestamp) throws -> Report? {
        let isName = screen.verdict(of: name) != nil
        guard isName || (try? NamedThings(store: store).learner(name)) == nil else { return nil }
        let told: Report? = try store.write { scope throws -> Report? in
            let held = try hearing.held()
            let whose = LearnerID(rawValue: isName ? "somebody" : name)
            var made = 0
            var isHeld = false
            for text in texts {
                guard let verdict = screen.verdict(of: text) else { continue }
                isHeld = true
                let note = try held.note(of: text, by: whose, as: nil, origin: by, at: now, verdict)
                if let note {
                    try store.safeguarding.add([.init(note: note)], in: scope)
                    made += 1
                }
            }
            guard isHeld else { return nil }
            return Report(lines: [Self.toldLine], findings: [], appended: made)
        }
        guard var report = told else { return nil }
        report.findings += try hearing.notify(now: now)
        return report
    }

    /// Keeps a text for a grown-up, hidden, where somebody must see it; nil: nothing is the matter with it. A "never" holds
    /// whatever it says.
    private func tell(
        _ wish: Fact.Kind, of learner: Learner, text: String, by: Fact.Origin, now: Timestamp
    ) throws -> Report? {
        try store.write { scope in
            let held = try hearing.held()
            guard let verdict = held.verdict(of: text, by: learner.id) else { return nil }
            let isTopic = (try? TopicRule.check(text, languages: learner.languages)) != nil && !text.contains(";")
            let mayCount = isTopic && (wish == .more || wish == .less)
            let note = try held.note(
                of: text, by: learner.id, as: mayCount ? wish : nil, origin: by, at: now, verdict)
            var says: [Fact] = []
            if isTopic, wish == .never || wish == .allow {
                let fact = Fact(learner: learner.id, kind: wish, value: text, origin: by, at: now)
                let facts = try store.learners.facts(about: [learner.id]).readable[learner.id] ?? []
                if isNew(fact, beside: facts) { says.append(fact) }
            }
            try store.safeguarding.add([.init(note: note, says: says)], in: scope)
            return Report(lines: [Self.toldLine], findings: [], appended: (note == nil ? 0 : 1) + says.count)
        }
    }

    /// Whether a fact says something new. A strip that is typed in twice must not count twice: the same tick on the same
    /// item is one wish whenever it was typed, and a topic counts once a day.
    func isNew(_ fact: Fact, beside facts: [Fact]) -> Bool {
        let alike = facts.last { known in
            known.kind.isWish && known.origin == fact.origin && known.item == fact.item
                && (fact.item != nil || known.value.lowercased() == fact.value.lowercased())
                && known.kind.wishFamily == fact.kind.wishFamily
        }
        guard let alike, alike.kind == fact.kind else { return true }
        return fact.item == nil && alike.at.utcDate != fact.at.utcDate
    }

    func line(_ fact: Fact, learner: Learner, isNew: Bool) -> String {
        let about = fact.item == nil ? fact.value : "“\(fact.value)”"
        return
            "\(learner.name) (\(fact.origin.rawValue)): \(fact.kind.words) \(about)\(isNew ? "" : " — was there already")"
    }
}

extension Fact.Kind {
    /// Wishes that change one another: the one that stands for them.
    var wishFamily: Fact.Kind {
        switch self {
        case .more, .less, .enough: .more
        case .never, .allow: .never
        case .tooEasy, .tooHard: .tooHard
        case .liked, .disliked: .liked
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
        case .enough: "enough of"
        case .read: "has read"
        case .liked: "liked"
        case .disliked: "did not like"
        default: rawValue
        }
    }
}

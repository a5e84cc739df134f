import Configuration
import Content
import Pipeline
import Store

/// Puts right what is known of a learner, as a teacher says it: how a list is led, how long it is, what is read well, what is liked and needed.
///
/// It holds until the roster says something new of the same: a roster that says what it said before changes nothing.
public struct CorrectLearner: UseCase {
    private let open: SchoolAndStore
    private var store: Store { open.store }

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// What can be put right.
    public static let kinds: [Fact.Kind] = [
        .dial, .minutes, .level, .levelDate, .language, .interests, .strengths, .needs,
    ]

    /// What is said.
    public enum Change: Hashable, Sendable {
        /// The value; empty: there is none.
        case value(String)
        /// A topic beside the others.
        case add(String)
        /// A topic no more.
        case remove(String)
    }

    /// What is put right, and of whom.
    public struct Request: Sendable {
        /// The learner, by id or name.
        public var learner: String
        /// What it is.
        public var kind: Fact.Kind
        /// What is said.
        public var change: Change
        /// The number of the statement that held when it was looked at, 0 for none; nil: nobody looked.
        public var seen: Int64?

        /// A correction by its parts.
        package init(_ learner: String, _ kind: Fact.Kind, _ change: Change, seen: Int64? = nil) {
            (self.learner, self.kind, self.change, self.seen) = (learner, kind, change, seen)
        }
    }

    /// What holds now.
    public struct Outcome: Sendable {
        /// The learner's name.
        public var learner: Verbatim
        /// What was put right.
        public var kind: Fact.Kind
        /// The value now; empty: there is none. A part is nil that a teacher is not to be shown.
        public var values: [Verbatim?]
        /// The numbers of what was said; none: it was so already.
        public var facts: [Int64]
        /// What stages found.
        public var findings: [Finding]
    }

    /// Says it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let learner = try NamedThings(store: store).learner(request.learner)
        guard Self.kinds.contains(request.kind), request.kind != .levelDate else {
            throw PersonRefusal.noValue(request.kind, form(of: request.kind))
        }
        let (hearing, told) = (Hearing(school: open.school, store: store), ToldFacts(school: open.school))
        let kept = try store.write { scope in try keep(request, of: learner, hearing, now: now, in: scope) }
        if kept {
            _ = try hearing.notify(now: now)
            throw PersonRefusal.isKept
        }
        var outcome = try store.write { scope in
            let facts = try store.learners.facts(about: [learner.id]).readable[learner.id] ?? []
            let last = facts.last { $0.kind == request.kind }
            if let seen = request.seen, seen != last?.number ?? 0 {
                throw PersonRefusal.hasChanged(Verbatim(learner.name))
            }
            let value = try value(request, beside: last?.value ?? "", of: learner)
            var said: [Fact] = []
            if value != last?.value ?? "" {
                said.append(fact(learner.id, request.kind, value, now))
                // A level of today is a new beginning: what was said of articles before told of another.
                if request.kind == .level, !value.isEmpty {
                    said.append(fact(learner.id, .levelDate, "\(now.utcDate)", now))
                }
            }
            return Outcome(
                learner: Verbatim(learner.name), kind: request.kind,
                values: Fact.list(value).map { part in
                    actor.role == .teacher ? told.phrase(part, by: .learner) : Verbatim(part)
                }, facts: try store.learners.append(said, in: scope),
                findings: [])
        }
        outcome.findings = try TopicResolving(school: open.school, store: store).catchUp(now: now)
        return outcome
    }

    private func fact(_ learner: LearnerID, _ kind: Fact.Kind, _ value: String, _ now: Timestamp) -> Fact {
        Fact(learner: learner, kind: kind, value: value, origin: .teacher, at: now)
    }

    /// Keeps for a grown-up what somebody must see; gives whether there was something.
    private func keep(
        _ request: Request, of learner: Learner, _ hearing: Hearing, now: Timestamp, in scope: borrowing WriteScope
    ) throws -> Bool {
        let held = try hearing.held()
        var isKept = false
        for text in request.change.texts {
            guard let verdict = held.verdict(of: text, by: learner.id) else { continue }
            isKept = true
            let note = try held.note(of: text, by: learner.id, as: nil, origin: .teacher, at: now, verdict)
            if let note { try store.safeguarding.add([.init(note: note)], in: scope) }
        }
        return isKept
    }

    /// The value as a fact holds it.
    private func value(_ request: Request, beside before: String, of learner: Learner) throws -> String {
        let listed = Fact.list(before)
        func topics(_ parts: [String]) throws -> String {
            for part in parts where !listed.contains(part) {
                try TopicRule.check(part, languages: learner.languages)
                if request.kind != .interests, SkillRule(open.school.skills).isSkill(part) {
                    throw PersonRefusal.isSkill(request.kind, Verbatim(part))
                }
            }
            return Fact.joined(parts)
        }
        switch (request.kind, request.change) {
        case (.interests, .value(let text)), (.strengths, .value(let text)), (.needs, .value(let text)):
            return try topics(Fact.list(text))
        case (.interests, .add(let topic)), (.strengths, .add(let topic)), (.needs, .add(let topic)):
            let topic = topic.trimmed
            guard !topic.isEmpty else { throw TopicRefusal.noWord(Verbatim(topic)) }
            let isThere = listed.contains { $0.lowercased() == topic.lowercased() }
            return isThere ? before : try topics(listed + [topic])
        case (.interests, .remove(let topic)), (.strengths, .remove(let topic)), (.needs, .remove(let topic)):
            return Fact.joined(listed.filter { $0.lowercased() != topic.trimmed.lowercased() })
        case (_, .value(let text)): return try plain(text.trimmed, request.kind)
        case (_, .add), (_, .remove): throw PersonRefusal.noValue(request.kind, form(of: request.kind))
        }
    }

    private func form(of kind: Fact.Kind) -> PersonRefusal.ValueForm {
        switch kind {
        case .dial: .number(0...4)
        case .minutes: .number(1...600)
        case .level: .grade(0...16)
        default: .languages
        }
    }

    /// A value that is no topic; empty: the roster's word is not replaced by another, there is none.
    private func plain(_ text: String, _ kind: Fact.Kind) throws -> String {
        if text.isEmpty { return "" }
        switch form(of: kind) {
        case .number(let range):
            guard let number = Int(text), range.contains(number) else { throw refusal(kind) }
            return "\(number)"
        case .grade(let range):
            let point = text.replacing(",", with: ".")
            guard let number = Double(point), number.isFinite, range.contains(number) else { throw refusal(kind) }
            let tenths = (number * 10).rounded() / 10
            return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
        case .languages:
            guard kind == .language else { throw refusal(kind) }
            let tags = Fact.list(text).map { $0.lowercased() }
            let areTags = tags.allSatisfy { tag in
                (2...3).contains(tag.utf8.count) && tag.utf8.allSatisfy { (0x61...0x7A).contains($0) }
            }
            guard !tags.isEmpty, areTags else { throw refusal(kind) }
            return tags.joined(separator: ";")
        }
    }

    private func refusal(_ kind: Fact.Kind) -> PersonRefusal { .noValue(kind, form(of: kind)) }
}

extension CorrectLearner.Change {
    /// What somebody wrote.
    fileprivate var texts: [String] {
        switch self {
        case .value(let text): Fact.list(text)
        case .add(let text), .remove(let text): [text]
        }
    }
}

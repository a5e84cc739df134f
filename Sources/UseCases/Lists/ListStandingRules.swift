import Content
import Pipeline

/// Lists the pins or the vetoes that stand: for whom, since when, by whom and until when.
public struct ListStandingRules: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// Pins or vetoes.
    public enum Kind: Hashable, Sendable {
        /// Pins.
        case pins
        /// Vetoes.
        case vetoes
    }

    /// Which.
    public struct Request: Sendable {
        /// Pins or vetoes.
        public var kind: Kind
        /// Of a class: its own, and those of its learners; nil: all.
        public var schoolClass: String?

        /// Those of a class, or all.
        package init(_ kind: Kind, schoolClass: String? = nil) {
            (self.kind, self.schoolClass) = (kind, schoolClass)
        }
    }

    /// All that stands.
    public struct Outcome: Sendable {
        /// Pins or vetoes.
        public var kind: Kind
        /// Those that are understood, the oldest first.
        public var rules: [StandingRule]
        /// What is not.
        public var unread: [TeacherRules.Unread]
    }

    /// Lists those that stand today.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let (rules, unread) = try StandingRules(school: open.school, store: open.store).rules(
            of: request.kind == .pins ? .pin : .veto, class: request.schoolClass, now: now)
        return Outcome(kind: request.kind, rules: rules, unread: unread)
    }
}

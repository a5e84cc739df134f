import Content

/// Asks a teacher whether what is known of a class's learners is still right: the form, to be shown.
public struct AskCheckIn: UseCase {
    private let form: CheckInForm

    /// In a school's store.
    package init(_ open: SchoolAndStore) { form = CheckInForm(open: open) }

    /// Of whom.
    public typealias Request = CheckInForm.Request

    /// The form.
    public struct Outcome: Sendable {
        /// A line a learner, by name.
        public var learners: [CheckInForm.Line]
    }

    /// Asks.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        Outcome(learners: try form.asked(request, now: now))
    }
}

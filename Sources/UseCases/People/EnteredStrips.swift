import Content

/// What came of taking down what is ticked on printed pages.
public struct EnteredStrips: Sendable {
    /// What was taken down.
    public var taken = TakenDown()
    /// How many ticks were taken back.
    public var unticked = 0
    /// What was ticked before, by learner.
    public var before: [LearnerID: Set<TickCode>] = [:]
    /// The numbers of what was said beside the ticks.
    public var wishes: [Int64] = []
    /// Changes with what is ticked now: what somebody has seen who takes it back.
    public var digest = ""

    /// Whether anything was taken down or taken back.
    public var hasChanged: Bool { unticked > 0 || taken.appended > 0 }
}

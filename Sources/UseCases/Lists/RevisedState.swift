import Content
import ContentDigest
import Pipeline
import Store

/// The state of a list that was made anew: what a teacher approved was another list, and what is held stays held.
struct RevisedState {
    /// The state.
    let state: ReadingList.State
    /// The state that a hold gives way to is no longer that of an approved list.
    private let isApprovalLost: Bool

    /// `ranked`: the state that ranking alone would give it.
    init(of old: ReadingList, decided: [ListDecision], ranked: ReadingList.State) {
        let wasApproved = decided.contains { $0.kind == .approve }
        isApprovalLost = old.state == .held && wasApproved && decided.stateBeforeHold == .ready
        switch old.state {
        case .held: state = .held
        case .awaitingApproval: state = .awaitingApproval
        case .ready, .withheld: state = wasApproved ? .awaitingApproval : ranked
        }
    }

    /// The holds that stand, said anew where lifting them would let out a list that nobody has approved.
    func holds(of list: ReadingList, decided: [ListDecision], now: Timestamp) -> [ListRepository.Change] {
        guard isApprovalLost else { return [] }
        return decided.holds.sorted().map { name in
            let by = decided.last { $0.kind == .hold && ($0.schoolClass ?? "") == name }?.by ?? ""
            let hold = ListDecision(
                kind: .hold, schoolClass: name.isEmpty ? nil : name, by: by, digest: list.contentDigest,
                was: .awaitingApproval, at: now)
            return .init(hold, on: list.edition, of: list.learner, from: .held, to: .held)
        }
    }
}

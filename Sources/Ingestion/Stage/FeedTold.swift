import Content

/// What people are told of how a feed does.
enum FeedTold {
    /// Why a feed was left alone in a run; nil where that is as it should be.
    static func leftAlone(_ address: String, _ turn: FeedManners.Turn, _ state: FeedState?) -> Finding? {
        switch turn {
        case .ask, .wait: nil
        case .ended(let moment): .feedHasEnded(address, on: moment)
        case .failing: .feedKeepsFailing(address, state)
        }
    }

    /// That a feed has moved for good, once.
    static func moved(_ address: String, from known: FeedState?, to state: FeedState) -> Finding? {
        guard let movedTo = state.movedTo, movedTo != known?.movedTo else { return nil }
        return .feedHasMoved(address, to: movedTo)
    }
}

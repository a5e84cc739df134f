import Content

/// What people are told of how a feed does.
enum FeedTold {
    /// Why a feed was left alone in a run; nil where that is as it should be.
    static func leftAlone(_ address: String, _ turn: FeedManners.Turn, _ state: FeedState?) -> Finding? {
        switch turn {
        case .ask, .wait: return nil
        case .ended(let moment):
            return Finding(
                .error, at: .feed(address),
                "its server said on \(day(moment)) that it has ended, so it is not asked any more.",
                remedy:
                    "Take it off the list, or give its new address; 'gleaner ingest' with its address asks once more.")
        case .failing:
            let since = state?.failingSince.map { " since \(day($0))" } ?? ""
            let why = state?.problem.map { " Last: \($0)" } ?? ""
            let when = state?.notBefore.map { "It is asked again after \($0.iso)." } ?? "A later run asks again."
            return Finding(.error, at: .feed(address), "it could not be read\(since).\(why)", remedy: when)
        }
    }

    /// That a feed has moved for good, once.
    static func moved(_ address: String, from known: FeedState?, to state: FeedState) -> Finding? {
        guard let movedTo = state.movedTo, movedTo != known?.movedTo else { return nil }
        return Finding(
            .note, at: .feed(address),
            "it has moved for good to \(ShownAddress.text(movedTo)), and is read there from now on.",
            remedy: "Put the new address on the list when you next mend it.")
    }

    private static func day(_ moment: Timestamp) -> String { String(moment.iso.prefix(10)) }
}

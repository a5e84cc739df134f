import Content
import UseCases

extension FeedOnLists {
    /// What was done with it, or that there was nothing to do.
    fileprivate func words(_ done: String, _ nothing: String) -> String {
        let title = "“\(ShownAddress.text(title.text))”"
        return lists.isEmpty ? "\(title): the list \(nothing)." : "\(title) \(done) (\(Listing.of(lists)))."
    }
}

extension ChangeFeed.Outcome: Told {
    /// That it is changed.
    public var lines: [String] { [feed.words("is changed", "says so already")] }
}

extension PauseFeed.Outcome: Told {
    /// That it is paused, or asked again.
    public var lines: [String] { [feed.words(isPaused ? "is paused" : "is asked again", "says so already")] }
}

extension MoveFeed.Outcome: Told {
    /// That it has moved.
    public var lines: [String] {
        [
            feed.words("is read at \(address) from now on", "has that address already")
                + " Articles that it has at the same addresses stay the same articles."
        ]
    }
}

extension RemoveFeed.Outcome: Told {
    /// That it is taken off.
    public var lines: [String] {
        [
            feed.words("is taken off", "has it no more")
                + " Its articles are not sent from the next 'gleaner ingest' on; the store keeps them."
        ]
    }
}

import Content
import UseCases

extension PreviewList.Outcome: Told {
    /// What the list is, what becomes of it and where its views are.
    public var lines: [String] {
        let goes =
            recipients.isEmpty ? "nobody by mail; it is printed, or goes to the teacher" : Listing.of(recipients)
        return ["\(learner), \(edition): \(subject)", "State    \(stateWords)", "Goes to  \(goes)"]
            + files.map { "         \($0)" }
    }

    private var stateWords: String {
        switch state {
        case .ready: "may go out"
        case .awaitingApproval: "waits for approval"
        case .held: "is held back"
        case .withheld: "was withheld"
        }
    }
}

extension OpenPreview.Outcome {
    /// What to say where the views could not be opened; nil where they are open.
    public var talk: String? {
        isOpen ? nil : "There is no browser to open it in. Open it yourself: \(page)"
    }
}

import UseCases

extension NoteRefusal: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .noNote(let number): "there is no note \(number). See 'gleaner safeguarding list --all'."
        case .nobodyNamed: "--by names whoever looks after it."
        }
    }
}

import Content
import Pipeline

/// A refusal in words: what is so, and what to do.
public protocol Worded: Error {
    /// The sentence.
    var words: String { get }
}

/// The words of errors.
public enum ErrorWords {
    /// An error in the words of whoever asked; of a refusal on one line, without secrets of addresses.
    public static func of(_ error: any Error) -> String {
        guard let refusal = error as? any Worded else { return "\(error)" }
        return RequestError(refusal.words).description
    }
}

import Content
import FeedParsing
import Ingestion
import UseCases

extension UnreadFeed: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .noAnswer: "There was no answer."
        case .notFetched(let error): "\(error)"
        case .notParsed(let error): "\(error)"
        case .noFeed: "There is no feed in it."
        }
    }

    /// The same of the feed at an address; nil where the document's own findings tell it.
    func finding(at address: Verbatim) -> Finding? {
        switch self {
        case .noAnswer, .noFeed: nil
        case .notFetched(let error):
            Finding(.error, at: .feed(address.text), error.problem, remedy: error.remedy)
        case .notParsed(let error): Finding(.error, at: .feed(address.text), "\(error)")
        }
    }
}

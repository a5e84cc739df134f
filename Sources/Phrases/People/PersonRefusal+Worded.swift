import Content
import UseCases

extension PersonRefusal: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .noListOf(let edition):
            "there is no list of \(edition). 'gleaner status' tells which editions there are."
        case .noOneClickAddresses:
            "this school has made no one-click addresses, so the token is not of this school."
        case .tokenOfNobody:
            "no list goes to whom this token was made for. Either the address has changed since, or the token is not of "
                + "this school."
        case .noConsent(let learner):
            "the roster has no consent of \(learner). Write it into the roster, and import it."
        case .noGuardian(let learner, let address, let known):
            "\(learner) has no guardian '\(address)'. "
                + (known.isEmpty
                    ? "The roster names none; '' stands for one without an address." : "Known: \(Listing.of(known)).")
        case .learnerForGuardian:
            "a learner does not agree for a guardian. Say '--by guardian' where the guardian did."
        case .noIsTheirs(let origin):
            "the \(origin.rawValue) said no, and only they take it back. If they did, say '--by \(origin.rawValue)'."
        }
    }
}

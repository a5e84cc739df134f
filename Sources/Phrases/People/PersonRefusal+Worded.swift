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
        case .nothingToTakeBack(let name): "nothing was said of \(name) that could be taken back."
        case .isTakenBack(let name):
            "what is to be taken back was taken back already, or was never said of \(name). 'gleaner learners show' tells what "
                + "counts."
        case .isNotYours(let origin):
            "the \(origin.rawValue) said it, and it is theirs to take back. What the roster says is put right in the roster, or "
                + "by another word of a teacher's."
        case .hasChanged(let name):
            "somebody else has said something else of \(name) since you looked. Nothing was changed: look again, and say it "
                + "again if it still holds."
        case .noValue(let kind, let form): "that is no \(kind.rawValue): it must be \(Self.words(of: form))."
        case .isSkill(let kind, let text):
            "'\(text)' is a skill, and no topic that an article is about. Under \(kind.rawValue) stand topics, such as physics or "
                + "drawing; how well somebody reads is the level."
        case .isKept: "that was kept for a grown-up to see, and counts for nothing else."
        case .noIsTheirs(let origin):
            "the \(origin.rawValue) said no, and only they take it back. If they did, say '--by \(origin.rawValue)'."
        }
    }

    private static func words(of form: ValueForm) -> String {
        switch form {
        case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .grade(let range):
            "a school grade from \(Numbers.fixed(range.lowerBound, decimals: 0)) to \(Numbers.fixed(range.upperBound, decimals: 0)), "
                + "such as 6.5"
        case .languages: "tags of languages such as en or en;es"
        }
    }
}

import Content
import Phrases
import UseCases

/// What cannot be done, for the page that says so: the name of its words in `Config/desk/words`, their holes, and the status of HTTP.
struct RefusalWords: Sendable {
    /// The name of the words, below `refusal`.
    let key: String
    /// Their holes.
    let values: [String: String]
    /// The status code (RFC 9110, 15).
    let status: Int
    /// What the log is told besides, which names nobody.
    let detail: String?
    /// The command line's own sentence, where the desk has no words for it.
    let sentence: String?

    /// The words of an error.
    init(_ error: any Error) {
        switch error {
        case let refusal as DeskRefusal: self.init(refusal)
        case let refusal as DeskInvitationRefusal: self.init(refusal)
        case let refusal as NamingRefusal: self.init(refusal)
        case let refusal as ListRefusal: self.init(refusal)
        case let refusal as PersonRefusal: self.init(refusal)
        case let refusal as TopicRefusal: self.init(refusal)
        case let problem as StoreError where problem.isBusy: self.init("isBusy", status: 503)
        case let refusal as any Worded: self.init("other", status: 422, sentence: ErrorWords.of(refusal))
        default: self.init("broken", status: 500, detail: "\(error)")
        }
    }

    init(
        _ key: String, _ values: [String: String] = [:], status: Int, detail: String? = nil, sentence: String? = nil
    ) {
        (self.key, self.values, self.status, self.detail, self.sentence) = (key, values, status, detail, sentence)
    }

    private init(_ refusal: DeskRefusal) {
        switch refusal {
        case .wrongHost: self.init("wrongHost", status: 421)
        case .forgedHeader: self.init("forgedHeader", status: 403)
        case .noPage: self.init("noPage", status: 404)
        case .noSession: self.init("noSession", status: 401)
        case .notYours: self.init("notYours", status: 403)
        case .foreignForm: self.init("foreignForm", status: 403)
        case .noSuchMethod: self.init("noSuchMethod", status: 405)
        case .malformed: self.init("malformed", status: 400)
        case .tooLarge: self.init("tooLarge", status: 413)
        case .tooLong(let limit): self.init("tooLong", ["limit": "\(limit)"], status: 422)
        case .nothingToPrint: self.init("nothingToPrint", status: 404)
        case .missing: self.init("missing", status: 422)
        case .notMinutes: self.init("notMinutes", status: 422)
        case .busy: self.init("tooMuch", status: 503)
        }
    }

    private init(_ refusal: DeskInvitationRefusal) {
        switch refusal {
        case .worthNothing: self.init("linkWorthNothing", status: 403)
        case .nothingLeft: self.init("nothingLeft", status: 403)
        default: self.init("other", status: 422, sentence: ErrorWords.of(refusal))
        }
    }

    private init(_ refusal: NamingRefusal) {
        switch refusal {
        case .noItem(let name): self.init("noItem", ["name": name.text], status: 404)
        // Whoever is not theirs is not told from whoever is not there.
        default: self.init("notYours", status: 403)
        }
    }

    private init(_ refusal: PersonRefusal) {
        switch refusal {
        // Which of the two is nobody's business.
        case .noOneClickAddresses, .tokenOfNobody: self.init("stopsNobody", status: 404)
        case .hasChanged(let name): self.init("personHasChanged", ["name": name.text], status: 409)
        case .isTakenBack, .nothingToTakeBack: self.init("nothingStands", status: 409)
        case .isNotYours: self.init("notYoursToTakeBack", status: 403)
        case .noListOf(let edition): self.init("noListOf", ["edition": "\(edition)"], status: 404)
        default: self.init("other", status: 422, sentence: ErrorWords.of(refusal))
        }
    }

    private init(_ refusal: TopicRefusal) {
        switch refusal {
        case .tooLong(let most): self.init("topicTooLong", ["limit": "\(most)"], status: 422)
        case .noWord, .controlCharacter: self.init("topicNoWord", status: 422)
        case .inEveryArticle: self.init("topicEverywhere", status: 422)
        default: self.init("other", status: 422, sentence: ErrorWords.of(refusal))
        }
    }

    private init(_ refusal: ListRefusal) {
        switch refusal {
        case .anotherRunIsAtWork: self.init("runIsAtWork", status: 503)
        case .hasChanged: self.init("listsHaveChanged", status: 409)
        case .isSent: self.init("isSent", status: 409)
        case .nothingOpen, .nothingToHold, .nothingToLift: self.init("nothingOpen", status: 409)
        case .nothingStands: self.init("nothingStands", status: 409)
        case .noListToPreview, .willNotGoOut, .noListToExplain: self.init("noList", status: 404)
        case .isNotInClass, .isInNoClass, .namesNobody: self.init("notYours", status: 403)
        default: self.init("other", status: 409, sentence: ErrorWords.of(refusal))
        }
    }

    /// The lines of the page, in words of the desk.
    func lines(_ words: (String, [String: String]) -> String) -> [String] { [words("refusal.\(key)", values)] }
}

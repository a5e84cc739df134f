import Content

/// What a learner's answer says of how an article's level lies to theirs.
enum LevelAnswer: Hashable {
    case tooHard, tooEasy
    /// They answered other articles of the list, and said nothing of this one's level.
    case fits
}

/// One answer, as evidence of a level.
struct LevelEvidence: Hashable {
    /// The level of the other side: of the article where a reader's is looked for, of the reader where an article's is.
    var level: Double
    var answer: LevelAnswer
    /// How much it counts, 0…1.
    var weight: Double
}

/// What a learner has said, by silence too, of the levels of the articles that they were given.
struct LevelAnswers {
    /// One article.
    struct Answer {
        var item: ItemID
        var answer: LevelAnswer
        var at: Timestamp
    }

    let answers: [Answer]

    /// How much silence counts beside a word: of a list that was answered it says that an article was read well, or was not read.
    static let silence = 0.4
    /// After so many days an answer counts half: readers grow.
    static let halfLifeDays = 180.0

    /// The answers since the level was stated last; a level that is stated anew, even as it was, is a new beginning.
    init(facts: [Fact], given: GivenItems) {
        var said: [ItemID: (answer: LevelAnswer?, at: Timestamp)] = [:]
        var stated: [Fact.Kind: String] = [:]
        for fact in facts {
            if fact.kind == .level || fact.kind == .levelDate, fact.value != stated[fact.kind] {
                if stated[fact.kind] != nil { said = [:] }
                stated[fact.kind] = fact.value
            }
            guard fact.origin == .learner || fact.origin == .teacher, let item = fact.item else { continue }
            switch fact.kind {
            case .tooHard: said[item] = (.tooHard, fact.at)
            case .tooEasy: said[item] = (.tooEasy, fact.at)
            case .more, .less, .read, .liked, .disliked: said[item] = said[item] ?? (nil, fact.at)
            default: break
            }
        }
        // An edition of which anything was said was read by somebody with a pencil.
        var answered: [Edition: Timestamp] = [:]
        for (item, word) in said {
            guard let edition = given.items[item] else { continue }
            answered[edition] = max(answered[edition] ?? word.at, word.at)
        }
        var answers = said.map { Answer(item: $0, answer: $1.answer ?? .fits, at: $1.at) }
        for (item, edition) in given.items where said[item] == nil {
            if let at = answered[edition] { answers.append(Answer(item: item, answer: .fits, at: at)) }
        }
        self.answers = answers.sorted { ($0.at, $0.item) < ($1.at, $1.item) }
    }

    /// Whether a level was complained of at all.
    var speaksOfLevels: Bool { answers.contains { $0.answer != .fits } }
}

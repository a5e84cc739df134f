import Content

/// The fixed words of mails and pages in each language: headings, instructions, dates. Read from
/// `Config/templates/words/LANG.yaml`.
public struct FixedWords: Sendable {
    private let folder: WordingFolder
    /// What is spoken in each language to each role, made ready once: a mail asks for some sixty words.
    private let spoken: [RecipientRole: [String: SpokenWords]]

    /// Reads the words of all languages from a folder; an error names the file and the line. `shipped`: the folder of those that
    /// ship, for what is missing.
    public init(folder: String, shipped: String? = nil) throws(RenderingSetupError) {
        self.folder = try WordingFolder(
            folder: folder, shipped: shipped, known: WordKey.known, open: SpokenWords.openPrefixes)
        var spoken: [RecipientRole: [String: SpokenWords]] = [:]
        for role in RecipientRole.allCases {
            for language in self.folder.all { spoken[role, default: [:]][language.tag] = SpokenWords(language, role) }
        }
        self.spoken = spoken
    }

    /// What a wish is called when it is typed in an answer, in every language there is, in small letters. Where two
    /// languages use one word for different wishes, the first language in the order of their tags has it.
    public var typedWishes: [String: MailedWish] {
        var wishes: [String: MailedWish] = [:]
        for wish in MailedWish.allCases { wishes[wish.rawValue] = wish }
        for language in folder.all {
            for wish in MailedWish.allCases {
                let word = language.text(WordKey.typed(wish).rawValue).lowercased()
                if wishes[word] == nil { wishes[word] = wish }
            }
        }
        return wishes
    }

    /// What was taken from the files that ship.
    var borrowed: [BorrowedWords] { folder.borrowed }

    /// The words for a reader.
    func spoken(in language: String, to role: RecipientRole) -> SpokenWords {
        let language = folder.language(language)
        return spoken[role]?[language.tag] ?? SpokenWords(language, role)
    }

    /// What a language is called in another.
    package func nameOfLanguage(_ tag: String, in language: String) -> String {
        spoken(in: language, to: .teacher).nameOfLanguage(tag)
    }

    /// The tags of all languages there are words for, in their order.
    public var languages: [String] { folder.all.map(\.tag) }
}

/// The words of one language for one role: what rendering asks for.
struct SpokenWords {
    /// The language, with its tag as it was found (not as it was asked for).
    let language: WordingFolder.Language
    /// Whom they speak to.
    let role: RecipientRole
    /// What templates can show as it is, under its names there.
    let constants: [String: TemplateValue]
    private let wordings: [WordKey: Wording]

    /// What the names of scorers' own names begin with, in a file of words.
    static let scorerPrefix = "scorers."
    /// The same for the names of languages, by their tags, and of school grades, by their numbers.
    static let languagePrefix = "languages."
    static let gradePrefix = "grades."
    /// Below these a school may name what it likes.
    static let openPrefixes = [scorerPrefix, languagePrefix, gradePrefix]

    /// The words of a language for a role.
    init(_ language: WordingFolder.Language, _ role: RecipientRole) {
        self.language = language
        self.role = role
        var wordings: [WordKey: Wording] = [:]
        for key in WordKey.allCases {
            wordings[key] = language.wording(key.isByRole ? "\(key.rawValue).\(role.rawValue)" : key.rawValue)
        }
        self.wordings = wordings
        var constants: [String: TemplateValue] = [:]
        for key in WordKey.shownByTemplates where !key.isByRole {
            let text = wordings[key]?.filled([:], direction: language.direction) ?? ""
            constants["words.\(key.rawValue)"] = .prepared(PreparedText(text))
        }
        self.constants = constants
    }

    /// A word or sentence with its holes filled.
    func text(_ key: WordKey, _ values: [String: String] = [:]) -> String {
        wordings[key]?.filled(values, direction: language.direction) ?? ""
    }

    /// What a scorer is called in a sentence; its own name where the language has no word for it.
    func scorer(_ name: String) -> String {
        let word = language.text(SpokenWords.scorerPrefix + name)
        return word.isEmpty ? CleanText.line(name, limit: 40) : word
    }

    /// A text that depends on a number being one or more.
    func count(_ number: Int, one: WordKey, many: WordKey) -> String {
        text(number == 1 ? one : many, ["count": String(number)])
    }

    /// A day with its weekday: `Monday, November 23, 2026`.
    func date(_ date: CalendarDate) -> String {
        // 1970-01-01 was a Thursday, the fourth day of a week that begins on Monday.
        let weekday = ((date.dayNumber + 3) % 7 + 7) % 7 + 1
        return text(
            .date,
            [
                "weekday": language.text("weekdays.\(weekday)"), "day": String(date.day),
                "month": language.text("months.\(date.month)"), "year": String(date.year),
            ])
    }

    /// What a language is called; its tag where there is no word for it.
    func nameOfLanguage(_ tag: String) -> String {
        let name = language.text(SpokenWords.languagePrefix + WordingFolder.primary(tag))
        return name.isEmpty ? tag : name
    }

    /// What a school grade is called where grades have names of their own: `Year 6`.
    func grade(_ grade: Int) -> String? {
        let name = language.text("\(SpokenWords.gradePrefix)\(grade)")
        return name.isEmpty ? nil : name
    }

    /// The mark of an article's difficulty for this reader.
    func difficulty(_ difficulty: Difficulty, name: String) -> String {
        let key: WordKey =
            switch difficulty {
            case .easy: .difficultyEasy
            case .right: .difficultyRight
            case .stretch: .difficultyStretch
            }
        return text(key, ["name": name])
    }

    /// A school grade in words: `about grade 5`.
    func level(_ level: Double) -> String {
        // Compared before it is made an integer: a level may be any number, and an Int of a huge one would trap.
        if level.isNaN { return "" }
        if level > -0.5, level < 13.5, let named = grade(Int(level.rounded())) {
            return text(.levelNamed, ["grade": named])
        }
        if level < 0.5 { return text(.levelFirst) }
        if level >= 12.5 { return text(.levelBeyond) }
        return text(.levelGrade, ["grade": String(Int(level.rounded()))])
    }
}

/// The names of the words, and the holes that each may have.
enum WordKey: String, CaseIterable, Sendable {
    case subject, preheader, preheaderPlain, heading, greeting, overviewOne, overviewMany
    case date, minutesOne, minutesMany, minutesUnknown, overviewSome, overviewUntimed
    case levelFirst, levelGrade, levelBeyond, levelNamed, levelUnknown
    case difficultyEasy, difficultyRight, difficultyStretch
    case inLanguage, linkMissing, startHere, never, wasRead, faces, tearOff, stopTick, articleFollows
    case listComma, why, code, more, less, tooEasy, tooHard, typedMore, typedLess, typedTooEasy, typedTooHard
    case sayHeading, sayHow, sayHowText, sayHowPaper, askTopic, wantToRead, teacherIs, classIs
    case dataHeading, dataInterests, dataAsked, dataAvoided, dataNeeds, dataStrengths, dataLevel, dataGrade
    case dataWishesOne, dataWishesMany, dataNothing, dataMore, dataPromise
    case noticeHeading, noticeWithout, noticeSummaries, noticeTitles, noticeItems, noticeEmpty, noticePreview,
        dataSilent
    case askedByLearner, askedByTeacher, askedByGuardian
    case answerFound, answerLater, answerHarder, answerNothing, answerHad, answerTeacher, answerAsk, answerOld
    case stopHeading, stopHow, stopLink, stopPlain, stopPaper, articleBy, qrCode, bundleIntro, supplyHeading,
        supplyLine,
        listCode, madeBy,
        printTitle
    case classHeading, classGreeting, classData
    case checkinTitle, checkinHow, checkinLearner, checkinRight, checkinLevel, checkinStrengths, checkinNeeds,
        checkinAnswers
    case noteSubject, noteWho, noteDistress, noteHeld, noteWhatNow, noteMistake

    /// Whether the wording differs by whom it speaks to: `greeting.learner`, `greeting.guardian`, `greeting.teacher`.
    var isByRole: Bool {
        switch self {
        case .subject, .heading, .greeting, .sayHow, .sayHowText, .sayHeading, .dataHeading: true
        case .difficultyEasy, .difficultyRight, .difficultyStretch: true
        case .askedByLearner, .askedByTeacher, .askedByGuardian: true
        case .answerFound, .answerLater, .answerHarder, .answerNothing, .answerHad, .answerTeacher, .answerAsk,
            .answerOld:
            true
        default: false
        }
    }

    /// The word that is typed for a wish.
    static func typed(_ wish: MailedWish) -> WordKey {
        switch wish {
        case .more: .typedMore
        case .less: .typedLess
        case .tooEasy: .typedTooEasy
        case .tooHard: .typedTooHard
        }
    }

    /// The names of the holes that it may have.
    var holes: Set<String> {
        switch self {
        case .subject: ["name", "date"]
        case .preheader: ["titles", "overview"]
        case .preheaderPlain: ["overview"]
        case .heading, .greeting, .dataHeading, .classHeading: ["name"]
        case .overviewOne, .overviewMany, .overviewSome, .overviewUntimed: ["count", "minutes"]
        case .difficultyEasy, .difficultyRight, .difficultyStretch: ["name"]
        case .inLanguage: ["language"]
        case .date: ["weekday", "day", "month", "year"]
        case .minutesOne, .minutesMany, .dataWishesOne, .dataWishesMany, .noticeItems: ["count"]
        case .levelGrade, .levelNamed, .dataGrade: ["grade"]
        case .sayHow: ["example"]
        case .sayHowText: ["example", "words", "name"]
        case .teacherIs: ["teacher"]
        case .classIs, .printTitle: ["class", "date"]
        case .dataInterests, .dataAsked, .dataAvoided, .dataNeeds, .dataStrengths, .dataSilent: ["list"]
        case .dataLevel, .checkinAnswers: ["level"]
        case .checkinTitle: ["class"]
        case .checkinHow: ["command"]
        case .noticeWithout: ["scorer"]
        case .askedByLearner, .askedByTeacher, .askedByGuardian: ["topic", "name"]
        case .answerFound: ["place"]
        case .answerOld: ["topic"]
        case .stopPlain: ["address", "subject"]
        case .bundleIntro: ["count", "class"]
        case .supplyLine: ["name", "count", "language", "from", "to", "date"]
        case .articleBy: ["author", "license"]
        case .listCode: ["code"]
        case .noteWho: ["name", "date"]
        case .noteDistress, .noteHeld: ["list"]
        case .noteMistake: ["number"]
        case .madeBy: ["school"]
        default: []
        }
    }

    /// Every key of a words file with its holes.
    static var known: [String: Set<String>] {
        var known: [String: Set<String>] = [:]
        for key in allCases {
            if key.isByRole {
                for role in RecipientRole.allCases { known["\(key.rawValue).\(role.rawValue)"] = key.holes }
            } else {
                known[key.rawValue] = key.holes
            }
        }
        for month in 1...12 { known["months.\(month)"] = [] }
        for weekday in 1...7 { known["weekdays.\(weekday)"] = [] }
        return known
    }

    /// The words that a template can show as they are: those without holes of their own.
    static var shownByTemplates: [WordKey] { allCases.filter { $0.holes.isEmpty && !ofNotes.contains($0) } }

    /// The words of what is for grown-ups alone: a mail about what a learner wrote, the form of a check-in.
    private static let ofNotes: Set<WordKey> = [
        .noteSubject, .noteWhatNow, .classGreeting, .classData, .checkinLearner, .checkinRight, .checkinLevel,
        .checkinStrengths, .checkinNeeds,
    ]
}

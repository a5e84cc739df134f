import Content

/// A form on paper that asks a teacher what is known of learners, and whether it is still right.
public struct CheckInPage: Sendable {
    private let template: Template

    /// The file of its template.
    public static let file = "checkin.html.mustache"

    /// What is known of one kind.
    public struct Known: Sendable {
        /// What it is; empty: nothing.
        public var text: String
        /// Of when it is; nil where nothing is known.
        public var since: CalendarDate?

        /// Something that is known.
        public init(text: String, since: CalendarDate?) {
            self.text = text
            self.since = since
        }
    }

    /// One learner's row.
    public struct Row: Sendable {
        /// What the learner is called.
        public var name: String
        /// The stated level, strengths and needs.
        public var level, strengths, needs: Known
        /// The level by what they said of articles since, as a school grade; nil: nothing was said.
        public var readsNow: Double?

        /// A row by its parts.
        public init(name: String, level: Known, readsNow: Double?, strengths: Known, needs: Known) {
            self.name = name
            self.level = level
            self.readsNow = readsNow
            self.strengths = strengths
            self.needs = needs
        }
    }

    /// What the page says in its own language, by the names that the template has for it.
    private static let words = [
        "lang", "dir", "title", "how", "learner", "right", "levelIs", "strengthsAre", "needsAre",
    ]

    private static let scope = TemplateScope(
        texts: ["class", "date"] + words,
        lists: [
            "rows": TemplateScope(
                texts: [
                    "name", "level", "levelSince", "readsNow", "strengths", "strengthsSince", "needs", "needsSince",
                    "answers",
                ])
        ])

    /// Reads the template of a folder. Throws with its place where it is not there or cannot be read.
    public init(folder: String) throws(RenderingSetupError) {
        let path = "\(folder)/\(Self.file)"
        template = try TemplateParser.parse(
            Array(try RenderingFiles.text(of: path).utf8), file: path, scope: Self.scope, escaping: .html)
    }

    /// The page of a class, in a language of `words`.
    public func html(
        schoolClass: String, date: CalendarDate, rows: [Row], words: FixedWords, language: String
    ) -> [UInt8] {
        let words = words.spoken(in: language, to: .teacher)
        let command = "gleaner checkin --class \(schoolClass) --csv FILE"
        return template.render([
            "class": .text(schoolClass), "date": .text("\(date)"), "lang": .text(words.language.tag),
            "dir": .text(words.language.direction.rawValue),
            "title": .text(words.text(.checkinTitle, ["class": schoolClass])),
            "how": .text(words.text(.checkinHow, ["command": command])), "learner": .text(words.text(.checkinLearner)),
            "right": .text(words.text(.checkinRight)), "levelIs": .text(words.text(.checkinLevel)),
            "strengthsAre": .text(words.text(.checkinStrengths)), "needsAre": .text(words.text(.checkinNeeds)),
            "rows": .list(
                rows.map { row in
                    func since(_ known: Known) -> String { known.since.map { "\($0)" } ?? "" }
                    let reads = row.readsNow.map { ReadingBand.written($0) } ?? ""
                    return [
                        "answers": .text(reads.isEmpty ? "" : words.text(.checkinAnswers, ["level": reads])),
                        "name": .text(row.name), "level": .text(row.level.text), "levelSince": .text(since(row.level)),
                        "readsNow": .text(reads),
                        "strengths": .text(row.strengths.text), "strengthsSince": .text(since(row.strengths)),
                        "needs": .text(row.needs.text), "needsSince": .text(since(row.needs)),
                    ]
                }),
        ])
    }
}

import Content

/// A form on paper that asks a teacher what is known of learners, and whether it is still right.
public struct CheckInPage: Sendable {
    private let template: Template

    /// The file of its template.
    public static let file = "checkin.html.mustache"

    /// One learner's row.
    public struct Row: Sendable {
        /// What the learner is called.
        public var name: String
        /// The stated level, strengths and needs with what tells of when they are; empty: nobody said.
        public var level, levelSince, strengths, strengthsSince, needs, needsSince: String
        /// The level by what they said of articles since; empty: nothing was said.
        public var readsNow: String

        /// A row by its parts.
        public init(
            name: String, level: (text: String, since: String), readsNow: String,
            strengths: (text: String, since: String), needs: (text: String, since: String)
        ) {
            self.name = name
            (self.level, levelSince) = level
            (self.strengths, strengthsSince) = strengths
            (self.needs, needsSince) = needs
            self.readsNow = readsNow
        }
    }

    private static let scope = TemplateScope(
        texts: ["title", "date", "how"],
        lists: [
            "rows": TemplateScope(
                texts: [
                    "name", "level", "levelSince", "readsNow", "strengths", "strengthsSince", "needs", "needsSince",
                ])
        ])

    /// Reads the template of a folder. Throws with its place where it is not there or cannot be read.
    public init(folder: String) throws(RenderingSetupError) {
        let path = "\(folder)/\(Self.file)"
        template = try TemplateParser.parse(
            Array(try RenderingFiles.text(of: path).utf8), file: path, scope: Self.scope, escaping: .html)
    }

    /// The page. `how`: the command that takes the form back.
    public func html(title: String, date: String, how: String, rows: [Row]) -> [UInt8] {
        template.render([
            "title": .text(title), "date": .text(date), "how": .text(how),
            "rows": .list(
                rows.map { row in
                    [
                        "name": .text(row.name), "level": .text(row.level), "levelSince": .text(row.levelSince),
                        "readsNow": .text(row.readsNow), "strengths": .text(row.strengths),
                        "strengthsSince": .text(row.strengthsSince), "needs": .text(row.needs),
                        "needsSince": .text(row.needsSince),
                    ]
                }),
        ])
    }
}

import Content

/// A short plain mail to a grown-up about what a learner wrote. Its subject tells nothing of whom or what.
public struct SafeguardingMail: Hashable, Sendable {
    /// The whole message, with CR LF line ends.
    public let bytes: [UInt8]

    /// What it says of a learner.
    public struct About: Hashable, Sendable {
        /// The learner's name.
        public var name: String
        /// Their classes, as they are shown.
        public var classes: String
        /// What they wrote, with what it was noticed by.
        public var note: SafeguardingNote
        /// The local date of it.
        public var date: CalendarDate

        /// By its parts.
        package init(name: String, classes: String, note: SafeguardingNote, date: CalendarDate) {
            self.name = name
            self.classes = classes
            self.note = note
            self.date = date
        }
    }

    /// A message in a language. `name` makes its id, so that one that is made again is the same.
    public init(
        _ about: About, from: MailAddress, to: MailAddress, language: String, renderers: Renderers, at: Timestamp,
        name: String
    ) {
        let words = renderers.words.spoken(in: language, to: .teacher)
        let text = CleanText.line(about.note.text, limit: 4_000)
        let list = about.note.words.map { "“\(CleanText.line($0, limit: 200))”" }
            .joined(separator: words.text(.listComma))
        let classes = CleanText.line(about.classes, limit: 80)
        let who = CleanText.line(about.name, limit: 60) + (classes.isEmpty ? "" : " (\(classes))")
        let lines = [
            words.text(.noteWho, ["name": who, "date": words.date(about.date)]), "", "    \(text)", "",
            words.text(about.note.kind == .distress ? .noteDistress : .noteHeld, ["list": list]), "",
            words.text(.noteWhatNow), "", words.text(.noteMistake, ["number": "\(about.note.number)"]),
        ]
        bytes =
            OperatorMail(
                from: from, to: to, subject: words.text(.noteSubject), lines: lines.map { Self.plain($0) }, at: at,
                name: name
            ).bytes
    }

    /// Without the marks that isolate directions: this is read as it stands, and copied from.
    private static func plain(_ line: String) -> String {
        String(String.UnicodeScalarView(line.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }))
    }
}

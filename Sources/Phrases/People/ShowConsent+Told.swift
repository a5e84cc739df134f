import Content
import JSON
import UseCases

extension ShowConsent.Outcome: Told, ToldAsJSON {
    /// What holds, and below what was said, the oldest first.
    public var lines: [String] {
        var table = TextTable([
            .init("when"), .init("who", widest: 44), .init("of"), .init("word"), .init("from"),
            .init("entered by", widest: 30),
        ])
        for entry in history {
            table.add([
                "\(entry.at.utcDate)", entry.who, entry.purpose?.rawValue ?? "all", entry.word, entry.origin.rawValue,
                entry.actor?.text ?? "",
            ])
        }
        return ConsentTable.lines([now]) + (history.isEmpty ? [] : [""] + table.lines)
    }

    /// A line each thing that was said.
    public func jsonLines() throws -> [String] { try history.map { try JSONText.of(EntryInJSON($0, of: now.learner)) } }
}

extension ShowConsent.Entry {
    fileprivate var who: String {
        guard isOfGuardians else { return "learner" }
        guard let guardian else { return "all guardians" }
        return guardian.text.isEmpty ? "a guardian without an address" : guardian.text
    }

    fileprivate var word: String {
        isUnread ? "could not be read, counts as no" : agreed.map { $0 ? "yes" : "no" } ?? "not recorded"
    }
}

/// One thing that was said, as programs get it.
private struct EntryInJSON: Encodable {
    var learner: LearnerID
    var at: Timestamp
    /// Whose: `learner` or `guardian`.
    var who: RecipientRole
    var guardian: String?
    /// Missing: of all purposes together.
    var purpose: Consent.Purpose?
    /// Missing: it was taken back.
    var agreed: Bool?
    var unreadable: Bool
    var origin: Fact.Origin
    var enteredBy: String?

    init(_ entry: ShowConsent.Entry, of learner: LearnerID) {
        self.learner = learner
        at = entry.at
        who = entry.isOfGuardians ? .guardian : .learner
        guardian = entry.guardian?.text
        purpose = entry.purpose
        agreed = entry.agreed
        unreadable = entry.isUnread
        origin = entry.origin
        enteredBy = entry.actor?.text
    }
}

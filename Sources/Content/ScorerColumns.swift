/// What a scorer outside of this process may ask to see of the items. The raw values are the names in a manifest and in
/// `Plugins/PROTOCOL.md`, which says what each holds.
public enum ItemColumn: String, CaseIterable, Codable, Sendable {
    /// The number of the item in this run, from 0: a pseudonym.
    case id
    /// Its title, its summary, all of its text, its publisher's tags, its language.
    case title, summary, text, tags, language
    /// Its words, and the minutes it takes to read.
    case words, minutes
    /// Its level as a school grade.
    case level
    /// Its age in days at the moment of the run.
    case age
    /// The number of its feed in this run, from 0.
    case feed
    /// Its place in the space of meanings.
    case place
}

/// What a scorer outside of this process may ask to see of the learners: never a name, an address or an id of the school.
public enum LearnerColumn: String, CaseIterable, Codable, Sendable {
    /// A name for this run only.
    case pseudonym
    /// The school grade, and the level they read well at.
    case grade, level
    /// The languages they read.
    case languages
    /// What they want, said less of, must never get, are good at and are working on, each with its strength.
    case wants, less, avoids, strengths, needs
    /// The items that they said more or less about, with how strongly.
    case taught
    /// The items that are about what they want, in whatever words and language, with how strongly they want it.
    case about
}

/// The form in which a scorer outside of this process gets and gives its numbers.
public enum ScorerFace: String, CaseIterable, Codable, Sendable {
    /// A line of JSON a message.
    case json
    /// Frames of binary columns.
    case binary
}

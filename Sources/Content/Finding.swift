/// Something that a person should know about a run: what is wrong, where, and what to do about it.
///
/// Stages give findings back as values beside their result; only the command line prints them. A finding never
/// stops the work: a bad field never costs an item, a bad item never a feed, a bad feed never a run.
public struct Finding: Hashable, Codable, Sendable {
    /// How bad a finding is.
    public enum Severity: String, Codable, Sendable, CaseIterable, Comparable {
        /// Worth knowing; nothing was lost.
        case note
        /// Something was left out or repaired; the rest went on.
        case warning
        /// A whole part (a feed, a class, a scorer) could not be used.
        case error

        /// From the least to the most severe.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// How bad it is.
    public var severity: Severity
    /// Where: a file with line and column, a feed's address, a learner's id; in the reader's own words.
    public var place: String
    /// What that is.
    public var site: FindingSite
    /// What is so, as one sentence without the place.
    public var problem: String
    /// What to do about it; empty where nothing needs doing.
    public var remedy: String

    /// A finding of the given severity at a place. Each text is kept on one line, whatever it quotes, and secrets of addresses are
    /// left out of it (``ShownAddress``).
    public init(_ severity: Severity, at site: FindingSite, _ problem: String, remedy: String = "") {
        self.severity = severity
        self.site = site
        place = ShownAddress.text(site.text.onOneLine)
        self.problem = ShownAddress.text(problem.onOneLine)
        self.remedy = ShownAddress.text(remedy.onOneLine)
    }

    /// A finding at a place that is given in words.
    public init(_ severity: Severity, at place: String, _ problem: String, remedy: String = "") {
        self.init(severity, at: FindingSite(of: place), problem, remedy: remedy)
        self.place = ShownAddress.text(place.onOneLine)
    }
}

extension Finding: CustomStringConvertible {
    /// The finding as one line: `warning: learners.csv:4:3: … Do this.`
    public var description: String {
        let line = "\(severity.rawValue): \(place): \(problem)"
        return remedy.isEmpty ? line : "\(line) \(remedy)"
    }
}

extension Finding {
    private enum CodingKeys: CodingKey { case severity, place, problem, remedy }

    /// A finding as it was written.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try values.decode(Severity.self, forKey: .severity), at: try values.decode(String.self, forKey: .place),
            try values.decode(String.self, forKey: .problem), remedy: try values.decode(String.self, forKey: .remedy))
    }

    /// Its place is written in words.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(severity, forKey: .severity)
        try values.encode(place, forKey: .place)
        try values.encode(problem, forKey: .problem)
        try values.encode(remedy, forKey: .remedy)
    }
}

/// What a finding is about, so that all that was found of one thing can be asked for, run by run.
public enum FindingSite: Hashable, Sendable {
    /// A feed, by its address.
    case feed(String)
    /// An article, by its printed code.
    case item(ItemCode)
    case learner(LearnerID)
    case schoolClass(String)
    case scorer(String)
    case edition(Edition)
    /// A file, with the line and column where they are known, from 1.
    case file(String, line: Int? = nil, column: Int? = nil)
    /// A part of the work: `mail`, `retention`.
    case part(String)

    /// What of a text, as findings have it for people, it is. Whoever knows it says it instead.
    public init(of text: String) {
        for (prefix, site) in Self.named where text.hasPrefix(prefix) {
            self = site(String(text.dropFirst(prefix.count)))
            return
        }
        if text.contains("://") {
            self = .feed(text)
        } else if let edition = Edition(text) {
            self = .edition(edition)
        } else {
            self = Self.file(in: text) ?? .part(text)
        }
    }

    private static let named: [(String, @Sendable (String) -> FindingSite)] = [
        ("learner ", { .learner(LearnerID(rawValue: $0)) }), ("class ", { .schoolClass($0) }),
        ("scorer ", { .scorer($0) }),
    ]

    /// `learners.csv:4:3`, `Config/gleaner.yaml:7`, `Feeds/a.xml`.
    private static func file(in text: String) -> FindingSite? {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        var numbers: [Int] = []
        while parts.count > 1, numbers.count < 2, let last = parts.last, let number = Int(last) {
            numbers.insert(number, at: 0)
            parts.removeLast()
        }
        let path = parts.joined(separator: ":")
        guard !numbers.isEmpty || path.contains("/") || path.contains("."), !path.contains(" ") else { return nil }
        return .file(path, line: numbers.first, column: numbers.count > 1 ? numbers[1] : nil)
    }

    /// The site in words, as it stands in a finding.
    public var text: String {
        switch self {
        case .feed(let address): address
        case .item(let code): code.rawValue
        case .learner(let id): "learner \(id)"
        case .schoolClass(let name): "class \(name)"
        case .scorer(let name): "scorer \(name)"
        case .edition(let edition): edition.description
        case .file(let path, let line, let column):
            path + (line.map { ":\($0)" } ?? "") + (column.map { ":\($0)" } ?? "")
        case .part(let name): name
        }
    }

    /// What sort of thing it is: a word that is stored.
    public var kind: String {
        switch self {
        case .feed: "feed"
        case .item: "item"
        case .learner: "learner"
        case .schoolClass: "class"
        case .scorer: "scorer"
        case .edition: "edition"
        case .file: "file"
        case .part: "part"
        }
    }

    /// Which of that sort it is.
    public var subject: String {
        switch self {
        case .feed(let address): address
        case .item(let code): code.rawValue
        case .learner(let id): id.rawValue
        case .schoolClass(let name), .scorer(let name), .part(let name): name
        case .edition(let edition): edition.description
        case .file(let path, _, _): path
        }
    }
}

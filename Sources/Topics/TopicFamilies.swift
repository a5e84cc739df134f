/// The families of all phrases that were resolved, by the phrase and the language that it was said in: `once` is a number in Spanish.
public struct TopicFamilies: Sendable {
    /// The language of a family that means the same whatever language the phrase is said in.
    public static let anyLanguage = ""

    /// All of them.
    public private(set) var all: [TopicFamily] = []
    private var numbers: [String: [String: Int]] = [:]

    /// No families.
    public init() {}

    /// Families by their own phrases, whatever language these are said in.
    public init(_ families: some Sequence<TopicFamily>) {
        for family in families { add(family, said: Self.anyLanguage) }
    }

    /// Adds a family; one of the same phrase and language that is there gives way.
    public mutating func add(_ family: TopicFamily, said language: String) {
        numbers[family.phrase.lowercased(), default: [:]][language] = all.count
        all.append(family)
    }

    /// Forgets the families of a phrase: they were resolved again.
    public mutating func forget(_ phrase: String) { numbers[phrase.lowercased()] = nil }

    /// The numbers of those that hold, ascending.
    public var inForce: [Int] { numbers.values.flatMap { $0.values }.sorted() }

    /// Whether a phrase was resolved, in whatever language.
    public func contains(_ phrase: String) -> Bool { numbers[phrase.lowercased()] != nil }

    /// The number of the family of a phrase that is said in a language; where that language has none of its own, that of any language,
    /// or else of the first that has one. Nil: it was not resolved.
    public func number(of phrase: String, said language: String?) -> Int? {
        guard let known = numbers[phrase.lowercased()] else { return nil }
        return language.flatMap { known[$0] } ?? known[Self.anyLanguage] ?? known.min { $0.key < $1.key }?.value
    }

    /// The numbers of all families of a phrase, ascending: what must never come holds by each of them.
    public func numbers(of phrase: String) -> [Int] { (numbers[phrase.lowercased()] ?? [:]).values.sorted() }

    /// The family that is kept for a phrase and just this language; nil: none is.
    public func exact(_ phrase: String, said language: String) -> TopicFamily? {
        numbers[phrase.lowercased()]?[language].map { all[$0] }
    }

    /// The family of a phrase that is said in a language; nil: it was not resolved.
    public func family(of phrase: String, said language: String?) -> TopicFamily? {
        number(of: phrase, said: language).map { all[$0] }
    }
}

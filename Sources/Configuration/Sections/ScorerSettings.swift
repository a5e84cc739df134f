/// One entry of section `scorers`: how much a scorer counts, and its options.
public struct ScorerSettings: Sendable, Equatable {
    /// Key `weight`: how much the scorer counts beside the others, 0 (not asked) … 1000. Default 1.
    public var weight = 1.0
    /// Key `options`: the scorer's own options by name; the scorer says what they mean and refuses what it does not know.
    public var options: [String: OptionValue] = [:]

    /// Settings by their parts.
    public init(weight: Double = 1, options: [String: OptionValue] = [:]) {
        self.weight = weight
        self.options = options
    }

    init(reading map: inout MapReader) {
        weight = map.number("weight", 0...1000, default: 1)
        options = map.options("options")
    }

    var tree: OptionValue { .map(["weight": .double(weight), "options": .map(options)]) }
}

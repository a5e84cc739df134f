/// One entry of section `scorers`: how much a scorer counts, and its options.
public struct ScorerSettings: Sendable, Equatable {
    /// Key `weight`: how much the scorer counts beside the others, 0 (not asked) … 1000. Default 1.
    public var weight = 1.0
    /// Key `options`: the scorer's own options by name; the scorer says what they mean and refuses what it does not know.
    public var options: [String: OptionValue] = [:]
    /// Key `allow-unsandboxed`: whether a scorer outside of the process may run where it cannot be closed off from the
    /// machine. Default false.
    public var allowUnsandboxed = false

    /// Settings by their parts.
    package init(weight: Double = 1, options: [String: OptionValue] = [:], allowUnsandboxed: Bool = false) {
        self.weight = weight
        self.options = options
        self.allowUnsandboxed = allowUnsandboxed
    }

    init(reading map: inout MapReader) {
        weight = map.number("weight", 0...1000, default: 1)
        options = map.options("options")
        allowUnsandboxed = map.flag("allow-unsandboxed", default: false)
    }

    var tree: OptionValue {
        var values: [String: OptionValue] = ["weight": .double(weight), "options": .map(options)]
        // Only where it is set: the digests of configurations without it stay what they were.
        if allowUnsandboxed { values["allow-unsandboxed"] = .bool(true) }
        return .map(values)
    }
}

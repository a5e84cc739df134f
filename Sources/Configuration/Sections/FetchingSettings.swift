/// Section `fetching`: how feeds are fetched over the network.
public struct FetchingSettings: Sendable, Equatable {
    /// Key `timeout-seconds`: how long one feed may take, 1…600. Default 30.
    public var timeoutSeconds = 30
    /// Key `max-megabytes`: the largest document that is read, 1…1000 million bytes. Default 20.
    public var maxMegabytes = 20
    /// Key `at-once`: how many feeds are fetched at the same time, 1…64. Default 8.
    public var atOnce = 8
    /// Key `allow-private-addresses`: whether feeds inside the school's own network may be fetched. Default false.
    public var allowPrivateAddresses = false

    /// The defaults.
    public init() {}

    init(reading map: inout MapReader) {
        let defaults = FetchingSettings()
        timeoutSeconds = map.integer("timeout-seconds", 1...600, default: defaults.timeoutSeconds)
        maxMegabytes = map.integer("max-megabytes", 1...1000, default: defaults.maxMegabytes)
        atOnce = map.integer("at-once", 1...64, default: defaults.atOnce)
        allowPrivateAddresses = map.flag("allow-private-addresses", default: defaults.allowPrivateAddresses)
    }

    var tree: OptionValue {
        .map([
            "timeout-seconds": .int(timeoutSeconds), "max-megabytes": .int(maxMegabytes), "at-once": .int(atOnce),
            "allow-private-addresses": .bool(allowPrivateAddresses),
        ])
    }
}

/// Section `fetching`: how feeds are fetched over the network.
public struct FetchingSettings: Sendable, Equatable {
    /// Key `timeout-seconds`: how long one feed may take, 1…600. Default 20.
    public var timeoutSeconds = 20
    /// Key `max-megabytes`: the largest document that is read, 1…1000 million bytes. Default 15.
    public var maxMegabytes = 15
    /// Key `at-once`: how many feeds are fetched at the same time, of each host two at most, 1…256. Default 100.
    public var atOnce = 100
    /// Key `allow-private-addresses`: whether feeds inside the school's own network may be fetched. Default false.
    public var allowPrivateAddresses = false

    /// Key `keep-megabytes`: how much of what was fetched is kept as it came, for `gleaner ingest --offline`, 0…10000 million bytes. Default 100.
    public var keepMegabytes = 100
    /// Key `contact`: where the operator of a feed reaches the school, a mail address or a page; nil: nowhere.
    public var contact: String?

    /// The name under which feeds are asked for.
    public var userAgent: String {
        "Gleaner/0.1 (feed reader of a school" + (contact.map { "; +\($0)" } ?? "") + ")"
    }

    /// The defaults.
    package init() {}

    init(reading map: inout MapReader) {
        let defaults = FetchingSettings()
        timeoutSeconds = map.integer("timeout-seconds", 1...600, default: defaults.timeoutSeconds)
        maxMegabytes = map.integer("max-megabytes", 1...1000, default: defaults.maxMegabytes)
        atOnce = map.integer("at-once", 1...256, default: defaults.atOnce)
        allowPrivateAddresses = map.flag("allow-private-addresses", default: defaults.allowPrivateAddresses)
        keepMegabytes = map.integer("keep-megabytes", 0...10_000, default: defaults.keepMegabytes)
        contact = map.optionalText("contact") { text in
            let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && text.count <= 200
            return isPlain ? nil : Check.Fault(expected: "a mail address or the address of a page, in ASCII")
        }
    }

    var tree: OptionValue {
        .map([
            "timeout-seconds": .int(timeoutSeconds), "max-megabytes": .int(maxMegabytes), "at-once": .int(atOnce),
            "allow-private-addresses": .bool(allowPrivateAddresses), "keep-megabytes": .int(keepMegabytes),
            "contact": contact.map { .string($0) } ?? .null,
        ])
    }
}

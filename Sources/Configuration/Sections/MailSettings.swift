import Content

/// Section `mail`: who lists come from and to whom they go. All addresses are the school's own.
public struct MailSettings: Sendable, Equatable {
    /// Key `from`: the sender, `Name <address>`. Nil: nothing can be mailed yet.
    public var from: MailAddress?
    /// Key `wishes-to`: the address that "more like this" answers go to. Nil: the sender's.
    public var wishesTo: MailAddress?
    /// Key `to`: who gets a list. Consent is asked first, whatever stands here. Default `learner`.
    public var policy = MailPolicy.learner
    /// Key `list-domain`: the domain in the list's identity (`List-Id`), as `lists.school.example`. Nil: the sender's.
    public var listDomain: String?
    /// Key `one-click`: an `https` address of the school that takes one-click unsubscribing (RFC 8058). Nil: by mail only.
    public var oneClick: String?
    /// Key `bundles`: whether the teacher of a class gets all its lists in one mail, as a zip. Default false.
    public var bundles = false
    /// Key `guardian-sees`: `none`, or one or both of `level` and `needs`. Default `none`.
    public var guardianSees: [GuardianSight] = []

    /// The defaults.
    package init() {}

    init(reading map: inout MapReader) {
        from = map.optionalText("from", check: Check.mailbox).flatMap { MailAddress($0) }
        wishesTo = map.mailAddress("wishes-to")
        policy = map.choice("to", default: MailSettings().policy)
        listDomain = map.optionalText("list-domain", check: Check.domain)
        oneClick = map.optionalText("one-click", check: Check.httpsAddress)
        bundles = map.flag("bundles", default: MailSettings().bundles)
        let named = map.texts("guardian-sees", default: ["none"], check: Check.guardianSight).map { $0.lowercased() }
        guardianSees = GuardianSight.allCases.filter { named.contains($0.rawValue) }
    }

    var tree: OptionValue {
        .map([
            "from": .optional(from?.description), "wishes-to": .optional(wishesTo?.address),
            "to": .string(policy.rawValue),
            "list-domain": .optional(listDomain), "one-click": .optional(oneClick),
            "bundles": .bool(bundles), "guardian-sees": .list(guardianSees.map { .string($0.rawValue) }),
        ])
    }
}

import Content

/// Section `operation`: what keeps a school's machine running unattended.
public struct OperationSettings: Sendable, Equatable {
    /// Key `alerts-to`: the mail address of who looks after the machine. Nil: nobody is written to.
    public var alertsTo: MailAddress?
    /// Key `alert-after`: so many failures in a row make an alert, 1…100. Default 3.
    public var alertAfter = 3
    /// Key `metrics`: the folder of a Prometheus node exporter's text files. Nil: none are written.
    public var metrics: String?
    /// Key `keep-days`: runs, lists and messages are kept so many days, 30…36500; nil (`none`): for ever. Default 400.
    public var keepDays: Int? = 400
    /// Key `mails-per-minute`: what the school's relay takes, 1…1000000. Nil: as many as come.
    public var mailsPerMinute: Int?
    /// Key `mails-per-day`: what it takes in a day, 1…100000000. Nil: as many as come.
    public var mailsPerDay: Int?

    /// Key `run-deadline`: how many minutes a run may take, 10…2880. Default 180.
    public var runDeadlineMinutes = 180

    /// How many days runs, lists and messages may be kept.
    static let keptDays = 30...36_500

    /// The defaults.
    package init() {}

    /// After so many seconds a run stops between two blocks of its work.
    public var runDeadlineSeconds: Int { runDeadlineMinutes * 60 }
    /// After so many seconds a run that hangs ends itself.
    public var runEndSeconds: Int { runDeadlineSeconds + 300 }
    /// After so many seconds whoever started it ends a run that has not ended itself.
    public var runKillSeconds: Int { runEndSeconds + 60 }

    init(reading map: inout MapReader) {
        let defaults = OperationSettings()
        alertsTo = map.mailAddress("alerts-to")
        alertAfter = map.integer("alert-after", 1...100, default: defaults.alertAfter)
        metrics = map.optionalText("metrics", check: Check.folder)
        keepDays = map.integerOrNone("keep-days", Self.keptDays, default: defaults.keepDays)
        mailsPerMinute = map.optionalInteger("mails-per-minute", 1...1_000_000)
        runDeadlineMinutes =
            map.optionalText("run-deadline", check: Check.runDeadline).flatMap { WrittenMinutes.read($0) }
            ?? defaults.runDeadlineMinutes
        mailsPerDay = map.optionalInteger("mails-per-day", 1...100_000_000)
    }

    var tree: OptionValue {
        .map([
            "alerts-to": .optional(alertsTo?.address), "alert-after": .int(alertAfter), "metrics": .optional(metrics),
            "keep-days": .optional(keepDays), "mails-per-minute": .optional(mailsPerMinute),
            "mails-per-day": .optional(mailsPerDay), "run-deadline": .int(runDeadlineMinutes),
        ])
    }
}

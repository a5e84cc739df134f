import Configuration
import Content
import Pipeline
import Store

/// What a teacher says of articles and topics once and for all lists to come: pins and vetoes.
extension TeacherDesk {
    /// Pins an item, or takes the pin back. `until`: the date of the last edition that it holds for; `exact`: just this version of its
    /// story. Gives a line that says what holds now, and where it takes more minutes than somebody has, one that says so. Throws where
    /// there is no pin to take back.
    public func pin(
        _ item: String, for audience: Audience, by: String?, assigned: Bool, exact: Bool = false, remove: Bool,
        until: CalendarDate? = nil, now: Timestamp
    ) throws -> String {
        let item = try NamedThings(store: store).item(item)
        let (scope, whom, teacher) = try saying(audience, by: by)
        let shown = "“\(item.title)” (\(item.code))"
        var rule = TeacherRule(
            kind: remove ? .unpin : .pin, scope: scope, target: .item(item.id), by: teacher, assigned: assigned,
            at: now, until: remove ? nil : try ending(until, now: now))
        rule.exact = exact && !remove
        if remove { try refuseIfNothingStands(rule, shown, whom: whom, now: now) }
        let changed = try appendIfNew(rule)
        let what = remove ? "no longer pinned" : assigned ? "assigned" : "pinned"
        let line = "\(shown) is \(what) for \(whom)\(Self.ending(rule))\(changed ? "" : ", as it was")."
        let minutes =
            remove ? nil : try PinnedMinutes(school: school, store: store).line(of: item, for: scope, now: now)
        return ([line] + [minutes].compactMap { $0 }).joined(separator: "\n")
    }

    /// Vetoes an item or a topic, or takes the veto back. `until`: the date of the last edition that it holds for. Gives one line that
    /// says what holds now. Throws where there is no veto to take back.
    public func veto(
        _ subject: String, isTopic: Bool, for audience: Audience, by: String?, remove: Bool,
        until: CalendarDate? = nil, now: Timestamp
    ) throws -> String {
        let target: TeacherRule.Target
        let shown: String
        if isTopic {
            try TopicRule.check(subject, languages: school.configuration.school.languages)
            target = .topic(subject)
            shown = "the topic '\(subject)'"
        } else {
            let item = try NamedThings(store: store).item(subject)
            target = .item(item.id)
            shown = "“\(item.title)” (\(item.code))"
        }
        let (scope, whom, teacher) = try saying(audience, by: by)
        let rule = TeacherRule(
            kind: remove ? .unveto : .veto, scope: scope, target: target, by: teacher, at: now,
            until: remove ? nil : try ending(until, now: now))
        if remove { try refuseIfNothingStands(rule, shown, whom: whom, now: now) }
        let changed = try appendIfNew(rule)
        let families =
            isTopic
            ? try TopicResolving(school: school, store: store).families(of: subject, isBarred: true, now: now) : nil
        let told = remove ? [] : families.map { TopicTold.lines($0, of: subject, languages: []) } ?? []
        let what = remove ? "no longer vetoed" : "vetoed"
        let line = "\(shown) is \(what) for \(whom)\(Self.ending(rule))\(changed ? "" : ", as it was")."
        return ([line] + told).joined(separator: "\n")
    }

    private static func ending(_ rule: TeacherRule) -> String { rule.until.map { " until \($0)" } ?? "" }

    /// A date that is still to come, or today.
    private func ending(_ until: CalendarDate?, now: Timestamp) throws -> CalendarDate? {
        let today = school.localDate(at: now)
        guard let until, until < today else { return until }
        throw RequestError(
            "--until \(until) is past: today is \(today). Give the date of the last list that it is for.")
    }

    /// Refuses to take back what does not stand, and names what does: a rule that somebody thinks gone must not go on unseen.
    private func refuseIfNothingStands(_ rule: TeacherRule, _ shown: String, whom: String, now: Timestamp) throws {
        let family = rule.kind.family
        let standing = try StandingRuleList(school: school, store: store).rules(of: family, class: nil, now: now)
        // A row that is not understood may be the one.
        guard standing.unread.isEmpty else { return }
        if standing.rules.contains(where: { $0.rule.scope == rule.scope && $0.isAbout(rule.target) }) { return }
        let what = family == .pin ? "pinned" : "vetoed"
        let elsewhere = standing.rules.filter { $0.isAbout(rule.target) }.map { $0.whom }
        let own = standing.rules.filter { $0.rule.scope == rule.scope }.map { $0.shown }
        let hint =
            if !elsewhere.isEmpty {
                "It is \(what) for \(ReviewSheet.names(elsewhere))."
            } else if !own.isEmpty {
                "\(what.prefix(1).uppercased())\(what.dropFirst()) for \(whom): \(own.prefix(10).joined(separator: ", "))"
                    + (own.count > 10 ? " and \(own.count - 10) more." : ".")
            } else {
                "Nothing is \(what) for \(whom)."
            }
        throw RequestError("\(shown) is not \(what) for \(whom). \(hint)")
    }
}

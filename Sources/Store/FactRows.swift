import Content
import GRDB

extension LearnerFacts {
    /// Takes a row; one that tells not even about whom it is stops the reading.
    mutating func take(_ row: StrictRow) throws(StoreError) {
        let learner = LearnerID(rawValue: try row.text("learner"))
        take(Result { () throws(StoreError) in try Self.fact(row, of: learner) }, of: learner)
    }

    private static func fact(_ row: StrictRow, of learner: LearnerID) throws(StoreError) -> Fact {
        Fact(
            number: try row.number("number"), learner: learner, kind: try row.value("kind") { Fact.Kind(rawValue: $0) },
            value: try row.text("value"), item: try row.optionalText("item").map { ItemID(rawValue: $0) },
            guardian: try row.optionalText("guardian"),
            origin: try row.value("origin") { Fact.Origin(rawValue: $0) }, at: try row.moment("at"),
            takesBack: try row.optionalNumber("takesBack"))
    }
}

extension TeacherRules {
    /// Takes a row; one that tells not even about whom it is stops the reading.
    mutating func take(_ row: StrictRow) throws(StoreError) {
        let scope: TeacherRule.Scope
        if let name = try row.optionalText("class") {
            scope = .schoolClass(name)
        } else {
            scope = .learner(LearnerID(rawValue: try row.text("learner")))
        }
        take(Result { () throws(StoreError) in try Self.rule(row, for: scope) }, for: scope)
    }

    private static func rule(_ row: StrictRow, for scope: TeacherRule.Scope) throws(StoreError) -> TeacherRule {
        let target: TeacherRule.Target
        if let id = try row.optionalText("item") {
            target = .item(ItemID(rawValue: id))
        } else if let feed = try row.optionalText("feed") {
            target = .feed(feed)
        } else {
            target = .topic(try row.text("topic"))
        }
        var rule = TeacherRule(
            number: try row.number("number"), kind: try row.value("kind") { TeacherRule.Kind(rawValue: $0) },
            scope: scope, target: target, by: try row.text("by"), assigned: try row.flag("assigned"),
            readDigest: try row.optionalText("readDigest"), at: try row.moment("at"),
            until: try row.optionalText("until").map { text throws(StoreError) in
                guard let date = CalendarDate(iso: text) else { throw row.error("until") }
                return date
            },
            edition: try row.optionalText("edition").map { text throws(StoreError) in
                guard let edition = Edition(text) else { throw row.error("edition") }
                return edition
            })
        rule.exact = try row.flag("exact")
        return rule
    }
}

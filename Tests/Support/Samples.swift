import Content

/// Small valid values for tests; a test names only what it is about.
package enum Sample {
    /// The moment of every test.
    package static let now = Timestamp(year: 2026, month: 3, day: 2, hour: 6)
    /// The edition of every test.
    package static let edition = Edition(date: CalendarDate(year: 2026, month: 3, day: 2))
    /// The learner of tests with one.
    package static let learner = LearnerID(rawValue: "L-01")
    /// The feed of tests with one.
    package static let feed = "https://feeds.example/science"

    /// The identity of a numbered item; a larger number is a larger identity.
    package static func id(_ number: Int) -> ItemID {
        let digits = String(number, radix: 16)
        return ItemID(rawValue: String(repeating: "0", count: 64 - digits.count) + digits)
    }

    /// An item of its number: in English, a day old, three minutes long, of no known level.
    package static func item(
        _ number: Int, feed: String = Sample.feed, title: String? = nil, summary: String = "", text: String = "",
        tags: [String] = [], language: String? = "en", age days: Double = 1, minutes: Int = 3, level: Double? = 7
    ) -> ContentItem {
        let published = now.adding(seconds: -Int64(days * 86_400))
        return ContentItem(
            id: id(number), code: ItemCode(rawValue: "C\(number)"), version: Int64(number), feed: feed,
            feedTitle: feed, url: "https://news.example/\(number)", title: title ?? "Article \(number)",
            summary: summary, text: text, tags: tags, language: language, published: published, firstSeen: published,
            words: 100, minutes: minutes, level: level)
    }

    /// The facts of a learner of the roster: grade 7 of class 7A, consent given, and what else a test says.
    package static func facts(
        of learner: LearnerID = Sample.learner, grade: Int = 7, dial: Dial? = nil, _ more: [Fact.Kind: String] = [:]
    ) -> [Fact] {
        var values: [Fact.Kind: String] = [
            .name: "Ada", .classes: "7A", .grade: "\(grade)", .consent: "yes",
            .dial: dial.map { "\($0.rawValue)" } ?? "",
        ]
        values.merge(more) { $1 }
        return values.sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, value in
            Fact(learner: learner, kind: kind, value: value, origin: .roster, at: now.adding(seconds: -864_000))
        }
    }

    /// A wish about a topic, a minute before the run, or so many seconds before it.
    package static func wish(
        _ kind: Fact.Kind, _ topic: String = "", item: ItemID? = nil, of learner: LearnerID = Sample.learner,
        by origin: Fact.Origin = .learner, before seconds: Int64 = 60
    ) -> Fact {
        Fact(
            learner: learner, kind: kind, value: topic, item: item, origin: origin, at: now.adding(seconds: -seconds))
    }

    /// A teacher's rule for one learner.
    package static func rule(
        _ kind: TeacherRule.Kind, _ target: TeacherRule.Target, of learner: LearnerID = Sample.learner,
        assigned: Bool = false
    ) -> TeacherRule {
        TeacherRule(
            kind: kind, scope: .learner(learner), target: target, by: "Ms Rivera", assigned: assigned,
            at: now.adding(seconds: -3_600))
    }
}

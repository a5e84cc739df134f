import Content
import Testing

@testable import Configuration

/// What good files become.
struct ConfigurationReadingTests {
    static let everything = """
        school: {name: Sample School, time-zone: America/New_York, language: ES, languages: [en, fr], region: mx}
        feeds:
          - https://news.school.example/feed.xml
          - {source: ../extra, audience: 5, language: en}
        fetching: {timeout-seconds: 31, max-megabytes: 21, at-once: 9, allow-private-addresses: yes}
        lists: {places: 7, minutes: 31, per-feed: 3, per-topic: 4, diversity: 1, max-age-days: none, dial: 3, half-life-days: 99,
                stretch: false, words-per-minute: 151}
        suitability: {held-words: none}
        scorers:
          InterestMatch: {weight: 2.5, options: {terms: [a, 1, 1.5, true, no, ~, "2"], deep: {x: {y: z}}}}
          Freshness:
        mail: {from: '"Sample School" <r@school.example>', wishes-to: w@school.example, to: Both,
               list-domain: lists.school.example, one-click: "https://school.example/stop", guardian-sees: [needs, Level]}
        print: {paper: letter, classes: [7A, 7B], large: [ana]}
        schools: {Hill Road School: {language: fr}}
        """

    @Test(arguments: ["", "# nothing\n", "---\n", "school:\nlists: ~\nfeeds: null\n", "\u{FEFF}school: {}\n"])
    func absentKeysTakeTheirDefaults(_ yaml: String) throws {
        #expect(try GleanerConfiguration(yaml: yaml) == GleanerConfiguration())
    }

    @Test func aRangeOfGradesAndTheBoundsOfLevelsAreRead() throws {
        let configuration = try GleanerConfiguration(
            yaml: "feeds: [{source: a, audience: K-2}]\nlists: {ceiling: [1, 2, 3.5], feed-share: 0.25}")
        #expect(configuration.feeds.map { $0.audience } == [GradeRange(0, to: 2)])
        #expect(configuration.lists.ceiling == [1, 2, 3.5] && configuration.lists.feedShare == 0.25)
        for wrong in ["lists: {ceiling: [1, 2]}", "lists: {floor: [1, 2, 0]}", "feeds: [{source: a, audience: 3-1}]"] {
            #expect(throws: ConfigurationError.self) { try GleanerConfiguration(yaml: wrong) }
        }
    }

    @Test func everyKeyIsRead() throws {
        let configuration = try GleanerConfiguration(yaml: Self.everything)
        #expect(configuration.school.timeZone == "America/New_York")
        #expect(configuration.school.zone != nil && configuration.school.region == "MX")
        #expect(configuration.school.languages == ["es", "en", "fr"])
        #expect(
            configuration.feeds == [
                FeedSource(source: "https://news.school.example/feed.xml"),
                FeedSource(source: "../extra", audience: 5, language: "en"),
            ])
        #expect(configuration.feeds.map(\.isRemote) == [true, false])
        #expect(configuration.fetching.allowPrivateAddresses)
        #expect(configuration.lists.diversity == 1)
        #expect(configuration.lists.maxAgeDays == nil && configuration.lists.halfLifeDays == 99)
        #expect(configuration.lists.dial == .mostlyLearner)
        #expect(!configuration.lists.stretch)
        #expect(configuration.suitability.heldWords == nil)
        #expect(configuration.scorers["Freshness"] == ScorerSettings(weight: 1, options: [:]))
        #expect(configuration.mail.from == (try MailAddress(name: "Sample School", address: "r@school.example")))
        #expect(configuration.mail.policy == .both)
        #expect(configuration.mail.guardianSees == [.level, .needs])
        #expect(configuration.print.paper == .letter && configuration.print.large == .named(["ana"]))
        #expect(configuration.print.classes == .named(["7A", "7B"]))
    }

    @Test func topicsHaveTheirGrades() throws {
        let configuration = try GleanerConfiguration(yaml: "suitability: {topics: {War: 7, true crime: 9}}")
        #expect(configuration.suitability.topics == ["war": 7, "true crime": 9])
        for wrong in ["{war: 14}", "{war: 0}", "{war: young}", "war"] {
            #expect(throws: ConfigurationError.self) {
                try GleanerConfiguration(yaml: "suitability: {topics: \(wrong)}")
            }
        }
    }

    @Test func optionsKeepTheirShapes() throws {
        let options = try GleanerConfiguration(yaml: Self.everything).scorers["InterestMatch"]?.options
        #expect(
            options?["terms"]
                == .list([.string("a"), .int(1), .double(1.5), .bool(true), .string("no"), .null, .string("2")]))
        #expect(options?["deep"] == .map(["x": .map(["y": .string("z")])]))
    }

    @Test func everyKeyChangesTheCanonicalText() throws {
        let defaults = try GleanerConfiguration.reading(Self.everything, file: "g.yaml")
        let schedules = [
            "days: [monday], time: 06:30", "days: [sunday], time: 06:30", "days: [monday], time: 06:31",
            "cron: 30 6 * * 2",
            "classes: [5A], days: [monday], time: 06:30", "days: [monday], time: 06:30, time-zone: Europe/Paris",
            "days: [monday], time: 06:30, holidays: [2026-10-12]", "days: [monday], time: 06:30, terms: [a.ics]",
            "days: [monday], time: 06:30, review: 06:00", "days: [monday], time: 06:30, if-not-reviewed: send",
            "days: [monday], time: 06:30, max-late: 1 hour",
        ].map { "schedules: {a: {\($0)}}" }
        let schools =
            [
                "", "name: X", "time-zone: Europe/Paris", "language: fr", "languages: [en, fr]", "region: gb",
                "safeguarding: a@b.example", "from: a@b.example", "wishes-to: a@b.example", "to: both",
                "list-domain: b.example",
                "one-click: 'https://b.example'", "feeds: [a]", "staff: [a@b.example]", "terms: [a.ics]",
                "holidays: [a.ics]",
                "keep-days: 99",
            ].map { "schools: {A: {\($0)}}" } + [
                "schools: {B: {}}", "schools: {A: {}}\nschedules: {a: {school: A, days: [monday], time: 06:30}}",
            ]
        let single =
            [
                "school: {name: X}", "school: {time-zone: Europe/Paris}", "school: {language: fr}",
                "school: {languages: [en, fr]}", "feeds: []", "feeds: [{source: a}]",
                "feeds: [{source: a, audience: 0}]",
                "feeds: [{source: a, language: fr}]", "feeds: [{source: a, text: page}]",
                "feeds: [{source: a, evergreen: true}]",
                "fetching: {timeout-seconds: 1}", "fetching: {keep-megabytes: 1}", "fetching: {max-megabytes: 1}",
                "fetching: {at-once: 1}", "fetching: {allow-private-addresses: true}", "lists: {places: 1}",
                "lists: {minutes: 1}", "lists: {per-feed: 1}", "lists: {per-topic: 1}", "lists: {diversity: 0}",
                "lists: {feed-share: 0.4}", "lists: {topic-share: 0.4}", "lists: {ceiling: [1, 2, 3]}",
                "lists: {floor: [1, 2, 3]}", "feeds: [{source: a, audience: 1-3}]",
                "lists: {max-age-days: 1}", "lists: {half-life-days: 1}", "lists: {dial: 1}", "lists: {stretch: false}",
                "lists: {words-per-minute: 99}",
                "school: {safeguarding: a@b.example}", "suitability: {held-words: x}",
                "suitability: {distress-words: x}", "suitability: {private-words: x}",
                "suitability: {topics: {war: 7}}",
                "scorers: {A: }", "scorers: {A: {weight: 0}}",
                "scorers: {A: {options: {a: 1}}}", "scorers: {A: {allow-unsandboxed: true}}",
                "fetching: {contact: a@b.example}", "mail: {from: a@b.example}", "mail: {wishes-to: a@b.example}",
                "mail: {to: both}", "mail: {list-domain: b.example}", "mail: {one-click: 'https://b.example'}",
                "mail: {bundles: true}", "print: {paper: Letter}", "print: {classes: none}", "print: {articles: false}",
                "print: {large: all}", "print: {large: [ana]}", "mail: {guardian-sees: level}", "school: {region: gb}",
                "school: {lawful-basis: Public-Task}", "print: {class-pages: all}",
                "forms: none", "forms: [print, epub]", "operation: {alerts-to: a@b.example}",
                "operation: {alert-after: 9}",
                "operation: {metrics: a}", "operation: {keep-days: 99}", "operation: {mails-per-minute: 9}",
                "operation: {mails-per-day: 9}", "operation: {run-deadline: 1 hour}",
            ] + schedules + schools
        var texts: Set<String> = [GleanerConfiguration().canonicalText]
        for yaml in single {
            #expect(texts.insert(try GleanerConfiguration(yaml: yaml).canonicalText).inserted, "\(yaml)")
        }
        // One line above for every key that exists, so that a new key cannot be forgotten in the text.
        // The desk decides nothing about lists: a run that came by another address is the same run.
        let names = defaults.knownKeys.filter {
            $0.contains(".") && !$0.contains("options.") && !$0.hasPrefix("desk.")
        }
        for key in names {
            let name = key.split(separator: ".").last ?? ""
            #expect(single.contains { $0.contains("\(name):") }, "\(key)")
        }
    }

    @Test func canonicalTextDoesNotDependOnTheWriting() throws {
        let one = "lists: {places: 3, diversity: 0.50}\nscorers: {B: {weight: 2}, A: {options: {y: 1, x: 2}}}\n"
        let other =
            "# the same\nscorers:\n  A:\n    options:\n      x: 2\n      y: 1\n  B: {weight: 2.0}\nlists:\n"
            + "    diversity: .5\n    places: 3\n"
        let text = try GleanerConfiguration(yaml: one).canonicalText
        #expect(text == (try GleanerConfiguration(yaml: other).canonicalText))
        #expect(
            text.contains(#"scorers: {"A":{"options":{"x":2,"y":1},"weight":1.0},"B":{"options":{},"weight":2.0}}"#))
    }

    @Test(arguments: [
        "school: {name: \"a & b * c\"}", "school:\n  name: it's &co\n", "school: {name: 'x: *y'} # *z\n",
        "school:\n  # *note*\n  name: x\n", "feeds: [\"*a\", '&b']\n", "school: {name: a*b}\n",
        "scorers:\n  A:\n    options:\n      text: |\n        * one\n        & two\n      more: x\n",
        "scorers:\n  A:\n    options:\n      list:\n        - |\n          *a\n        - b\n",
    ])
    func starsInsideTextsAreNoAliases(_ yaml: String) throws {
        #expect(throws: Never.self) { try GleanerConfiguration(yaml: yaml) }
    }

    @Test(arguments: [
        ("a: *b", 1, 4), ("- &x 1", 1, 3), ("[1, *a]", 1, 5), ("{a: *b}", 1, 5), ("x: |\n  * ok\ny: *z", 3, 4),
        ("- a: |\n    * ok\n  b: *z", 3, 6), ("- - *a", 1, 5), ("? *a", 1, 3), ("a: !!str *b", 1, 10),
        ("'a': *b", 1, 6),
        ("\"x\\\"\": *b", 1, 8), ("a: 'it''s'\nb: *c", 2, 4),
    ])
    func aliasesAreFound(_ yaml: String, _ line: Int, _ column: Int) {
        #expect(YAMLGuard.firstDanger(in: yaml) == YAMLGuard.Danger(kind: .alias, line: line, column: column))
    }
}

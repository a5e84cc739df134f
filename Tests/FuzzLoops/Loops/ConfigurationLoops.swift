#if DEBUG
    @testable import Configuration
    import Content

    extension FuzzLoop {
        /// `gleaner.yaml`.
        static let configuration = FuzzLoop(
            "configuration",
            seeds: Seeds.files(in: "Tests/Fixtures/configuration", ending: ".yaml") + [
                Seeds.file("Config/gleaner.yaml"), Seeds.file("Benchmarks/real-class/gleaner.yaml"),
                Array(schedules.utf8),
            ],
            words: [
                "school:", "lists:", "feeds:", "scorers:", "schedules:", "operation:", "mail:", "print:", "forms:",
                "none", "null", "~",
                "- ", "? ", ": ", "{", "}", "[", "]", "|\n  ", ">-\n ", "&a ", "*a", "!!binary ", "!!str ", "<<: ",
                "---\n", "...\n", "%YAML 1.1\n",
                "# ", "\"\\x41\"", "\"\\u0007\"", "'", "true", "06:30", "2026-12-23..2027-01-06", "weight: ",
                "audience: ", "source: ", "\n  ",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "- - - - - - - - - - - - - - - - - - ", "Europe/Madrid",
            ]
        ) { bytes in
            let file = "gleaner.yaml"
            do throws(ConfigurationError) {
                let text = try BoundedFile.text(bytes: bytes, name: file, limit: GleanerConfiguration.largestFile)
                let configuration = try GleanerConfiguration(yaml: text, file: file)
                let again = try GleanerConfiguration(yaml: text, file: file)
                var found = configuration == again ? [] : ["read twice, two configurations"]
                if configuration.canonicalText != again.canonicalText { found.append("two texts of one configuration") }
                found += Holds.words(of: configuration)
                return found
            } catch {
                let found = error.findings.isEmpty ? ["an error without a finding"] : []
                return found + Holds.findings(error.findings) + Holds.places(error.findings, of: file, in: bytes)
            }
        }

        private static let schedules = """
            school: {name: Made Up School, time-zone: Europe/Madrid, languages: [en, es]}
            feeds: [Feeds/feeds.opml, {source: "https://feeds.example/a.xml", audience: 3, language: en}]
            schedules:
              weekly: {school: hill road, classes: [5A], days: [monday, first friday], time: 06:30, terms: [2026-09-07..2027-06-18], review: 14:00 3 days before}
              fortnight: {cron: 30 6 1,15 * *, holidays: [2026-10-12, holidays.ics], max-late: 6 hours, if-not-reviewed: send}
            operation: {alerts-to: it@school.example, keep-days: 400, mails-per-minute: 60}
            schools:
              Hill Road: {time-zone: Europe/London, from: Hill <a@hill.example>, feeds: [a.opml], staff: [b@hill.example], keep-days: none}
              Lake School: {language: es, safeguarding: c@lake.example, terms: [2026-09-07..2027-06-18], holidays: [lake.ics]}
            """

        /// `scorer.yaml`.
        static let manifests = FuzzLoop(
            "manifests",
            seeds: [
                Seeds.file("Plugins/Examples/WeekWords/scorer.yaml"),
                Seeds.file("Plugins/Examples/ShortSentences/scorer.yaml"),
                Array(manifest.utf8),
            ],
            words: [
                "name: ", "command: ", "face: binary", "items: [title, text]", "learners: ",
                "options:\n  a: {default: 1, least: 0, most: 2}\n",
                "limits: {memory-megabytes: 99999999}", "reads: [/]", "reads: [/etc/..]", "{folder}", "measures: ",
                "say: ", "1e15", "-1e15", "{", "}",
                "[", "]", "- ", "\"", "&a ", "*a", "!!int ", "null",
            ]
        ) { bytes in
            let file = "scorer.yaml"
            do throws(ConfigurationError) {
                let manifest = try ScorerManifest(text: bytes.text, file: file)
                var found =
                    try ScorerManifest(text: bytes.text, file: file) == manifest ? [] : ["read twice, two manifests"]
                if !ScorerManifest.isName(manifest.name) { found.append("a name that is none: \(manifest.name)") }
                for text in manifest.command + manifest.reads + manifest.measures + [
                    manifest.summary, manifest.version,
                ] {
                    found += Holds.text(text, "a manifest's text")
                }
                if manifest.command.isEmpty { found.append("a manifest without a command") }
                // What it says of its own options is what it takes.
                do throws(ScorerManifest.OptionProblem) {
                    let own = manifest.options.mapValues { $0.value }
                    if try manifest.options(with: [:]) != manifest.options(with: own) {
                        found.append("its own defaults are other options")
                    }
                } catch {
                    // A default outside of its own range is the manifest's fault, and said.
                    found += Holds.text(error.problem, "an option's problem")
                }
                return found
            } catch {
                let found = error.findings.isEmpty ? ["an error without a finding"] : []
                return found + Holds.findings(error.findings) + Holds.places(error.findings, of: file, in: bytes)
            }
        }

        private static let manifest = """
            {"name": "Brevity", "version": "1.0", "summary": "Short ones first.", "say": "neither", "command": ["./score", "--fast"],
             "face": "binary", "items": ["minutes", "level"], "learners": ["grade"], "measures": ["minutes"], "reads": ["/usr/share/dict"],
             "options": {"longest": {"default": 15, "summary": "Minutes.", "least": 1, "most": 600}, "words": {"default": ["a", "b"]}},
             "limits": {"memory-megabytes": 128, "batch-seconds": 5}}
            """

        /// The list of words that hold an article.
        static let heldWords = FuzzLoop(
            "held-words",
            seeds: [
                Array("# Held\nself-harm\neating disorder # two words\npornografía\n".utf8),
                Array("\u{FEFF}guns # not these\r\nblack  market\n#\nC#\nétoile\n".utf8),
            ],
            words: ["#", " #", "\n", "\u{2028}", "\u{85}", "  ", "a", String(repeating: "long ", count: 30)]
        ) { bytes in
            let read = HeldWords(text: bytes.text, file: "held-words.txt")
            var found =
                Holds.findings(read.findings)
                + Holds.places(read.findings, of: "held-words.txt", in: Array(bytes.text.utf8))
            for phrase in read.phrases {
                found += Holds.text(phrase, "a phrase")
                if phrase.isEmpty || phrase.count > HeldWords.longestPhrase {
                    found.append("a phrase of \(phrase.count) letters")
                }
            }
            if Set(read.phrases.map { $0.lowercased() }).count != read.phrases.count { found.append("a phrase twice") }
            // Written again, it is the same list.
            let again = HeldWords(text: read.phrases.joined(separator: "\n"), file: "held-words.txt")
            if again.phrases != read.phrases || !again.findings.isEmpty {
                found.append("written again, another list: \(again.findings)")
            }
            return found
        }
    }

    extension Holds {
        /// The texts of a configuration that go into mails, pages and paths.
        fileprivate static func words(of configuration: GleanerConfiguration) -> [String] {
            let texts =
                [configuration.school.name, configuration.canonicalText.replacing("\n", with: " ")]
                + configuration.feeds.map { $0.source } + configuration.schedules.flatMap { [$0.name] }
                + Array(configuration.scorers.keys)
            return texts.flatMap { text in
                text.unicodeScalars.contains { $0.value < 0x20 }
                    ? ["a control character in the configuration: \(text.debugDescription)"] : []
            }
        }
    }
#endif

#if DEBUG
    @testable import Configuration
    import Content
    import Topics

    extension FuzzLoop {
        /// `Config/topics.yaml` and a lexicon: whatever stands in them, what is found stands in the article.
        static let topics = FuzzLoop(
            "topics", seeds: [Array(own.utf8)],
            words: [
                "en:", "es:", "names: ", "wide: [", "away: ", "not: [a]", "[", "]", "{", "}", "- ", "&a ", "*a", "\n  ",
                "\n    ",
                "spider", "Spider-Man", "AI", "C++", "ñandú", "’", "—", "\u{301}",
            ]
        ) { bytes in
            let text = bytes.text
            var found: [String] = []
            var own = OwnTopics()
            do throws(ConfigurationError) {
                own = try OwnTopics(text: text, file: "topics.yaml")
            } catch {
                found += error.findings.isEmpty ? ["an error without a finding"] : []
                found += Holds.findings(error.findings)
            }
            let lexicons = TopicLexicons([TopicLexicon(text: text, file: "en.yaml", language: "en")], own: own)
            do throws(ConfigurationError) {
                for phrase in ["spiders", "AI", String(text.prefix(20))] {
                    let finder = TopicFinder(try lexicons.family(of: phrase, language: "en"))
                    let findings = finder.findings(title: phrase, tags: [text], text: text, language: "es")
                    for word in findings.words(forOptOut: true)
                    where ![text, phrase].contains(where: { Array($0.utf8).contains(Array(word.utf8)) }) {
                        found.append("a word that does not stand in the article: \(word.debugDescription)")
                    }
                }
            } catch {
                found += error.findings.isEmpty ? ["an error without a finding"] : []
            }
            return found
        }

        private static let own = """
            en:
              spiders: {names: [spider, "orb weaver"], wide: [cobweb], away: [harvestman], not: [Spider-Man]}
            es:
              spiders:
                names: [araña]
                unsure: [red]
                company: [mosca]
            spiders:
              names: [spider]
            """
    }
#endif

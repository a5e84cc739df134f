#if DEBUG
    import Content
    import Safeguarding

    extension FuzzLoop {
        /// Lists of distress words, and what they find in texts of any kind: the second half of an input is the text.
        static let distressWords = FuzzLoop(
            "distress-words",
            seeds: [
                Array("[en]\n@self = myself, my self\nkill/hurt .. @self\n! dying of ... laughter\n".utf8),
                Array(
                    "[es]\nunless = juego, nivel\n? =me .. pegan\n+ secreto/miedo\n+ noche*\nme pegan de noche\n".utf8),
            ],
            words: [
                "[en]", "[ar]", "@", " = ", "..", "...", "/", "=", "*", "?", "+", "!", "#", "_", "unless = ", "ß",
                "\u{0301}", "\u{0640}", "\u{200D}", "aaaaaaaa", "don’t",
            ]
        ) { bytes in
            let file = "distress-words.txt"
            let list = DistressList(text: bytes.text, file: file)
            let text = String(bytes.text.suffix(400))
            let signs = DistressFinder(list).signs(in: text)
            var found =
                Holds.findings(list.findings)
                + Holds.places(list.findings, of: file, in: Array(bytes.text.utf8))
            if DistressFinder(list).signs(in: text) != signs { found.append("looked at twice, other signs") }
            for sign in signs where !sign.split(separator: " ").allSatisfy({ text.contains($0) }) {
                found.append("a sign that does not stand in the text")
            }
            return found
        }

        /// Lists of held words, and what they find in texts of any kind: the second half of an input is the text.
        static let heldLists = FuzzLoop(
            "held-lists",
            seeds: [
                Array("[7]\n@who = man, woman\nshot .. @who + police - film\n[13]\n2 of bonus, stake, jackpot\n".utf8),
                Array("words = forms\n[9]\n! dar en el blanco\nmierda -- teatro, <1990\nf***\n".utf8),
                Array("**bold** [7] f***\n***".utf8),
            ],
            words: [
                "[7]", "[0]", "[13", "@", " = ", "..", "...", "/", "=", "*", "**", " + ", " - ", " ++ ", " -- ",
                "3 of ", "!",
                "<1990", ". ", "\n", "f***ing", "\u{0301}", "aaaa",
            ]
        ) { bytes in
            let file = "en.txt"
            let list = HeldWordList(text: bytes.text, language: "en", file: file)
            let text = String(bytes.text.suffix(400))
            let finder = HeldWordFinder([list])
            var reading = finder.reading()
            let verdict = reading.verdict([text, text], language: "en")
            var found =
                Holds.findings(list.findings) + Holds.places(list.findings, of: file, in: Array(bytes.text.utf8))
            if reading.verdict([text, text], language: nil) != verdict {
                found.append("looked at twice, another verdict")
            }
            if let verdict, !(1...13).contains(verdict.heldBelow) { found.append("held below \(verdict.heldBelow)") }
            for word in verdict?.words ?? []
            where !word.split(separator: " ").allSatisfy({ text.contains($0) }) {
                found.append("a word that does not stand in the text")
            }
            return found
        }

        /// Lists of private topics.
        static let privateWords = FuzzLoop(
            "private-words", seeds: [Array("[en]\nhealth = cancer, diabet*\nreligion = =eid, two words\n".utf8)],
            words: ["[en]", "health = ", "politics = ", ",", "=", "*", "_", "/", "#", "\u{00AD}"]
        ) { bytes in
            let file = "private-words.txt"
            let topics = PrivateTopics(text: bytes.text, file: file)
            _ = topics.touch(String(bytes.text.suffix(200)))
            return Holds.findings(topics.findings)
                + Holds.places(topics.findings, of: file, in: Array(bytes.text.utf8))
        }
    }
#endif

import Content

/// Made-up articles and learners over a small world of topics, so that topics meet, overlap and repeat.
package enum RandomText {
    /// Topics as a learner says them, each with forms that an article may use.
    package static let topics: [(phrase: String, forms: [String])] = [
        ("volcanoes", ["volcano", "volcanoes", "Volcano's"]), ("spiders", ["spider", "spiders", "Spiders"]),
        ("black hole", ["black hole", "black holes", "Black Hole"]), ("robots", ["robot", "robots"]),
        ("football", ["football"]), ("castles", ["castle", "castles"]), ("whales", ["whale", "whales"]),
        ("comets", ["comet", "comets"]), ("chess", ["chess"]), ("café", ["cafe", "café", "Cafés"]),
    ]

    /// Words that hold a topic as a part, or half of a phrase: nothing may find them.
    static let traps = [
        "spiderweb", "footbridge", "chessboard", "castleton", "black", "hole", "robotlike", "comedy", "whalebone",
    ]

    static let filler = """
        today some people saw many things near the old river where small boats wait and the long road turns north
        while wind and rain move over green fields that nobody ever owned before winter came again with snow light
        """.split(whereSeparator: \.isWhitespace).map { String($0) }

    /// A text of filler, with some forms of some topics and some traps in it.
    package static func text(words: Int, topics count: Int, using random: inout SeededRandom) -> String {
        var parts = (0..<words).map { _ in random.pick(filler) }
        for topic in random.some(count, of: topics) {
            for _ in 0..<random.number(1...4) { parts[random.number(0...(words - 1))] = random.pick(topic.forms) }
        }
        if random.chance(0.3) { parts[random.number(0...(words - 1))] = random.pick(traps) }
        return parts.joined(separator: random.chance(0.1) ? ", " : " ") + "."
    }

    /// So many items from a handful of feeds.
    package static func items(_ count: Int, levels: ClosedRange<Double> = 2...12, using random: inout SeededRandom)
        -> [ContentItem]
    {
        (1...max(1, count)).map { number in
            Sample.item(
                number, feed: "https://feeds.example/\(random.number(1...7))",
                title: text(words: 6, topics: random.chance(0.3) ? 1 : 0, using: &random),
                text: text(words: 40, topics: random.number(0...2), using: &random),
                tags: random.chance(0.1) ? [random.pick(topics).phrase] : [],
                language: random.chance(0.9) ? "en" : nil, age: random.tenth(0...60),
                minutes: random.number(1...12), level: random.chance(0.9) ? random.tenth(levels) : nil)
        }
    }

    /// The facts of a learner with some interests, needs, wishes and no opt-out.
    package static func facts(of learner: LearnerID = Sample.learner, dial: Dial, using random: inout SeededRandom)
        -> [Fact]
    {
        let said = random.some(5, of: topics).map { $0.phrase }
        let grade = random.number(3...12)
        var facts = Sample.facts(
            of: learner, grade: grade, dial: dial,
            [
                .interests: said.prefix(random.number(0...3)).joined(separator: ";"),
                .needs: random.chance(0.5) ? said[3] : "", .strengths: random.chance(0.3) ? said[4] : "",
                .level: random.chance(0.5) ? "\(random.tenth(2...12))" : "",
            ])
        if random.chance(0.3) { facts.append(Sample.wish(.more, said[0], of: learner, before: 7_200)) }
        if random.chance(0.2) { facts.append(Sample.wish(.less, said[1], of: learner, before: 7_100)) }
        if random.chance(0.2) { facts.append(Sample.wish(.tooEasy, of: learner, before: 7_000)) }
        return facts
    }
}

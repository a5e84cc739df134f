import Content
import Evaluation
import Foundation
import Phrases
import Pipeline
import ShippedScorers
import Store
import Testing
import UseCases

/// `gleaner evaluate`, on files and on a school's own store.
@Suite struct EvaluateTests {
    private static let items = """
        {"id": "a", "title": "", "text": "volcano lava ash"}
        {"id": "b", "title": "", "text": "lava river stone"}
        {"id": "c", "title": "", "text": "bread oven salt"}
        {"id": "d", "title": "Cheese", "text": "milk", "published": "2026-03-01", "tags": ["food"]}

        """

    private static func slate(_ relevant: String, history: String = #"["a"]"#) -> String {
        #"{"learner": "u1", "history": \#(history), "interests": [], "candidates": ["d", "c", "b"], "relevant": \#(relevant)}"#
    }

    @Test func itPrintsALineARankerAndExchangedTrialsExchangeTheAUC() throws {
        let place = try Place()
        defer { place.remove() }
        try place.write(Self.items, to: "items.jsonl")
        try place.write(Self.slate(#"["b"]"#) + "\n", to: "good.jsonl")
        try place.write(Self.slate(#"["c", "d"]"#) + "\n", to: "bad.jsonl")
        let program = Program(folder: place.root)
        func lines(_ slates: String) throws -> [String: RankerLine] {
            let result = try program.run("evaluate", "--items", "items.jsonl", "--slates", slates, "--json")
            #expect(result.status == 0, "\(result.talk)")
            let lines = try result.output.split(separator: "\n").map {
                try JSONDecoder().decode(RankerLine.self, from: Data($0.utf8))
            }
            return Dictionary(uniqueKeysWithValues: lines.map { ($0.ranker, $0) })
        }
        let good = try lines("good.jsonl")
        let bad = try lines("bad.jsonl")
        #expect(Set(good.keys) == ["InterestMatch", "InterestMatch.words", "InterestMatch.meaning", "blend"])
        #expect(good["blend"]?.slates == 1 && good["blend"]?.means.auc == 1 && good["blend"]?.means.ndcg10 == 1)
        for (ranker, line) in good { #expect(abs(line.means.auc + (bad[ranker]?.means.auc ?? 9) - 1) < 1e-12) }
        let keys = try program.run("evaluate", "--items", "items.jsonl", "--slates", "good.jsonl", "--json").output
        for key in ["\"ranker\"", "\"slates\"", "\"auc\"", "\"mrr\"", "\"ndcg@5\"", "\"ndcg@10\"", "\"recall@50\""] {
            #expect(keys.contains(key))
        }
    }

    @Test func aComparisonHasADifferenceWithItsInterval() throws {
        let place = try Place()
        defer { place.remove() }
        try place.write(Self.items, to: "items.jsonl")
        try place.write(Self.slate(#"["b"]"#) + "\n" + Self.slate(#"["c"]"#) + "\n", to: "slates.jsonl")
        let program = Program(folder: place.root)
        let result = try program.run(
            "evaluate", "--items", "items.jsonl", "--slates", "slates.jsonl", "--compare", "InterestMatch.meaning",
            "--json")
        #expect(result.status == 0)
        let lines = try result.output.split(separator: "\n").map {
            try JSONDecoder().decode(ComparisonLine.self, from: Data($0.utf8))
        }
        #expect(lines.map { $0.ranker } == ["InterestMatch", "InterestMatch.words", "blend"])
        #expect(lines.allSatisfy { $0.slates == 2 && $0.differences["ndcg@10"] != nil })
        let each = try program.run(
            "evaluate", "--items", "items.jsonl", "--slates", "slates.jsonl", "--json", "--each")
        let slates = each.output.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(SlateLine.self, from: Data($0.utf8))
        }
        #expect(slates.filter { $0.ranker == "blend" }.map { $0.slate } == [1, 2])
        #expect(slates.count == 8, "a line for each ranker and slate")
        let unknown = try program.run(
            "evaluate", "--items", "items.jsonl", "--slates", "slates.jsonl", "--compare", "blendd")
        #expect(unknown.status == 2 && unknown.talk.contains("'blend'"))
    }

    @Test func whatCannotBeReadIsNamedWithItsLine() throws {
        let place = try Place()
        defer { place.remove() }
        try place.write(Self.items + "{\"id\": \"a\"}\n", to: "twice.jsonl")
        try place.write(Self.items, to: "items.jsonl")
        try place.write("\n{\"learner\": \"u\"}\n", to: "slates.jsonl")
        try place.write(Self.slate(#"["b"]"#), to: "good.jsonl")
        let program = Program(folder: place.root)
        func talk(_ items: String, _ slates: String) throws -> String {
            let result = try program.run("evaluate", "--items", items, "--slates", slates)
            #expect(result.status == 2)
            return result.talk
        }
        #expect(try talk("twice.jsonl", "good.jsonl").contains("line 5: the item 'a' is there twice"))
        #expect(try talk("items.jsonl", "slates.jsonl").contains("line 2: 'history' is missing"))
        #expect(try talk("none.jsonl", "good.jsonl").contains("none.jsonl cannot be read"))
        #expect(try program.run("evaluate", "--items", "items.jsonl").status == 2)
    }

    @Test func aSchoolsOwnListsAreMeasuredWithTheNewestLeftOut() throws {
        let generated = try GeneratedSchool(feeds: 3, learners: 3, seed: 61)
        defer { generated.remove() }
        let (school, store) = try generated.open()
        let evaluate = try EvaluateRanking(school, types: Shipped.scorers)
        _ = try RunTests.run(school, store)
        #expect(throws: ScorerRefusal.nothingToMeasureOn) {
            try evaluate.run(.init(.lists(store)), by: Actor(), now: RunTests.monday)
        }
        let list = try #require(try store.lists.lists(for: LearnerID(rawValue: "l1")).first).list
        let code = try #require(try store.items.items().first { $0.item.id == list.entries[0].item }).item.code
        let later = RunTests.monday.adding(seconds: 86_400)
        _ = try SayWish(store: store).run(
            .init(.more, learner: "l1", about: code.rawValue, by: .learner), by: Actor(), now: later)
        let answer = try evaluate.run(
            .init(.lists(store), comparedWith: EvaluateRanking.blend), by: Actor(), now: later)
        #expect(answer.rankers.allSatisfy { $0.slates == 1 })
        #expect(answer.rankers.contains { $0.ranker == "blend" } && !answer.comparisons.isEmpty)
    }
}

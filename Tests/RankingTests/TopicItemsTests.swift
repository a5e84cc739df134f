import Content
import ScorerKit
import TestSupport
import Testing
import TextAnalysis
import Topics

@testable import Ranking

/// A "never" holds for the whole family of its topic, and a reason names what a person would see.
struct TopicItemsTests {
    private static let spiders = TopicFamily(
        phrase: "spiders", topic: "spiders",
        words: [
            "en": .init(
                members: [
                    .init("spider", .name), .init("tarantula", .narrow), .init("orb weaver", .narrow),
                    .init("Aragog", .wide),
                ],
                not: ["Spider-Man"]),
            "es": .init(members: [.init("araña", .name), .init("tarántula", .narrow)]),
        ], source: "lexicon")

    private static let long = Array(repeating: "plain words", count: 40).joined(separator: " ")

    private static func school(_ facts: [Fact.Kind: String]) -> TestSchool {
        var school = TestSchool(
            items: [
                Sample.item(1, title: "Keeping a Tarantula", text: "A tarantula needs warmth. \(long)"),
                Sample.item(2, title: "Spider-Man Returns", text: "The hero is back. \(long)"),
                Sample.item(3, title: "La tarántula", text: "Una tarántula vive aquí. \(long)", language: "es"),
                Sample.item(4, title: "A Walk", text: "We saw a spider. \(long)"),
                Sample.item(5, title: "Bread", text: "Flour and water. \(long)"),
                Sample.item(6, feed: "Spider News", title: "Weekly", text: long),
            ], facts: [Sample.learner: Sample.facts(facts.merging([.language: "en;es"]) { $1 })])
        school.topics = TopicFamilies([spiders])
        return school
    }

    @Test func whatHasTheWordInAnotherSenseComesAfterAllOthers() throws {
        var school = Self.school([.avoid: "spiders"])
        // Spider-Man is no spider: it is not kept out, and comes where nothing else fills the list.
        #expect(school.gate(2) == nil)
        #expect(Set(school.entries().numbers) == [2, 5])
        school.items += (10...15).map {
            Sample.item($0, feed: "f\($0)", title: "Bread \($0)", text: "Flour and water. \(Self.long)")
        }
        #expect(!school.entries().numbers.contains(2))
        let outcome = try school.ranking().explain(Sample.id(2), edition: Sample.edition, made: Sample.now)?.outcome
        #expect(outcome == .stopped(.otherSense(topic: "spiders")))
    }

    @Test func aNeverHoldsForKindsLanguagesAndFeeds() {
        let school = Self.school([.avoid: "spiders"])
        let kept = (1...6).filter { school.gate($0) == .optOut }
        #expect(kept == [1, 3, 4, 6], "and not for what is something else")
    }

    /// What held by its own word before it was widened still does, in whatever language.
    @Test func theOwnWordHoldsInEveryForm() {
        var school = Self.school([.avoid: "spiders"])
        school.items += [
            Sample.item(7, title: "Ein Spider", text: "Der Spider fährt schnell. \(Self.long)", language: "de"),
            Sample.item(8, title: "A Spidering Tool", text: "It spidered the shelves. \(Self.long)"),
            Sample.item(9, title: "No Language", text: "A spider was here. \(Self.long)", language: nil),
        ]
        #expect((7...9).allSatisfy { school.gate($0) == .optOut || school.gate($0) == .language })
        #expect(school.gate(8) == .optOut && school.gate(9) == .optOut)
    }

    /// `it` and `us` stand in almost every article, and a lone C in vitamins.
    @Test(arguments: ["US", "IT", "C++"]) func capitalsAndSignsMatchAsTheyAreWritten(phrase: String) {
        var school = Self.school([.avoid: phrase])
        school.topics = TopicFamilies([TopicFamily(itself: phrase, languages: ["en", "es"])])
        school.items = [
            Sample.item(1, title: "News", text: "The US votes. IT rooms are full. We learn C++. \(Self.long)"),
            Sample.item(2, title: "It is for us", text: "Vitamin C gives it to us. \(Self.long)"),
        ]
        #expect(school.gate(1) == .optOut)
        #expect(school.gate(2) == nil)
        let batch = school.inputs.batch
        let found = batch.topics.matches(of: phrase, languages: ["en"])
        #expect(batch.indices.filter { found.contains($0) } == [batch.index(of: Sample.id(1))])
    }

    @Test func aVetoHoldsAsANeverDoes() {
        var school = Self.school([:])
        school.rules = [
            TeacherRule(
                kind: .veto, scope: .learner(Sample.learner), target: .topic("Spiders"), by: "Ms Rivera", at: Sample.now
            )
        ]
        #expect((1...6).filter { school.gate($0) == .veto } == [1, 3, 4, 6])
    }

    @Test func aReasonNamesTheFamilysWordsAndNothingInPassing() {
        let snapshot = Self.school([.interests: "spiders"]).inputs
        func words(_ item: Int) -> [String]? {
            snapshot.batch.index(of: Sample.id(item)).flatMap {
                snapshot.batch.topics.words(telling: "spiders", languages: ["en"], in: $0)
            }
        }
        #expect(words(1) == ["tarantula"])
        #expect(words(3) == ["tarántula"])
        #expect(words(2) == nil && words(4) == nil && words(5) == nil)
        #expect(snapshot.batch.topics.about("Spiders", languages: ["en"]).count == 2)
    }
}

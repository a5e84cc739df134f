import Content
import Foundation
import TestSupport
import Testing

/// What a learner or guardian refused never comes.
struct OptOutTests {
    /// Words as anybody would split them; knows nothing of the matcher under test.
    private func words(_ text: String) -> [String] {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .replacingOccurrences(of: "'s", with: "")
            .components(separatedBy: CharacterSet.alphanumerics.union(.init(charactersIn: "'")).inverted)
            .filter { !$0.isEmpty }
    }

    private func holds(_ item: ContentItem, _ topic: (phrase: String, forms: [String])) -> Bool {
        let forms = ([topic.phrase] + topic.forms).map { words($0) }
        return ([item.title, item.summary, item.text] + item.tags).map { words($0) }.contains { words in
            forms.contains { form in
                words.indices.contains { words[$0...].starts(with: form) }
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func noListHoldsWhatWasRefusedAndNothingElseIsRemoved(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var school = TestSchool.random(dial: random.pick(Dial.allCases), using: &random)
        let refused = random.some(2, of: RandomText.topics)
        school.say(.never, refused[0].phrase.uppercased())
        school.facts[Sample.learner]?.append(
            Fact(learner: Sample.learner, kind: .avoid, value: refused[1].phrase, origin: .guardian, at: Sample.now))
        school.pin(1, 2, 3)
        let ranking = school.ranking()
        for item in school.items {
            let isRefused = refused.contains { holds(item, $0) }
            #expect((ranking.gate(item.id) == .optOut) == isRefused, "\(item.title) \(item.text)")
        }
        #expect(ranking.entries.allSatisfy { entry in !refused.contains { holds(school.item(entry), $0) } })
    }

    @Test func neverRemovesAllAndAllowTakesItBack() {
        var school = TestSchool(items: (1...6).map { Sample.item($0, feed: "f\($0)", title: "Whale \($0)") })
        school.items.append(Sample.item(7, title: "Boats"))
        school.say(.more, "whales")
        #expect(school.entries().count == 6)
        school.say(.never, "Whale")
        #expect(school.entries().numbers == [7])
        school.say(.allow, "whale")
        #expect(school.entries().count == 6)
    }
}

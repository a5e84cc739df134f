import Content
import Safeguarding
import ScorerKit
import TextAnalysis

/// What holds each item of a batch until somebody has read it: words of the school's lists, and topics that are meant for a grade and up.
struct ItemHolds: Sendable {
    /// A topic that an item is about, with the lowest grade that it is meant for.
    struct Topic: Sendable {
        var name: String
        var from: Int
    }

    /// The words that hold each item.
    let words: [HeldVerdict?]
    /// The topic of each item that is meant for the highest grade.
    let topics: [Topic?]

    init(_ batch: ItemBatch, settings: RankingSettings, known: KnownHolds) {
        var words = [HeldVerdict?](repeating: nil, count: batch.count)
        if !settings.heldLists.isEmpty {
            var reading = settings.heldLists.reading()
            for (number, item) in batch.items.enumerated() {
                if known.knows(item.version) {
                    words[number] = known[item.version]
                    continue
                }
                words[number] = reading.verdict(
                    [item.title, item.wholeText] + item.tags, language: item.language)
            }
        }
        var isHeld = [Bool](repeating: false, count: batch.count)
        for phrase in settings.heldWords {
            for item in batch.phrases.matches(of: Phrase(phrase)).items where !isHeld[item] {
                isHeld[item] = true
                words[item] = HeldVerdict(forEverybody: phrase, and: words[item])
            }
        }
        self.words = words
        var topics = [Topic?](repeating: nil, count: batch.count)
        for (name, grade) in settings.audiencesOfTopics.sorted(by: { $0.key < $1.key }) {
            for item in batch.topics.about(name, languages: settings.languages)
            where topics[item].map({ $0.from < grade }) ?? true {
                topics[item] = Topic(name: name, from: grade)
            }
        }
        self.topics = topics
    }

    /// Whether words hold an item from a grade.
    func holdsWords(_ item: Int, from grade: Int) -> Bool { words[item].map { $0.holds(from: grade) } ?? false }

    /// Whether its topic is meant for higher grades.
    func holdsTopic(_ item: Int, from grade: Int) -> Bool { topics[item].map { grade < $0.from } ?? false }
}

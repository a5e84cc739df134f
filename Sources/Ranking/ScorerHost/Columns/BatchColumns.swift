import Content
import ScorerKit
import TextAnalysis

extension ColumnTable {
    /// The items of a batch, in its order, with the columns that are asked for and nothing else.
    init(_ batch: ItemBatch, columns: [ItemColumn]) {
        self.init(
            rows: batch.count,
            columns: columns.map { Column(name: $0.rawValue, values: ColumnTable.values($0, of: batch)) })
    }

    private static func values(_ column: ItemColumn, of batch: ItemBatch) -> Values {
        let items = batch.items
        switch column {
        case .id: return .wholes(batch.indices.map { Int32($0) })
        case .title: return .texts(items.map { $0.title })
        case .summary: return .texts(items.map { $0.summary })
        case .text: return .texts(items.map { $0.readText })
        case .tags: return .lists(items.map { $0.tags })
        case .language: return .texts(items.map { $0.language ?? "" })
        case .words: return .wholes(items.map { Int32(clamping: $0.words) })
        case .minutes: return .wholes(items.map { Int32(clamping: $0.minutes) })
        case .level: return .numbers(batch.levels.map { Float($0) })
        case .age: return .numbers(batch.indices.map { Float(batch[$0].ageInDays) })
        case .feed:
            // Numbered by the feeds' addresses, so that they are the same whatever the order of the items.
            let feeds = Set(items.map { $0.feed }).sorted()
            let numbers = Dictionary(uniqueKeysWithValues: feeds.enumerated().map { ($1, Int32($0)) })
            return .wholes(items.map { numbers[$0.feed] ?? 0 })
        case .place:
            guard let places = batch.text.places else { return .vectors(dimensions: 0, []) }
            return .vectors(dimensions: places.space.dimensions, places.values)
        }
    }

    /// Learners, in their order, with the columns that are asked for and nothing else.
    init(_ learners: [LearnerView], columns: [LearnerColumn], batch: ItemBatch) {
        self.init(
            rows: learners.count,
            columns: columns.map { Column(name: $0.rawValue, values: ColumnTable.values($0, of: learners, batch)) })
    }

    private static func values(_ column: LearnerColumn, of learners: [LearnerView], _ batch: ItemBatch) -> Values {
        func phrases(_ topics: (InterestProfile) -> [InterestProfile.Topic]) -> Values {
            .phrases(
                learners.map { topics($0.profile).map { Phrase(text: $0.phrase, strength: Float($0.strength)) } })
        }
        switch column {
        case .pseudonym: return .texts(learners.map { $0.pseudonym })
        case .grade: return .wholes(learners.map { Int32(clamping: $0.grade) })
        case .level: return .numbers(learners.map { Float($0.profile.level) })
        case .languages: return .lists(learners.map { $0.languages })
        case .wants: return phrases { $0.wants }
        case .less: return phrases { $0.less }
        case .avoids: return phrases { $0.avoids }
        case .strengths: return phrases { $0.strengths }
        case .needs: return phrases { $0.needs }
        case .taught:
            return .items(
                learners.map { learner in
                    learner.profile.taught.compactMap { taught in
                        batch.index(of: taught.item).map {
                            WeighedItem(item: Int32($0), strength: Float(taught.strength))
                        }
                    }
                })
        case .about: return .items(learners.map { about($0, batch) })
        }
    }

    /// The items that are about what a learner wants, ascending, each with the strongest of their wants.
    private static func about(_ learner: LearnerView, _ batch: ItemBatch) -> [WeighedItem] {
        var strongest: [Int: Double] = [:]
        for want in learner.profile.wants {
            for item in batch.topics.about(want.phrase, languages: learner.languages) {
                strongest[item] = max(strongest[item] ?? 0, want.strength)
            }
        }
        return strongest.sorted { $0.key < $1.key }.map { WeighedItem(item: Int32($0.key), strength: Float($0.value)) }
    }
}

import Content
import TextAnalysis
import Topics

/// All items of a run as a scorer sees them: columns, and the shared model of their text.
public struct ItemBatch: Sendable {
    /// The columns, in one place that every view of an item points to.
    private final class Columns: Sendable {
        let now: Timestamp
        let items: [ContentItem]
        let levels: [Double]
        let ages: [Double]
        let phrases: PhraseIndex
        let topics: BatchTopics
        let numbers: [ItemID: Int]

        init(
            now: Timestamp, items: [ContentItem], phrases: PhraseIndex, topics: TopicFamilies, heard: [ItemID: Double]
        ) {
            self.now = now
            self.items = items
            self.phrases = phrases
            self.topics = BatchTopics(topics, items: items, phrases: phrases)
            levels = items.map { heard[$0.id] ?? $0.level ?? .nan }
            // What has no age is never too old.
            ages = items.map { $0.isEvergreen ? 0 : max(0, now.days(since: $0.published)) }
            numbers = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1.id, $0) })
        }

        init(_ other: Columns, heard: [ItemID: Double]) {
            (now, items, ages, numbers) = (other.now, other.items, other.ages, other.numbers)
            (phrases, topics) = (other.phrases, other.topics)
            levels = items.map { heard[$0.id] ?? $0.level ?? .nan }
        }
    }

    private let columns: Columns

    /// A batch of items at a moment. The items are put in the order of their identities, so that no input order shows.
    public init(_ items: [ContentItem], now: Timestamp, topics: TopicFamilies = TopicFamilies()) {
        self.init(items, now: now, topics: topics) { TextModel($0.map { ItemBatch.document($0) }) }
    }

    /// A batch whose text was read before: `model` gives the model of the items in the order in which it gets them.
    public init<Failure: Error>(
        _ items: [ContentItem], now: Timestamp, topics: TopicFamilies = TopicFamilies(), heard: [ItemID: Double] = [:],
        model: ([ContentItem]) throws(Failure) -> TextModel
    ) throws(Failure) {
        let ordered = items.sorted { $0.id < $1.id }
        columns = Columns(
            now: now, items: ordered, phrases: PhraseIndex(try model(ordered)), topics: topics, heard: heard)
    }

    private init(_ columns: Columns) { self.columns = columns }

    /// The same items with levels as readers find them; the others have the level that is stated or measured.
    package func hearing(_ heard: [ItemID: Double]) -> ItemBatch { ItemBatch(Columns(columns, heard: heard)) }

    /// The text of an item as the model takes it.
    public static func document(_ item: ContentItem) -> TextDocument {
        TextDocument(title: item.title, tags: item.tags, body: item.wholeText, language: item.language)
    }

    /// The moment of the run.
    public var now: Timestamp { columns.now }
    /// The items, by identity.
    public var items: [ContentItem] { columns.items }
    /// The level of each item as a school grade, as readers find it where they answered; NaN where it is unknown.
    public var levels: [Double] { columns.levels }
    /// The age of each item in days at the run's moment, at least 0.
    public var ages: [Double] { columns.ages }
    /// The text of all items, and where phrases stand in it.
    public var phrases: PhraseIndex { columns.phrases }
    /// Which items have to do with what somebody says.
    public var topics: BatchTopics { columns.topics }
    /// The number of items.
    public var count: Int { columns.items.count }
    /// The numbers of the items, 0 ..< count.
    public var indices: Range<Int> { columns.items.indices }
    /// The model of the items' text.
    public var text: TextModel { columns.phrases.model }
    /// The number of an item in this batch; nil where it is not in it.
    public func index(of id: ItemID) -> Int? { columns.numbers[id] }
    /// One item.
    public subscript(index: Int) -> ItemView { ItemView(batch: self, index: index) }
}

/// One item of a batch.
public struct ItemView: Sendable {
    /// The batch.
    public let batch: ItemBatch
    /// Its number there.
    public let index: Int

    /// The item.
    public var item: ContentItem { batch.items[index] }
    /// The level as a school grade; nil where it is unknown.
    public var level: Double? {
        let level = batch.levels[index]
        return level.isNaN ? nil : level
    }
    /// The age in days at the run's moment, at least 0.
    public var ageInDays: Double { batch.ages[index] }
}

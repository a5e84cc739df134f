import Content
import TextAnalysis

/// All items of a run as a scorer sees them: columns, and the shared model of their text.
public struct ItemBatch: Sendable {
    /// The moment of the run.
    public let now: Timestamp
    /// The items, by identity.
    public let items: [ContentItem]
    /// The level of each item as a school grade; NaN where it is unknown.
    public let levels: [Float]
    /// The text of all items, and where phrases stand in it.
    public let phrases: PhraseIndex
    private let numbers: [ItemID: Int]

    /// A batch of items at a moment. The items are put in the order of their identities, so that no input order shows.
    public init(_ items: [ContentItem], now: Timestamp) {
        self.init(ordered: items.sorted { $0.id < $1.id }, now: now) { TextModel($0.map { ItemBatch.document($0) }) }
    }

    /// A batch whose text was read before: `model` gives the model of the items in the order in which it gets them.
    public init<Failure: Error>(
        _ items: [ContentItem], now: Timestamp, model: ([ContentItem]) throws(Failure) -> TextModel
    ) throws(Failure) {
        try self.init(ordered: items.sorted { $0.id < $1.id }, now: now, model: model)
    }

    private init<Failure: Error>(
        ordered: [ContentItem], now: Timestamp, model: ([ContentItem]) throws(Failure) -> TextModel
    ) throws(Failure) {
        self.now = now
        items = ordered
        levels = ordered.map { $0.level.map { Float($0) } ?? .nan }
        phrases = PhraseIndex(try model(ordered))
        numbers = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.id, $0) })
    }

    /// The text of an item as the model takes it.
    public static func document(_ item: ContentItem) -> TextDocument {
        // The summary often repeats the beginning of the text, which must not count twice.
        let body = item.text.hasPrefix(item.summary) ? item.text : item.summary + "\n" + item.text
        return TextDocument(title: item.title, tags: item.tags, body: body, language: item.language)
    }

    /// The number of items.
    public var count: Int { items.count }
    /// The numbers of the items, 0 ..< count.
    public var indices: Range<Int> { items.indices }
    /// The model of the items' text.
    public var text: TextModel { phrases.model }
    /// The number of an item in this batch; nil where it is not in it.
    public func index(of id: ItemID) -> Int? { numbers[id] }
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
    public var level: Double? { item.level }
    /// The age in days at the run's moment, at least 0.
    public var ageInDays: Double { max(0, batch.now.days(since: item.published)) }
}

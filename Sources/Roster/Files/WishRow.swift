import Content

/// One line of `wishes.csv`: what somebody ticked or wrote on a printed page, typed in.
public struct WishRow: Hashable, Sendable {
    /// The line of the row, from 1.
    public let line: Int
    /// Whose wish it is.
    public let learner: LearnerID
    /// The item it is about, by its printed code; nil where it is about a topic.
    public let item: ItemCode?
    /// The topic it is about; nil where it is about an item.
    public let topic: String?
    /// What is wished: one or several of more, less, never, allow, too easy, too hard; never two that contradict each other.
    public let wishes: [Fact.Kind]
    /// Who said it; the learner where the file does not say.
    public let by: Fact.Origin

    /// Reads the bytes of `wishes.csv`: a bad row is left out with a finding, the others are kept. `file` is the name in
    /// findings. Throws ``RosterError`` when the file as a whole cannot be used.
    public static func read(
        _ bytes: [UInt8], file: String = "wishes.csv"
    ) throws(RosterError) -> RosterFile<WishRow> {
        try RowCollector<WishColumn, WishRow>.collect(bytes, file: file, key: nil, rule: \.rule, make: WishRow.init)
    }

    private init(line: Int, cells: [WishColumn: String]) throws(RowFault<WishColumn>) {
        self.line = line
        learner = LearnerID(rawValue: cells[.learnerID] ?? "")
        item = try WishWords.item(cells[.item] ?? "")
        topic = cells[.topic].flatMap { $0.isEmpty ? nil : $0 }
        wishes = try WishWords.wishes(cells[.wish] ?? "")
        by = try WishWords.origin(cells[.by] ?? "")
        try WishWords.checkTarget(item: item, topic: topic, wishes: wishes)
    }

    /// The facts of this row, one a wish, in the order of the row.
    ///
    /// - Parameters:
    ///   - item: what the code stands for, with the item's title; not used where the wish is about a topic.
    ///   - at: when it was said.
    public func facts(item: (id: ItemID, title: String)?, at: Timestamp) -> [Fact] {
        wishes.map { wish in
            let value = topic ?? item?.title ?? ""
            return Fact(
                learner: learner, kind: wish, value: value, item: topic == nil ? item?.id : nil, origin: by, at: at)
        }
    }
}

/// The columns of `wishes.csv`.
enum WishColumn: String, RosterColumn {
    case learnerID = "learner_id"
    case item, wish, topic, by

    var isRequired: Bool { self == .learnerID || self == .wish }

    var rule: CellRule {
        switch self {
        case .learnerID: .identifier
        case .item, .topic, .by: .text
        case .wish: .list
        }
    }
}

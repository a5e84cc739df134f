import Content

/// One line of `wishes.csv`: what somebody ticked or wrote on a printed page, typed in.
public struct WishRow: Hashable, Sendable {
    /// The line of the row, from 1.
    public let line: Int
    /// Whose wish it is.
    public let learner: LearnerID
    /// The item it is about, by its printed code; nil where it is about a topic.
    public let item: ItemCode?
    /// The topics it is about, one but for a "never"; empty where it is about an item.
    public let topics: [String]
    /// What is wished: one or several of more, less, never, allow, too easy, too hard; never two that contradict each other.
    public let wishes: [Fact.Kind]
    /// Who said it; the learner where the file does not say.
    public let by: Fact.Origin

    /// Reads the bytes of `wishes.csv`: what cannot be read is told by line and column, and costs no "never" that can be.
    /// `file` is the name in findings; `isHeld` tells what somebody must see, which is set apart. Throws ``RosterError`` when the file as a whole cannot be used.
    public static func read(
        _ bytes: [UInt8], file: String = "wishes.csv", isHeld: @escaping (String?, String) -> Bool = { _, _ in false }
    ) throws(RosterError) -> RosterFile<WishRow> {
        try RowCollector<WishColumn, WishRow>.collect(
            bytes, file: file, key: nil, make: { WishRow(&$0) }, isHeld: isHeld, rescue: { WishRow(rescuedFrom: $0) })
    }

    private init?(_ cells: inout RowCells<WishColumn>) {
        var wishes = WishWords.wishes(in: &cells)
        guard !wishes.isEmpty else { return nil }
        var topics = Fact.list(cells.text(.topic))
        if let held = cells.held[.topic] {
            // Somebody is told; of what was written nothing counts but that it must never come.
            guard wishes.contains(.never) else { return nil }
            wishes = [.never]
            topics += held.compactMap { WishColumn.topic.rule.read($0).value }.flatMap { Fact.list($0) }
        }
        var item: ItemCode?
        // Who typed it in can take it back; a learner cannot.
        var by = Fact.Origin.teacher
        var faults: [RowFault<WishColumn>] = []
        do throws(RowFault<WishColumn>) { item = try WishWords.item(cells.text(.item)) } catch { faults.append(error) }
        do throws(RowFault<WishColumn>) { by = try WishWords.origin(cells.text(.by)) } catch { faults.append(error) }
        let isUnsure =
            !faults.isEmpty || !cells.unread.isDisjoint(with: [.item, .topic, .by])
            || cells.held[.item] != nil || cells.held[.by] != nil
        if let fault = WishWords.targetFault(item: item, topics: topics, wishes: wishes), faults.isEmpty {
            faults.append(fault)
        }
        let hasTarget = item != nil || !topics.isEmpty
        if isUnsure || !faults.isEmpty { wishes = hasTarget ? wishes.filter { $0 == .never } : [] }
        if cells.unread.contains(.by) { by = .teacher }
        let outcome = wishes.isEmpty ? WishOutcome.rowLeftOut : WishOutcome.onlyNeverCounts
        for fault in faults { cells.note(fault, outcome) }
        guard !wishes.isEmpty else { return nil }
        self.init(
            line: cells.line, learner: LearnerID(rawValue: cells.text(.learnerID)), item: item, topics: topics,
            wishes: wishes, by: by)
    }

    /// The "never" of a row that has a cell too many or too few, or a quote gone astray: where it stands in its column, so
    /// does what it is about.
    private init?(rescuedFrom row: BrokenRow<WishColumn>) {
        guard let key = row.key, let said = row.piece(.wish), WishWords.read(said).contains(.never) else { return nil }
        let text = (row.piece(.topic) ?? "").filter { $0 != "\"" }
        let topics = Fact.list(WishColumn.topic.rule.read(text).value ?? "")
        let item = row.piece(.item).flatMap { try? WishWords.item($0) }
        guard item != nil || !topics.isEmpty else { return nil }
        let by = row.piece(.by).flatMap { try? WishWords.origin($0.trimmed) } ?? .teacher
        self.init(
            line: row.line, learner: LearnerID(rawValue: key), item: item, topics: topics, wishes: [.never], by: by)
    }

    init(
        line: Int, learner: LearnerID, item: ItemCode?, topics: [String], wishes: [Fact.Kind], by: Fact.Origin
    ) {
        self.line = line
        self.learner = learner
        self.item = item
        self.topics = topics
        self.wishes = wishes
        self.by = by
    }

    /// The facts of this row, one a wish and what it is about, in the order of the row.
    ///
    /// - Parameters:
    ///   - item: what the code stands for, with the item's title; nil where the row is about topics alone.
    ///   - at: when it was said.
    public func facts(item: (id: ItemID, title: String)?, at: Timestamp) -> [Fact] {
        wishes.flatMap { wish in
            let about = item.map { [(value: $0.title, item: ItemID?.some($0.id))] } ?? []
            return (about + topics.map { (value: $0, item: nil) }).map { about in
                Fact(learner: learner, kind: wish, value: about.value, item: about.item, origin: by, at: at)
            }
        }
    }
}

/// The columns of `wishes.csv`.
enum WishColumn: String, CellColumn {
    case learnerID = "learner_id"
    case item, wish, topic, by

    var isRequired: Bool { self == .learnerID || self == .wish }
    var isProtective: Bool { false }

    var rule: CellRule {
        switch self {
        case .learnerID: .identifier
        case .item, .by: .text
        case .wish, .topic: .list(most: 50)
        }
    }

    var isWritten: Bool { self != .learnerID }

    func heldKind(_ cells: RowCells<WishColumn>) -> Fact.Kind? {
        WishWords.read(cells.text(.wish)).first { $0 == .more || $0 == .less }
    }

    var mayBeSentence: Bool { self == .topic }

    var loss: CellLoss { self == .learnerID || self == .wish ? .costsRow : .saysNothing }
}

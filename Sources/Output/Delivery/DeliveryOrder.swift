import Content
import Store

/// The order in which lists are delivered: by class and name, so that a class's files can be made when its last list has
/// been read. It is gone through in blocks of whole groups, each of some two hundred lists; only the block at hand, and what was
/// read beyond it, is in memory.
struct DeliveryOrder {
    private let settings: DeliverySettings
    private let order: ListOrder
    private var place = ListOrder.Place.start
    /// What was read and not yet given.
    private var ahead: [Group] = []
    private var isRead = false
    /// The class of the last group, and which part of it that is.
    private var lastName: String?
    private var lastPart = 0
    private var hasGroups = false

    /// All lists of an edition that may go out.
    init(store: Store, edition: Edition, settings: DeliverySettings) throws(StoreError) {
        self.settings = settings
        order = try store.order(of: edition, in: .ready) { Self.className($0, settings) ?? "" }
    }

    /// How many lists there are.
    var count: Int { order.count }

    /// The classes that get files, each with the number of files of a kind.
    func classes() throws(StoreError) -> [(name: String, parts: Int)] {
        try order.classes().filter { !$0.name.isEmpty }.map {
            ($0.name, ($0.lists + DeliverStage.largestPart - 1) / DeliverStage.largestPart)
        }
    }

    /// Lists that stand in the same files of a class.
    struct Group {
        /// The class; nil where none of the learner's classes gets pages.
        var className: String?
        /// Which of several parts of a large class it is, from 1.
        var part: Int
        /// The lists.
        var keys: [ListKey]
    }

    /// The class that a learner is printed with: a learner of several classes, once, with the first of them that is printed.
    private static func className(_ key: ListKey, _ settings: DeliverySettings) -> String? {
        key.classes.first { settings.printedClasses.includes($0) }
    }

    /// The next block; nil after the last.
    mutating func next() throws(StoreError) -> [Group]? {
        var block: [Group] = []
        var size = 0
        while true {
            // The last group that was read may go on in what comes next, so it is given only when another one has begun.
            while ahead.count < 2, !isRead { try readOn() }
            guard let group = ahead.first else { return block.isEmpty ? nil : block }
            if size > 0, size + group.keys.count > DeliverStage.block { return block }
            block.append(ahead.removeFirst())
            size += group.keys.count
        }
    }

    private mutating func readOn() throws(StoreError) {
        let (keys, end) = try order.lists(after: place, atMost: DeliverStage.block)
        place = end
        isRead = keys.count < DeliverStage.block
        for key in keys { add(key) }
    }

    private mutating func add(_ key: ListKey) {
        let name = Self.className(key, settings)
        if let last = ahead.last, last.className == name, last.keys.count < DeliverStage.largestPart {
            ahead[ahead.count - 1].keys.append(key)
        } else {
            if name != lastName || !hasGroups { lastPart = 0 }
            lastPart += 1
            (lastName, hasGroups) = (name, true)
            ahead.append(Group(className: name, part: lastPart, keys: [key]))
        }
    }
}

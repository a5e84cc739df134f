import Content
import ContentDigest
import GRDB

/// Finds the items that the entries of one document are other sights of, and keeps the names they are known by.
///
/// All entries are looked up before any is written, the strongest kind of name first for all of them, so that neither the
/// order of a document nor a weak name decides who an entry is.
struct ItemFinder {
    private let keys: [ItemKeys]
    /// The item of each entry so far.
    private var found: [ItemID?]
    /// Which entry has taken an item, by all that it is called: different entries of one document are different items.
    private var taken: [ItemID: String] = [:]
    private var items: [String: ItemID] = [:]
    /// Which item each name leads to.
    private var holders: [String: ItemID] = [:]
    /// The names that several entries of one document have carried, by the feed they did it in.
    private var marked: [String: Set<String>] = [:]

    /// Looks the entries up.
    init(_ keys: [ItemKeys], in db: Database) throws {
        self.keys = keys
        found = Array(repeating: nil, count: keys.count)
        for scope in Set(keys.map { $0.scope }) { marked[scope] = try Self.marks(in: scope, db) }
        for keys in keys { try holders.merge(Self.holders(of: keys.names, db)) { $1 } }
        // Where two entries have an equal right to an item, what they are called decides, not where they stand.
        let order = keys.indices.sorted { (keys[$0].full, $0) < (keys[$1].full, $1) }
        for kind in ItemName.Kind.allCases {
            for index in order where found[index] == nil {
                guard let name = keys[index].names.first(where: { $0.kind == kind }),
                    tells(name, in: keys[index].scope),
                    let item = holders[name.key], taken[item] ?? keys[index].full == keys[index].full,
                    try allows(name, of: keys[index], item, in: db)
                else { continue }
                take(item, for: index)
            }
        }
    }

    /// The item that an entry was found to be, else a new one: its identity is made from the strongest name that tells it
    /// from others.
    mutating func item(of index: Int, in db: Database) throws -> (id: ItemID, isNew: Bool) {
        if let item = found[index] ?? items[keys[index].full] { return (item, false) }
        let telling = keys[index].names.filter { tells($0, in: keys[index].scope) }
        let candidates = telling.sorted { $0.kind.rawValue < $1.kind.rawValue }.map { $0.key } + [keys[index].full]
        var item = Self.identity(candidates[0])
        // A name may have made an item before that is another article by now.
        for text in candidates.dropFirst() where try isKnown(item, in: db) { item = Self.identity(text) }
        var round = 2
        while try isKnown(item, in: db) {
            item = Self.identity("\(keys[index].full) \(round)")
            round += 1
        }
        take(item, for: index)
        return (item, true)
    }

    /// Keeps the names by which an entry's item is found again, and marks those that tell it from no other.
    mutating func keepNames(of index: Int, for item: ItemID, in db: Database) throws {
        let keys = keys[index]
        let guidTells = keys.names.contains { $0.kind == .guid && tells($0, in: keys.scope) }
        var new: [String: ItemID?] = [:]
        for name in keys.names {
            if name.isShared {
                if !isMarked(name, in: keys.scope) { new.updateValue(nil, forKey: Self.mark(name, in: keys.scope)) }
            } else if name.kind != .guidAtPlace || !guidTells, !isMarked(name, in: keys.scope) {
                let holder = holders[name.key]
                // Where the item that had this name stands beside this one in the document, it is another article.
                let isFree = holder.map { $0 != item && taken[$0].map { $0 != keys.full } == true } ?? true
                if isFree { new[name.key] = item }
            }
        }
        for (key, item) in new {
            if let item { holders[key] = item }
        }
        try Self.keep(new, db)
    }

    private mutating func take(_ item: ItemID, for index: Int) {
        found[index] = item
        taken[item] = keys[index].full
        items[keys[index].full] = item
    }

    private func isKnown(_ item: ItemID, in db: Database) throws -> Bool {
        if taken[item] != nil { return true }
        return try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM item WHERE id = ?)"), arguments: [item.rawValue])
            == true
    }

    /// Whether a name may lead to an item that this feed knows by another guid. Articles that all stand at one page have
    /// guids of their own; a publisher who gave all guids anew left title and date as they were.
    private func allows(_ name: ItemName, of keys: ItemKeys, _ item: ItemID, in db: Database) throws -> Bool {
        switch name.kind {
        case .guid, .guidAtPlace: return true
        case .titleAtPlace where keys.isDated: return true
        case .address, .formerAddress, .text, .titleAtPlace, .textAtPlace, .bodyAtPlace:
            guard let guid = keys.guid else { return true }
            let prefix = "guid:" + keys.scope + " "
            return try String.fetchAll(
                db.cachedStatement(sql: "SELECT guid FROM itemOrigin WHERE item = ? AND guid IS NOT NULL"),
                arguments: [item.rawValue]
            ).allSatisfy { $0 == guid || !$0.hasPrefix(prefix) || Self.isCounted($0, guid) }
        }
    }

    /// Whether a publisher's id is another with a counter behind it, as versions before kept it.
    private static func isCounted(_ known: String, _ guid: String) -> Bool {
        guard known.hasPrefix(guid + "#") else { return false }
        return known.dropFirst(guid.count + 1).allSatisfy { $0.isASCII && $0.isNumber }
    }

    private func tells(_ name: ItemName, in scope: String) -> Bool { !name.isShared && !isMarked(name, in: scope) }

    private func isMarked(_ name: ItemName, in scope: String) -> Bool { marked[scope]?.contains(name.key) == true }

    private static func identity(_ name: String) -> ItemID { ItemID(rawValue: ContentDigest(of: [name]).hex) }

    private static func mark(_ name: ItemName, in scope: String) -> String { "shared:" + scope + " " + name.key }

    private static func marks(in scope: String, _ db: Database) throws -> Set<String> {
        let prefix = "shared:" + scope + " "
        let rows = try String.fetchAll(
            db.cachedStatement(sql: "SELECT key FROM itemKey WHERE key >= ? AND key < ?"),
            arguments: [prefix, "shared:" + scope + "!"])
        return Set(rows.map { String($0.dropFirst(prefix.count)) })
    }

    private static func holders(of names: [ItemName], _ db: Database) throws -> [String: ItemID] {
        guard !names.isEmpty else { return [:] }
        let places = Array(repeating: "?", count: names.count).joined(separator: ", ")
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT key, item FROM itemKey WHERE key IN (\(places)) AND item IS NOT NULL"),
            arguments: StatementArguments(names.map { $0.key }))
        return Dictionary(rows.map { ($0[0], ItemID(rawValue: $0[1])) }, uniquingKeysWith: { $1 })
    }

    private static func keep(_ names: [String: ItemID?], _ db: Database) throws {
        guard !names.isEmpty else { return }
        let places = Array(repeating: "(?, ?)", count: names.count).joined(separator: ", ")
        let values = names.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value?.rawValue] }
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO itemKey (key, item) VALUES \(places)")
            .execute(arguments: StatementArguments(values))
    }
}

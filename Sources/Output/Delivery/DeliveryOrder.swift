import Content
import Store

/// The order in which lists are delivered: by class and name, so that a class's files can be made when its last list has
/// been read.
struct DeliveryOrder {
    let settings: DeliverySettings

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
    func className(_ key: ListKey) -> String? {
        key.classes.first { settings.printedClasses?.contains($0) ?? true }
    }

    /// Lists by class, name and id.
    func sorted(_ keys: [ListKey]) -> [ListKey] {
        keys.map { (key: $0, name: className($0) ?? "") }.sorted {
            ($0.name, $0.key.name, $0.key.learner) < ($1.name, $1.key.name, $1.key.learner)
        }.map { $0.key }
    }

    /// Blocks of whole groups, each of some two hundred lists, of sorted lists.
    func blocks(_ keys: [ListKey]) -> [[Group]] {
        var blocks: [[Group]] = []
        var block: [Group] = []
        var size = 0
        for group in groups(keys) {
            if size > 0, size + group.keys.count > DeliverStage.block {
                blocks.append(block)
                (block, size) = ([], 0)
            }
            block.append(group)
            size += group.keys.count
        }
        return block.isEmpty ? blocks : blocks + [block]
    }

    private func groups(_ keys: [ListKey]) -> [Group] {
        var groups: [Group] = []
        for key in keys {
            let name = className(key)
            if let last = groups.last, last.className == name, last.keys.count < DeliverStage.largestPart {
                groups[groups.count - 1].keys.append(key)
            } else {
                let part = groups.last.flatMap { $0.className == name ? $0.part + 1 : nil } ?? 1
                groups.append(Group(className: name, part: part, keys: [key]))
            }
        }
        return groups
    }
}

import Content
import Yams

/// A YAML file of wordings: nested names and texts, flattened to keys with dots (`learner.asked`, `months.3`), each
/// checked against the keys there are and the holes that each may have.
struct WordingFile: Sendable {
    /// The wordings by key.
    let wordings: [String: Wording]

    /// Reads a file's text. `known` gives the keys and the names of the holes that each may have.
    init(
        _ text: String, file: String, known: [String: Set<String>], open: [String] = []
    ) throws(RenderingSetupError) {
        try self.init(text, Reader(file: file, known: known, open: open, left: text.utf8.count))
    }

    /// Reads a file that says itself which keys there are, and which holes each has.
    init(anythingIn text: String, file: String) throws(RenderingSetupError) {
        try self.init(text, Reader(file: file, known: nil, open: [], left: text.utf8.count))
    }

    // A text has no more values than letters, unless aliases stand for many: that is how many a reader may take.
    private init(_ text: String, _ start: Reader) throws(RenderingSetupError) {
        var reader = start
        let file = start.file
        guard text.utf8.count <= 100_000 else {
            throw RenderingSetupError(
                file: file, problem: "The file has more than 100,000 bytes.", remedy: "Keep wordings short.")
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw WordingFile.translated(error, file: file)
        } catch {
            throw RenderingSetupError(file: file, problem: "This is not YAML: \(error).", remedy: "Mend it there.")
        }
        guard let root, case .mapping = root else {
            throw RenderingSetupError(
                file: file, problem: "The file holds no names with texts.",
                remedy: "Write lines like 'more: \"More\"'.")
        }
        try reader.read(root, key: "")
        wordings = reader.wordings
    }

    /// The parser's error with its place.
    private static func translated(_ error: YamlError, file: String) -> RenderingSetupError {
        let remedy = "Look at the indentation, colons and quotes here and on the line before."
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let whole = [context?.text, problem].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
            return RenderingSetupError(
                file: file, line: mark.line, column: mark.column, problem: "This is not YAML: \(whole).", remedy: remedy
            )
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.prefix(3).map { "'\(String($0.prefix(60)))'" }.joined(separator: ", ")
            return RenderingSetupError(
                file: file, line: context.mark.line, column: context.mark.column,
                problem: "\(names) stands twice in one group.", remedy: "Keep one of the two.")
        default: return RenderingSetupError(file: file, problem: "This is not YAML: \(error).", remedy: remedy)
        }
    }

    private struct Reader {
        let file: String
        /// Nil: whatever stands there is known.
        let known: [String: Set<String>]?
        let open: [String]
        /// How many values there may be beyond those that were read.
        var left: Int
        var wordings: [String: Wording] = [:]

        mutating func read(_ node: Node, key: String) throws(RenderingSetupError) {
            left -= 1
            guard left >= 0 else {
                throw error(node, "Aliases stand for more texts than there are.", "Write them out.")
            }
            let prefix = key.isEmpty ? "" : "\(key)."
            switch node {
            case .mapping(let mapping):
                for (name, value) in mapping {
                    guard let name = name.string else {
                        throw error(name, "A name is not a text.", "Write it as one word.")
                    }
                    try read(value, key: prefix + name)
                }
            case .sequence(let sequence):
                var number = 0
                for value in sequence {
                    number += 1
                    try read(value, key: "\(prefix)\(number)")
                }
            case .scalar(let scalar): try read(scalar.string, at: node, key: key)
            case .alias: throw error(node, "'\(key)' is an alias.", "Write its text out.")
            }
        }

        private mutating func read(_ text: String, at node: Node, key: String) throws(RenderingSetupError) {
            let openHoles: Set<String>? = open.contains { key.hasPrefix($0) } ? [] : nil
            if let known, known[key] == nil, openHoles == nil {
                throw error(
                    node,
                    "There is no wording named '\(Self.shown(key))'.\(NearestName.hint(for: key, among: known.keys.sorted()))",
                    "Remove it or correct its name.")
            }
            guard let wording = Wording(text) else {
                throw error(node, "A brace of '\(Self.shown(key))' has no partner.", "Write holes as {name}.")
            }
            let holes = known == nil ? Set(wording.holes) : known?[key] ?? openHoles ?? []
            for hole in wording.holes where !holes.contains(hole) {
                let names = holes.sorted()
                let allowed = names.isEmpty ? "It has no holes." : "It may use {\(names.joined(separator: "}, {"))}."
                throw error(
                    node,
                    "'\(key)' has no value for {\(Self.shown(hole))}.\(NearestName.hint(for: hole, among: names))",
                    allowed)
            }
            guard wordings.updateValue(wording, forKey: key) == nil else {
                throw error(node, "'\(key)' stands here twice.", "Remove one of them.")
            }
        }

        /// A name as it is shown: a brace that is not closed makes a long one.
        private static func shown(_ name: String) -> String { name.count > 60 ? name.prefix(60) + "…" : name }

        private func error(_ node: Node, _ problem: String, _ remedy: String) -> RenderingSetupError {
            RenderingSetupError(
                file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, problem: problem,
                remedy: remedy)
        }
    }
}

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
        var reader = Reader(file: file, known: known, open: open)
        guard text.utf8.count <= 100_000 else {
            throw RenderingSetupError(
                file: file, problem: "The file has more than 100,000 bytes.", remedy: "Keep wordings short.")
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw RenderingSetupError(file: file, problem: "This is not YAML: \(error).", remedy: "Mend it there.")
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

    private struct Reader {
        let file: String
        let known: [String: Set<String>]
        let open: [String]
        var wordings: [String: Wording] = [:]

        mutating func read(_ node: Node, key: String) throws(RenderingSetupError) {
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
            guard let holes = known[key] ?? openHoles else {
                throw error(
                    node,
                    "There is no wording named '\(key)'.\(NearestName.hint(for: key, among: known.keys.sorted()))",
                    "Remove it or correct its name.")
            }
            guard let wording = Wording(text) else {
                throw error(node, "A brace of '\(key)' has no partner.", "Write holes as {name}.")
            }
            for hole in wording.holes where !holes.contains(hole) {
                let names = holes.sorted()
                let allowed = names.isEmpty ? "It has no holes." : "It may use {\(names.joined(separator: "}, {"))}."
                throw error(
                    node, "'\(key)' has no value for {\(hole)}.\(NearestName.hint(for: hole, among: names))", allowed)
            }
            guard wordings.updateValue(wording, forKey: key) == nil else {
                throw error(node, "'\(key)' stands here twice.", "Remove one of them.")
            }
        }

        private func error(_ node: Node, _ problem: String, _ remedy: String) -> RenderingSetupError {
            RenderingSetupError(
                file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, problem: problem,
                remedy: remedy)
        }
    }
}

import Content
import Yams

/// One YAML document as a tree with places, bounded and without aliases.
enum YAMLDocument {
    /// How deep values may nest.
    static let deepest = 64

    /// The root of a file's only document; nil for an empty file. Throws ``ConfigurationError`` for a file that is no YAML.
    static func root(of text: String, file: String) throws(ConfigurationError) -> Node? {
        if let danger = YAMLGuard.firstDanger(in: text) {
            throw refused(danger.kind, at: "\(file):\(danger.line):\(danger.column)")
        }
        let root: Node?
        do {
            root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw translated(error, file: file, text: text)
        } catch {
            throw ConfigurationError(
                at: file, "The file is not YAML: \(error).", remedy: "Compare it with the shipped one.")
        }
        // A text has no more values than letters, unless aliases that the guard did not see stand for many.
        var left = text.utf8.count + 1
        if let root, let wrong = firstDeeper(than: deepest, in: root, &left) {
            let place = wrong.mark.map { "\(file):\($0.line):\($0.column)" } ?? file
            throw refused(left > 0 ? .depth : .alias, at: place)
        }
        return root
    }

    private static func refused(_ kind: YAMLGuard.Danger.Kind, at place: String) -> ConfigurationError {
        switch kind {
        case .alias:
            ConfigurationError(
                at: place, "A value begins with '&' or '*', which YAML takes for an anchor or alias.",
                remedy:
                    "Put a text that begins so in quotes; anchors and aliases are not used here, write the value out.")
        case .depth:
            ConfigurationError(
                at: place, "Values nest deeper than \(deepest) levels.", remedy: "Look for a stray bracket or dash.")
        }
    }

    /// The first value that nests deeper, or with which there are more values than are left.
    private static func firstDeeper(than depth: Int, in node: Node, _ left: inout Int) -> Node? {
        left -= 1
        guard depth > 0, left > 0 else { return node }
        switch node {
        case .scalar, .alias: return nil
        case .sequence(let sequence):
            for element in sequence {
                if let found = firstDeeper(than: depth - 1, in: element, &left) { return found }
            }
        case .mapping(let mapping):
            for (key, value) in mapping {
                if let found = firstDeeper(than: depth - 1, in: key, &left)
                    ?? firstDeeper(than: depth - 1, in: value, &left)
                {
                    return found
                }
            }
        }
        return nil
    }

    /// The parser's error in our words, with its place.
    private static func translated(_ error: YamlError, file: String, text: String) -> ConfigurationError {
        func at(_ line: Int, _ column: Int, _ problem: String, _ remedy: String) -> ConfigurationError {
            ConfigurationError(at: "\(file):\(line):\(column)", problem, remedy: remedy)
        }
        let syntax = "Look at the indentation (blanks, no tabs), colons and quotes here and on the line before."
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let whole = [context?.text, problem].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
            return at(mark.line, mark.column, "The file is not YAML: \(whole).", syntax)
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { "'\($0)'" }.joined(separator: ", ")
            let mark = context.mark
            return at(mark.line, mark.column, "\(names) stands twice in one group.", "Keep one of the two.")
        case .reader(let problem, let offset, _, _):
            let before = text.prefix(offset ?? 0).split(omittingEmptySubsequences: false) { $0.isNewline }
            let column = (before.last?.unicodeScalars.count ?? 0) + 1
            return at(
                before.count, column, "The file is not YAML: \(problem).", "Delete the character and type it again.")
        default:
            return ConfigurationError(at: file, "The file is not YAML: \(error).", remedy: syntax)
        }
    }
}

import Content
import Yams

/// One YAML document as a tree with places, bounded and without aliases.
enum YAMLDocument {
    /// How deep values may nest.
    static let deepest = 64

    /// The root of a file's only document; nil for an empty file. Throws ``ConfigurationError`` for a file that is no YAML.
    static func root(of text: String, file: String) throws(ConfigurationError) -> Node? {
        if let danger = YAMLGuard.firstDanger(in: text) {
            throw refused(danger.kind, at: .file(file, line: danger.line, column: danger.column))
        }
        let root: Node?
        do {
            root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw translated(error, file: file, text: text)
        } catch {
            throw ConfigurationError(.yamlFailed(error, at: .file(file)))
        }
        // A text has no more values than letters, unless aliases that the guard did not see stand for many.
        var left = text.utf8.count + 1
        if let root, let wrong = firstDeeper(than: deepest, in: root, &left) {
            throw refused(left > 0 ? .depth : .alias, at: place(of: wrong, in: file))
        }
        return root
    }

    /// Where a value stands in a file.
    static func place(of node: Node, in file: String) -> FindingSite {
        .file(file, line: node.mark?.line, column: node.mark?.column)
    }

    private static func refused(_ kind: YAMLGuard.Danger.Kind, at place: FindingSite) -> ConfigurationError {
        switch kind {
        case .alias: ConfigurationError(.aliasIsUsed(at: place))
        case .depth: ConfigurationError(.valuesNestTooDeep(most: deepest, at: place))
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
        func at(_ line: Int, _ column: Int) -> FindingSite { .file(file, line: line, column: column) }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let whole = [context?.text, problem].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
            return ConfigurationError(.notYAML(whole, at: at(mark.line, mark.column)))
        case .duplicatedKeysInMapping(let keys, let context):
            let mark = context.mark
            return ConfigurationError(.keysStandTwice(keys.map { "\($0)" }, at: at(mark.line, mark.column)))
        case .reader(let problem, let offset, _, _):
            let before = text.prefix(offset ?? 0).split(omittingEmptySubsequences: false) { $0.isNewline }
            let column = (before.last?.unicodeScalars.count ?? 0) + 1
            return ConfigurationError(.characterIsNotYAML(problem, at: at(before.count, column)))
        default:
            return ConfigurationError(.notYAML("\(error)", at: .file(file)))
        }
    }
}

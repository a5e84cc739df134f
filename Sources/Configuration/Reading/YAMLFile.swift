import Content
import Yams

/// Reads a YAML file that another module knows, as the configuration is read: bounded, without aliases, every fault with its place, and
/// a key that nobody asked for refused.
package enum YAMLFile {
    /// The value of a file's bytes; `file` is its name in errors. Throws ``ConfigurationError`` with everything that is wrong.
    package static func read<Value>(
        _ bytes: [UInt8], file: String, _ read: (inout MapReader) -> Value
    ) throws(ConfigurationError) -> Value {
        let text = try BoundedFile.text(bytes: bytes, name: file, limit: GleanerConfiguration.largestFile)
        let problems = Problems(file: file)
        let root = try YAMLDocument.root(of: text, file: file) ?? Node([(Node, Node)]())
        let value = LocatedNode(node: root, path: "", pattern: "", problems: problems).section { read(&$0) }
        let findings = problems.findings
        guard findings.isEmpty else { throw ConfigurationError(findings: findings) }
        return value
    }
}

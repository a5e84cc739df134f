import Content
import Foundation
import Yams

extension ScorerManifest {
    /// The names of a manifest's file.
    public static let fileNames = ["scorer.yaml", "scorer.json"]
    private static let largestFile = 100_000

    /// Whether people, or a disk that folds case, may take a file of this name for a manifest.
    public static func looksLikeManifest(_ name: String) -> Bool {
        ["scorer.yaml", "scorer.yml", "scorer.json"].contains(name.lowercased())
    }

    /// Reads the manifest of a scorer's folder. Throws ``ConfigurationError`` with everything that is wrong; `shown` is the
    /// folder's name in errors.
    public init(folder: String, shown: String) throws(ConfigurationError) {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        let found = names.filter { Self.looksLikeManifest($0) }
        guard found.count < 2 else {
            throw ConfigurationError(.severalManifests(in: shown, found))
        }
        guard let name = found.first, Self.fileNames.contains(name) else {
            throw ConfigurationError(.noManifest(in: shown))
        }
        let path = folder + "/" + name
        guard (try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType) == .typeRegular
        else {
            throw ConfigurationError(.manifestIsALink(shown + "/" + name))
        }
        let text = try BoundedFile.text(
            path: path, name: shown + "/" + name, limit: Self.largestFile, remedy: FileRemedy.manifest)
        try self.init(text: text, file: shown + "/" + name)
    }

    /// Reads a manifest's text: YAML, of which JSON is a part.
    public init(text: String, file: String) throws(ConfigurationError) {
        let problems = Problems(file: file)
        let root = try YAMLDocument.root(of: text, file: file) ?? Node([(Node, Node)]())
        self = LocatedNode(node: root, path: "", pattern: "", problems: problems).section { map in
            ScorerManifest(reading: &map)
        }
        let findings = problems.findings
        guard findings.isEmpty else { throw ConfigurationError(findings: findings) }
    }

    private init(reading map: inout MapReader) {
        name = map.requiredText("name", expected: "letters and digits, beginning with a capital") { text in
            Self.isName(text) ? nil : Check.Fault(expected: "letters and digits, beginning with a capital, as Brevity")
        }
        version = map.requiredText("version", expected: "a text such as \"1.0\"") { text in
            text.count <= 40 ? nil : Check.Fault(expected: "a version of at most 40 characters")
        }
        summary = map.requiredText("summary", expected: "one line that a teacher understands") { text in
            text.count <= 200 ? nil : Check.Fault(expected: "at most 200 characters")
        }
        say = map.choice("say", default: Say.neither)
        command = map.texts("command", default: [], check: Check.nothing)
        if command.isEmpty {
            if let empty = map.value("command") {
                empty.report { .commandIsEmpty(at: $0) }
            } else {
                _ = map.requiredText("command", expected: "a program and its arguments", check: Check.nothing)
            }
        }
        face = map.choice("face", default: ScorerFace.json)
        items = Self.columns("items", in: &map)
        learners = Self.columns("learners", in: &map)
        measures = map.texts("measures", default: []) { text in
            let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" } && text.count <= 40
            return isPlain ? nil : Check.Fault(expected: "at most 40 letters, digits, blanks and hyphens")
        }
        options = map.section("options") { names in
            var options: [String: Option] = [:]
            for (name, value) in names.namedValues() { options[name] = value.section { Option(reading: &$0) } }
            return options
        }
        limits = map.section("limits") { Limits(reading: &$0) }
        reads = map.texts("reads", default: []) { path in
            let parts = path.split(separator: "/")
            let isPath = path.hasPrefix("/") && !parts.isEmpty && !parts.contains("..") && !parts.contains(".")
            return isPath ? nil : Check.Fault(expected: "an absolute path of a folder or file")
        }
    }

    /// Whether a text may be a scorer's name.
    public static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, (0x41...0x5A).contains(first), bytes.count <= 40 else { return false }
        return bytes.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
    }

    private static func columns<Column: RawRepresentable<String> & CaseIterable>(
        _ key: String, in map: inout MapReader
    ) -> [Column] {
        let known = Column.allCases.map(\.rawValue)
        let names = map.texts(key, default: []) { text in
            if known.contains(text) { return nil }
            return Check.Fault(
                expected: known.joined(separator: ", "), remedy: NearestName.hint(for: text, among: known).trimmed)
        }
        return Column.allCases.filter { names.contains($0.rawValue) }
    }
}

extension ScorerManifest.Option {
    init(reading map: inout MapReader) {
        value = map.value("default").map { OptionTree.read($0) } ?? .null
        summary = map.text("summary", default: "")
        let least = map.value("least")?.number(-1e15...1e15)
        let most = map.value("most")?.number(-1e15...1e15)
        let bounds = (least ?? -1e15, most ?? 1e15)
        range = (least == nil && most == nil) || bounds.0 > bounds.1 ? nil : bounds.0...bounds.1
    }
}

extension ScorerManifest.Limits {
    init(reading map: inout MapReader) {
        start = map.integer("start-seconds", 1...600, default: start)
        items = map.integer("items-seconds", 1...3_600, default: items)
        batch = map.integer("batch-seconds", 1...600, default: batch)
        memory = map.integer("memory-megabytes", 16...65_536, default: memory)
        files = map.integer("files-megabytes", 1...16_384, default: files)
        processor = map.integer("processor-seconds", 1...86_400, default: processor)
    }
}

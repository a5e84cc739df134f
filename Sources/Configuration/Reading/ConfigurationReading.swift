import Content
import Yams

extension GleanerConfiguration {
    /// The largest file that is read, in bytes.
    public static let largestFile = 1_000_000

    /// Reads the text of a `gleaner.yaml`; `file` is its name in errors. A key that is absent or null takes its default.
    /// Throws ``ConfigurationError`` with everything that is wrong.
    public init(yaml: String, file: String = "gleaner.yaml") throws(ConfigurationError) {
        let bytes = Array(yaml.utf8)
        self = try Self.reading(try BoundedFile.text(bytes: bytes, name: file, limit: Self.largestFile), file: file)
            .value
    }

    /// Reads the configuration of a working folder. Throws ``ConfigurationError`` with everything that is wrong.
    public init(of folder: WorkingFolder) throws(ConfigurationError) {
        let name = folder.name(of: folder.configuration)
        let text = try BoundedFile.text(
            path: folder.configuration, name: name, limit: Self.largestFile,
            remedy: FileRemedy.configuration)
        self = try Self.reading(text, file: name).value
    }

    /// The configuration and the keys that were asked for on the way, which are all that exist.
    static func reading(
        _ text: String, file: String
    ) throws(ConfigurationError) -> (value: GleanerConfiguration, knownKeys: Set<String>) {
        let problems = Problems(file: file)
        let root = try YAMLDocument.root(of: text, file: file) ?? Node([(Node, Node)]())
        let configuration = LocatedNode(node: root, path: "", pattern: "", problems: problems)
            .section { GleanerConfiguration(reading: &$0) }
        let findings = problems.findings
        guard findings.isEmpty else { throw ConfigurationError(findings: findings) }
        return (configuration, problems.knownKeys)
    }

    private init(reading map: inout MapReader) {
        let defaults = GleanerConfiguration()
        school = map.section("school") { SchoolSettings(reading: &$0) }
        feeds = FeedSource.list("feeds", in: &map, default: defaults.feeds)
        fetching = map.section("fetching") { FetchingSettings(reading: &$0) }
        lists = map.section("lists") { ListSettings(reading: &$0) }
        suitability = map.section("suitability") { SuitabilitySettings(reading: &$0) }
        scorers = map.section("scorers") { names in
            var settings: [String: ScorerSettings] = [:]
            for (name, value) in names.namedValues() {
                settings[name] = value.section { ScorerSettings(reading: &$0) }
            }
            return settings
        }
        mail = map.section("mail") { MailSettings(reading: &$0) }
        print = map.section("print") { PrintSettings(reading: &$0) }
        let formNames = map.texts("forms", default: ListForm.defaults.map(\.rawValue), check: Check.form)
        forms = ListForm.allCases.filter { formNames.contains($0.rawValue) }
        operation = map.section("operation") { OperationSettings(reading: &$0) }
        desk = map.section("desk") { DeskSettings(reading: &$0) }
        schools = SchoolEntry.all(in: &map, of: self)
        schedules = ScheduleSettings.all(in: &map, schools: schools)
    }
}

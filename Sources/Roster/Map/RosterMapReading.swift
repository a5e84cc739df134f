import Configuration
import Content

extension RosterMap {
    /// Reads a map's YAML; `file` is its name in errors. Throws ``Configuration/ConfigurationError`` with everything that is wrong, by place.
    public init(yaml: [UInt8], file: String) throws(ConfigurationError) {
        self = try YAMLFile.read(yaml, file: file) { RosterMap(reading: &$0) }
    }

    private init(reading map: inout MapReader) {
        format = map.choice("format", default: Format.csv)
        guard format == .csv else {
            map.section("file") { file.dates = Self.dates(&$0) }
            map.section("learner") { learner.language = Self.sources("language", &$0) }
            map.section("guardian") { guardianLanguage = Self.sources("language", &$0) }
            return
        }
        map.section("file") { file = File(reading: &$0) }
        map.section("skip") { columns in
            for (column, value) in columns.namedValues() {
                skip.append(Skip(column: column.trimmed, texts: value.texts()))
            }
        }
        if map.has("learner") {
            map.section("learner") { learner = Learner(reading: &$0) }
        } else {
            _ = map.requiredText("learner", expected: "what columns say of a learner", check: Check.nothing)
        }
        guardians = (map.elements("guardians") ?? []).map { $0.section { Guardian(reading: &$0) } }
        map.section("teacher") { teacher = Teacher(reading: &$0) }
        map.section("values") { meanings in
            for meaning in Meaning.allCases {
                meanings.section(meaning.rawValue) { texts in
                    for (text, value) in texts.namedValues() {
                        let said = value.isNull ? "" : value.text(check: meaning.check)
                        values[meaning, default: [:]][Self.key(text)] = said ?? ""
                    }
                }
            }
        }
    }

    /// A cell's text as it is looked up: whatever its case and the blanks in it.
    static func key(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The columns, or the text, that a value comes from: one, or several of which the first that is not empty counts.
    fileprivate static func sources(_ key: String, _ map: inout MapReader) -> [Source] {
        map.texts(key, default: [], check: Check.nothing).map { text in
            text.hasPrefix("=") ? .constant(text.dropFirst().trimmed) : .column(text)
        }
    }

    fileprivate static func dates(_ map: inout MapReader) -> DayOrder? {
        guard map.has("dates") else {
            _ = map.value("dates")
            return nil
        }
        return map.choice("dates", default: DayOrder.dayFirst)
    }
}

extension RosterMap.File {
    fileprivate init(reading map: inout MapReader) {
        encoding = map.optionalText("encoding") { name in
            TextDecoding.isKnown(name)
                ? nil : Check.Fault(expected: "an encoding such as \(TextDecoding.names.joined(separator: ", "))")
        }
        let expected = "one character between cells, such as ; or , or tab"
        delimiter = map.value("delimiter")?.verbatim(expected: expected) { text in
            Self.delimiter(text) == nil ? Check.Fault(expected: expected) : nil
        }.flatMap { Self.delimiter($0) }
        header = map.integer("header", 1...1_000, default: 1)
        dates = RosterMap.dates(&map)
    }

    private static func delimiter(_ text: String) -> String? {
        let named = ["tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"][text.lowercased()] ?? text
        guard named.utf8.count == 1, named != "\"", named != "\n", named != "\r" else { return nil }
        return named
    }
}

extension RosterMap.Learner {
    fileprivate init(reading map: inout MapReader) {
        if map.has("id") {
            id = RosterMap.sources("id", &map)
        } else {
            _ = map.requiredText("id", expected: "the column with the learner's id", check: Check.nothing)
        }
        given = RosterMap.sources("given", &map)
        family = RosterMap.sources("family", &map)
        if given.isEmpty, family.isEmpty, !map.has("name") {
            let expected = "the column with the name, or 'given' and 'family'"
            _ = map.requiredText("name", expected: expected, check: Check.nothing)
        } else {
            name = RosterMap.sources("name", &map)
        }
        nameOrder = map.choice("name-order", default: .firstLast)
        grade = RosterMap.sources("grade", &map)
        classes = RosterMap.sources("class", &map)
        classSeparator = map.value("class-separator")?.verbatim(expected: "what stands between classes") ?? ";"
        school = RosterMap.sources("school", &map)
        email = RosterMap.sources("email", &map)
        language = RosterMap.sources("language", &map)
        active = RosterMap.sources("active", &map)
        until = RosterMap.sources("until", &map)
    }
}

extension RosterMap.Guardian {
    fileprivate init(reading map: inout MapReader) {
        if map.has("email") {
            email = RosterMap.sources("email", &map)
        } else {
            _ = map.requiredText("email", expected: "the column with the address", check: Check.nothing)
        }
        language = RosterMap.sources("language", &map)
        consent = RosterMap.sources("consent", &map)
        separator = map.value("separator")?.verbatim(expected: "what stands between addresses")
    }
}

extension RosterMap.Teacher {
    fileprivate init(reading map: inout MapReader) {
        name = RosterMap.sources("name", &map)
        email = RosterMap.sources("email", &map)
    }
}

extension RosterMap.Meaning {
    /// What a cell can mean.
    fileprivate func check(_ text: String) -> Check.Fault? {
        switch self {
        case .school: return nil
        case .grade:
            if text.lowercased() == "none" { return nil }
            if case .grade = SchoolGrade().read(text) { return nil }
            return Check.Fault(expected: "K, a school grade from 0 to 13, or none")
        case .language:
            return LanguageCell.tag(text) == nil ? Check.Fault(expected: LanguageCell.expected) : nil
        case .active, .consent: return YesNoWords.read(text) == nil ? Check.Fault(expected: "yes or no") : nil
        }
    }
}

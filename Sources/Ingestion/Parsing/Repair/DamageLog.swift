import Content

/// A kind of damage that is repaired or left out while a feed is read.
enum Damage: Int, CaseIterable {
    case wrongEncodingLabel
    case undecodableBytes
    case tooLongDocument
    case junkBeforeRoot
    case junkAfterRoot
    case forbiddenCharacters
    case bareMarkupCharacters
    case unknownEntities
    case brokenTags
    case brokenAttributes
    case mismatchedTags
    case unclosedSection
    case tooDeep
    case tooManyAttributes
    case tooManyNames
    case tooLongText
    case tooManyEntries
    case tooManyValues
    case unreadableDate
    case unsafeAddress
    case tooLongAddress
    case brokenValue
    case parserError

    /// The finding's sentence.
    var problem: String {
        switch self {
        case .wrongEncodingLabel: "The text is not in the encoding that the feed names; it was read as what it is."
        case .undecodableBytes:
            "Some bytes are no text in the feed's encoding; they were read as windows-1252 or marked."
        case .tooLongDocument: "The document is not UTF-8 and too long to be made so; its end was left out."
        case .junkBeforeRoot: "There is something other than the feed before its first tag; it was left out."
        case .junkAfterRoot: "There is something after the feed's last tag; it was left out."
        case .forbiddenCharacters: "Some characters are not allowed in XML; they were left out."
        case .bareMarkupCharacters: "Some & or < are not escaped; they were read as text."
        case .unknownEntities: "Some entities are not known; they were left as they are written."
        case .brokenTags: "Some tags are cut off or unreadable; they were left out."
        case .brokenAttributes: "Some attributes are broken or given twice; they were mended or left out."
        case .mismatchedTags: "Some tags are not closed, or closed without being open; they were balanced."
        case .unclosedSection: "A comment, CDATA section or instruction has no end; its start was left out."
        case .tooDeep: "Elements are nested too deeply; the deepest tags were left out, their text was kept."
        case .tooManyAttributes: "An element has too many or too long attributes; the rest were left out."
        case .tooManyNames: "There are too many names of elements and attributes; the rest of them are not told apart."
        case .tooLongText: "A text is too long; its end was left out."
        case .tooManyEntries: "The feed has too many entries; the rest were left out."
        case .tooManyValues: "An entry has too many values of a kind; the rest were left out."
        case .unreadableDate: "Some dates could not be read; those entries go by the time of first sight."
        case .unsafeAddress: "Some addresses are not safe to follow; they were left out."
        case .tooLongAddress: "Some addresses are too long; they were left out."
        case .brokenValue: "Some values are not of the kind they should be; they were left out."
        case .parserError: "The XML still has errors after repair; what could be read was kept."
        }
    }

    /// How bad it is: a note where nothing of the text was lost.
    var severity: Finding.Severity {
        switch self {
        case .wrongEncodingLabel, .junkBeforeRoot, .junkAfterRoot, .bareMarkupCharacters, .unknownEntities: .note
        default: .warning
        }
    }
}

/// Counts of damage, in a fixed order of kinds.
struct DamageLog: Sendable, Equatable {
    private var counts = [Int](repeating: 0, count: Damage.allCases.count)

    mutating func note(_ damage: Damage) { counts[damage.rawValue] += 1 }

    mutating func merge(_ other: DamageLog) {
        for index in counts.indices { counts[index] += other.counts[index] }
    }

    func count(of damage: Damage) -> Int { counts[damage.rawValue] }

    /// One finding a kind that occurred, with its number.
    func findings(at address: String) -> [Finding] {
        Damage.allCases.compactMap { damage in
            let count = counts[damage.rawValue]
            return count > 0 ? .damaged(address, by: damage, times: count) : nil
        }
    }
}

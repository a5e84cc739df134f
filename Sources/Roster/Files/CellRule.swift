import Content

/// What may stand in a cell, and the one form in which it is kept. An empty cell is empty under every rule.
enum CellRule: Sendable {
    /// An id: up to 64 characters without `;`.
    case identifier
    /// Any text of up to 200 characters.
    case text
    /// Texts separated by `;`, so many of up to 100 characters.
    case list(most: Int)
    /// One mail address.
    case mailAddress
    /// Mail addresses separated by `;`.
    case mailAddresses
    /// One BCP 47 tag, kept as a primary tag.
    case language
    /// BCP 47 tags separated by `;`, kept as primary tags.
    case languages
    /// The same, one for each of several people: one may stand twice.
    case languagesEach
    /// A school grade: K or 0…13, also as school information systems write them: KG, PK, TK, 05, 5th.
    case grade
    /// A whole number in a range.
    case number(ClosedRange<Int>)
    /// A reading level as a school grade, 0…16, kept without needless zeros.
    case level
    /// A reading level, or `-` to take one back.
    case levelOrNothing
    /// A day as `YYYY-MM-DD`.
    case date
    /// Yes or no in several languages, kept as `yes` and `no`.
    case yesNo
    /// A box that is ticked, kept as `yes`: a yes, an x.
    case tick

    /// What can be read of a cell's text, in its one form. A part of a list that cannot be read costs that part.
    func read(_ cell: String) -> CellReading {
        let text = cell.trimmed
        if text.isEmpty { return CellReading(value: "") }
        if isList { return list(text) }
        do throws(CellFault) {
            return CellReading(value: try one(text))
        } catch {
            return CellReading(losses: [CellReading.Loss(text: text, fault: error)])
        }
    }

    /// One value in its one form; of a list, one part. Throws what was expected.
    private func one(_ text: String) throws(CellFault) -> String {
        guard !text.hasControlCharacter else {
            throw .plainText
        }
        switch self {
        case .identifier: return try Self.identifier(text)
        case .text: return try Self.short(text, 200)
        case .list: return try Self.short(text, 100)
        case .mailAddress, .mailAddresses: return try Self.mailAddress(text)
        case .language, .languages, .languagesEach: return try Self.language(text)
        case .grade: return try Self.grade(text)
        case .number(let range): return try Self.number(text, range)
        case .level: return try LevelRule.value(of: text)
        case .levelOrNothing: return text == CheckInRow.nothing ? text : try LevelRule.value(of: text)
        case .date: return try Self.date(text)
        case .yesNo: return try Self.yesNo(text)
        case .tick: return ["x", "ok", "✓", "✔"].contains(text.lowercased()) ? "yes" : try Self.yesNo(text)
        }
    }

    /// The parts of a list in their one form, without doubles, joined by `;`.
    private func list(_ text: String) -> CellReading {
        // Spreadsheets let a person write a list with line breaks in its cell; the reader makes each a line feed.
        let text = text.split(separator: "\n").joined(separator: ";")
        var parts: [String] = []
        var known: Set<String> = []
        var losses: [CellReading.Loss] = []
        for item in items(text) {
            do throws(CellFault) {
                let part = try one(item)
                guard known.insert(part.lowercased()).inserted || isOneEach else { continue }
                guard parts.count < longestList else {
                    losses.append(CellReading.Loss(text: item, fault: .fewerEntries))
                    break
                }
                parts.append(part)
            } catch {
                losses.append(CellReading.Loss(text: item, fault: error))
            }
        }
        return CellReading(value: parts.isEmpty && !losses.isEmpty ? nil : parts.joined(separator: ";"), losses: losses)
    }

    /// The parts of a list. Addresses are parted as people write them: by commas and blanks too, with names beside them.
    private func items(_ text: String) -> [String] {
        if case .mailAddresses = self { return MailCell.written(text) }
        return Fact.list(text)
    }

    /// The most parts of a list. What must not come is bounded by the cell's length alone: no part of it may be dropped.
    private var longestList: Int {
        if case .list(let most) = self { most } else { 50 }
    }

    private var isList: Bool {
        switch self {
        case .list, .mailAddresses, .languages, .languagesEach: true
        default: false
        }
    }

    private var isOneEach: Bool {
        if case .languagesEach = self { true } else { false }
    }

    private static func identifier(_ text: String) throws(CellFault) -> String {
        guard text.count <= 64, !text.contains(";") else {
            throw .identifier
        }
        guard !SourceID.isSpoilt(text) else { throw .spoiltID }
        return text
    }

    private static func short(_ text: String, _ longest: Int) throws(CellFault) -> String {
        guard text.count <= longest else { throw .shorter(most: longest) }
        return text
    }

    private static func mailAddress(_ written: String) throws(CellFault) -> String {
        let text = MailDomain.ascii(written)
        if let problem = MailAddress.problem(in: text) {
            throw .mailAddress(problem)
        }
        return text
    }

    private static func language(_ text: String) throws(CellFault) -> String {
        let primary = text.lowercased().split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }.first ?? ""
        guard (2...3).contains(primary.utf8.count), primary.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            throw .languages
        }
        return String(primary)
    }

    private static func grade(_ text: String) throws(CellFault) -> String {
        if ["K", "KG", "KF", "PK", "TK"].contains(text.uppercased()) { return "0" }
        let isOrdinal = ["st", "nd", "rd", "th"].contains { text.lowercased().hasSuffix($0) }
        do throws(CellFault) {
            return try number(isOrdinal ? String(text.dropLast(2)) : text, 0...13)
        } catch {
            throw .grade
        }
    }

    private static func number(_ text: String, _ range: ClosedRange<Int>) throws(CellFault) -> String {
        guard text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(text), range.contains(number) else {
            throw .number(in: range)
        }
        return String(number)
    }

    private static func date(_ text: String) throws(CellFault) -> String {
        guard let date = CalendarDate(iso: text) else {
            throw .day
        }
        return date.iso
    }

    private static func yesNo(_ text: String) throws(CellFault) -> String {
        guard let said = YesNoWords.read(text.precomposed) else { throw .yesOrNo }
        return said
    }
}

extension String {
    /// Whether a character of Unicode's category Cc is in it: below U+0020, and from U+007F to U+009F. Over bytes, because it
    /// is asked for every cell of a large file.
    fileprivate var hasControlCharacter: Bool {
        var previous: UInt8 = 0
        for byte in utf8 {
            if byte < 0x20 || byte == 0x7F || (previous == 0xC2 && byte < 0xA0) { return true }
            previous = byte
        }
        return false
    }

    /// With `i` and a combining acute accent as the one letter that most keyboards give.
    fileprivate var precomposed: String { lowercased() == "si\u{301}" ? "sí" : self }
}

/// Reads the encoding label of an XML declaration as the WHATWG encoding standard does.
enum EncodingLabel {
    /// The label in the XML declaration, lower case; nil when there is none.
    static func declared(in bytes: ArraySlice<UInt8>) -> String? {
        let head = bytes.prefix(1_024)
        guard let declaration = head.firstIndex(ofText: "<?xml"),
            let end = head[declaration...].firstIndex(of: UInt8(ascii: ">")),
            let key = head[declaration..<end].firstIndex(ofText: "encoding")
        else { return nil }
        var at = key + 8
        while at < end, head[at].isXMLSpace || head[at] == UInt8(ascii: "=") { at += 1 }
        guard at < end, head[at] == UInt8(ascii: "\"") || head[at] == UInt8(ascii: "'") else { return nil }
        let quote = head[at]
        let label = head[(at + 1)..<end].prefix { $0 != quote }
        let text = String(decoding: label.map(\.asciiLowercased).filter { !$0.isXMLSpace }, as: UTF8.self)
        return text.isEmpty ? nil : text
    }

    /// The converter's name of the encoding that a label stands for; nil for a label that stands for none.
    static func encoding(for label: String) -> String? {
        switch label {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8", "utf-16", "utf-16le", "utf-16be", "utf-32",
            "ucs-2", "ucs-4", "u16", "utf16", "iso-10646-ucs-2", "unicode":
            // The bytes have already been found not to be UTF-16 or UTF-32: the standard then reads UTF-8.
            return "UTF-8"
        case "us-ascii", "ascii", "ansi_x3.4-1968", "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1",
            "latin-1", "l1", "cp1252", "cp819", "windows-1252", "x-cp1252", "iso-ir-100", "ibm819", "ansi":
            return "WINDOWS-1252"
        case "iso-8859-9", "iso8859-9", "latin5", "l5", "cp1254", "windows-1254", "x-cp1254": return "CP1254"
        case "iso-8859-11", "tis-620", "windows-874", "dos-874", "iso8859-11": return "CP874"
        case "iso-8859-8-i", "iso-8859-8-e", "iso-8859-8", "hebrew", "visual", "logical": return "ISO-8859-8"
        case "gb2312", "gb_2312-80", "gbk", "gb18030", "x-gbk", "chinese", "csgb2312", "gb_2312", "cp936",
            "windows-936", "iso-ir-58", "gb2312-80", "euc-cn":
            return "GB18030"
        case "big5", "big5-hkscs", "cn-big5", "x-x-big5", "csbig5", "cp950", "big5hkscs": return "BIG5-HKSCS"
        case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "ms932", "csshiftjis", "cp932":
            return "CP932"
        case "euc-jp", "x-euc-jp", "cseucpkdfmtjapanese", "eucjp", "ujis": return "EUC-JP-MS"
        case "iso-2022-jp", "csiso2022jp": return "ISO-2022-JP-3"
        case "iso-2022-kr", "csiso2022kr": return "ISO-2022-KR"
        case "euc-kr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "korean", "windows-949", "cp949",
            "uhc", "cseuckr", "iso-ir-149", "euckr":
            return "UHC"
        case "koi8-r", "koi", "koi8", "koi8_r", "cskoi8r": return "KOI8-R"
        case "koi8-u", "koi8-ru": return "KOI8-U"
        case "macintosh", "mac", "x-mac-roman", "csmacintosh", "macroman", "mac-roman": return "MACINTOSH"
        case "x-mac-cyrillic", "x-mac-ukrainian", "mac-cyrillic": return "MAC-CYRILLIC"
        case "ibm866", "cp866", "866", "csibm866": return "IBM866"
        default: return numbered(label)
        }
    }

    /// Whether letters of the encoding take more than one byte.
    static func isMultiByte(_ encoding: String) -> Bool {
        ["GB18030", "BIG5-HKSCS", "CP932", "EUC-JP-MS", "ISO-2022-JP-3", "ISO-2022-KR", "UHC"].contains(encoding)
    }

    /// Whether all bytes of the encoding are ASCII's.
    static func isSevenBit(_ encoding: String) -> Bool { ["ISO-2022-JP-3", "ISO-2022-KR"].contains(encoding) }

    /// `windows-125x` and `iso-8859-x` in their many spellings.
    private static func numbered(_ label: String) -> String? {
        for (prefixes, name, range) in [
            (["windows-", "windows", "cp", "x-cp", "win-", "win"], "CP", 1250...1258),
            (["iso-8859-", "iso8859-", "iso_8859-", "iso8859", "iso-8859"], "ISO-8859-", 2...16),
        ] {
            for prefix in prefixes where label.hasPrefix(prefix) {
                if let number = Int(label.dropFirst(prefix.count)), range.contains(number) {
                    return name + String(number)
                }
            }
        }
        let names = [
            "latin2": "ISO-8859-2", "l2": "ISO-8859-2", "latin3": "ISO-8859-3", "latin4": "ISO-8859-4",
            "cyrillic": "ISO-8859-5", "arabic": "ISO-8859-6", "greek": "ISO-8859-7", "latin6": "ISO-8859-10",
            "latin-9": "ISO-8859-15", "latin9": "ISO-8859-15", "l9": "ISO-8859-15",
        ]
        return names[label]
    }
}

/// What is no table, though it may stand in one's place: what a portal sends to somebody who is not logged in, a workbook.
enum ForeignFile {
    /// What some bytes are, in words, where they are no table; nil: they may be one.
    static func kind(of bytes: [UInt8]) -> Kind? {
        for (start, kind) in starts where bytes.starts(with: start) { return kind }
        let text = bytes.prefix(600).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
        guard text.first == UInt8(ascii: "<") else { return nil }
        let start = String(decoding: text.prefix(400), as: UTF8.self).lowercased()
        let isPage = [
            "<!doctype html", "<html", "<head", "<body", "<script", "<meta", "<!--", "<?xml", "<div", "<title",
        ]
        .contains { start.hasPrefix($0) }
        return isPage ? .webPage : nil
    }

    /// What it may be.
    enum Kind: Hashable, Sendable { case webPage, workbook, document, archive }

    private static let starts: [([UInt8], Kind)] = [
        ([0x50, 0x4B, 0x03, 0x04], .workbook), ([0xD0, 0xCF, 0x11, 0xE0], .workbook),
        (Array("%PDF".utf8), .document), (Array("{\\rtf".utf8), .document), ([0x1F, 0x8B], .archive),
        (Array("7z\u{BC}".unicodeScalars.map { UInt8($0.value) }), .archive), (Array("Rar!".utf8), .archive),
    ]
}

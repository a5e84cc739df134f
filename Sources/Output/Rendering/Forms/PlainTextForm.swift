/// A list as plain text: made for reading, for terminals, and for machines that read aloud.
enum PlainTextForm {
    static func bytes(of list: ListInWords) -> [UInt8] {
        var lines = [
            list.heading, ([list.date] + list.origin).joined(separator: " · "), "", list.greeting, list.overview,
        ]
        lines += [""] + list.notices.map { "* \($0)" }
        for item in list.items {
            lines += ["", "\(item.place). \(item.title)", "   \(item.feed) · \(item.measure)"]
            if let address = item.url ?? item.linkMissing { lines.append("   \(address)") }
            if !item.summary.isEmpty { lines += ["", "   \(item.summary)", ""] }
            if !item.reason.isEmpty { lines.append("   \(list.why) \(item.reason)") }
            lines.append("   \(list.code): \(item.code)")
        }
        lines += ["", list.sayHow, "", list.dataHeading, ""] + list.data.map { "* \($0)" } + ["", list.stop, ""]
        lines.append(list.footer.joined(separator: " · "))
        var plain: [UInt8] = []
        for line in lines {
            Escape.plain(line, into: &plain)
            plain.append(UInt8(ascii: "\n"))
        }
        return TextWrap.wrapped(plain)
    }
}

/// A list as Markdown (CommonMark): for wikis and learning platforms.
enum MarkdownForm {
    static func bytes(of list: ListInWords) -> [UInt8] {
        var text = "# \(escaped(list.heading))\n\n\(escaped(([list.date] + list.origin).joined(separator: " · ")))\n\n"
        text += "\(escaped(list.greeting))\n\n\(escaped(list.overview))\n"
        for notice in list.notices { text += "\n> \(escaped(notice))\n" }
        for item in list.items {
            let title = escaped(item.title)
            text += "\n## \(item.place)\\. \(item.url.map { "[\(title)](<\($0)>)" } ?? title)\n\n"
            text += "\(escaped(item.feed)) · \(escaped(item.measure))\n"
            if let missing = item.linkMissing { text += "\n\(escaped(missing))\n" }
            if !item.summary.isEmpty { text += "\n\(escaped(item.summary))\n" }
            if !item.reason.isEmpty { text += "\n*\(escaped(item.reason))*\n" }
            text += "\n\(escaped(list.code)): `\(item.code)`\n"
        }
        text += "\n\(escaped(list.sayHow))\n\n## \(escaped(list.dataHeading))\n\n"
        for line in list.data { text += "- \(escaped(line))\n" }
        text += "\n\(escaped(list.stop))\n\n\(escaped(list.footer.joined(separator: " · ")))\n"
        return Array(text.utf8)
    }

    /// A text in which nothing is taken for markup.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for (index, scalar) in text.unicodeScalars.enumerated() {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "!", "$", "{", "}": result.append("\\")
            // These begin a list or a rule only where a line begins.
            case "-", "+", "=", ":": if index == 0 { result.append("\\") }
            default: break
            }
            result.append(scalar)
        }
        let text = String(result)
        // `1.` and `1)` begin a numbered list.
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text[digits.endIndex...]
        guard !digits.isEmpty, rest.hasPrefix(".") || rest.hasPrefix(")") else { return text }
        return digits + "\\" + rest
    }
}

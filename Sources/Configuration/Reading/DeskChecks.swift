import Content

extension Check {
    /// Where a server listens.
    static func listening(_ text: String) -> Fault? {
        if DeskSettings.place(text) != nil { return nil }
        return Fault(
            expected: "HOST:PORT or unix:PATH, such as 127.0.0.1:8487",
            remedy: "The host is an address in numbers; the path has at most 100 bytes.")
    }

    /// What is typed into a browser: an `http` or `https` address of a machine, without a path.
    static func deskAddress(_ text: String) -> Fault? {
        let expected = "an address such as https://reading.school.example, without a path"
        guard let scheme = text.webScheme else { return Fault(expected: expected) }
        let host = text.dropFirst(scheme.count)
        let isPlain = !host.isEmpty && host.allSatisfy { $0.isASCII && !$0.isWhitespace && !"/?#@\"'<>\\".contains($0) }
        return isPlain ? nil : Fault(expected: expected)
    }

    /// A header field's name (RFC 9110, 5.1), and none that every browser sends.
    static func headerName(_ text: String) -> Fault? {
        let isName =
            !text.isEmpty && text.utf8.count <= 60
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        let isBrowsers = ["cookie", "origin", "referer", "host", "user-agent", "accept", "accept-language", "from"]
            .contains(text.lowercased())
        return isName && !isBrowsers ? nil : Fault(expected: "the name of a header field such as X-Remote-User")
    }

    /// A machine's address in numbers.
    static func machine(_ text: String) -> Fault? {
        MachineAddress(text) == nil ? Fault(expected: "an address in numbers such as 127.0.0.1") : nil
    }
}

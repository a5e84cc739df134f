/// What a browser asked for, as a server read it, within bounds.
package struct DeskRequest: Sendable {
    /// What is to be done with what is named.
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    /// Where a request came from.
    package enum Peer: Hashable, Sendable {
        /// A unix socket, which only those can reach whom its folder lets in.
        case unixSocket
        /// A machine's address, as `127.0.0.1`.
        case address(String)
    }

    /// What is to be done.
    package var method: Method
    /// The parts of the path, decoded: `/review/5A` is `review`, `5A`.
    package var path: [String]
    /// The values of the address.
    package var query: DeskForm
    /// The values of the form that was sent.
    package var form: DeskForm
    /// The header fields, names in small letters, each as often as it came.
    package var headers: [(name: String, value: String)]
    /// Who sent it.
    package var peer: Peer

    /// A request by its parts.
    package init(
        _ method: Method, path: [String], query: DeskForm = .empty, form: DeskForm = .empty,
        headers: [(name: String, value: String)] = [], peer: Peer
    ) {
        (self.method, self.path, self.query, self.form) = (method, path, query, form)
        (self.headers, self.peer) = (headers, peer)
    }

    /// Reads a target (`/review/5A?edition=…`) into path and query; nil where it is malformed.
    package static func target(_ text: String) -> (path: [String], query: DeskForm)? {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= 4_000 else { return nil }
        let parts = bytes.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        var path: [String] = []
        for part in parts[0].dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let text = PercentText.decoded(part, plusIsBlank: false), text != ".", text != "..",
                !text.contains(where: \.isNewline)
            else { return nil }
            path.append(text)
        }
        // A stroke at the end changes nothing.
        if path.last == "" { path.removeLast() }
        guard !path.contains("") else { return nil }
        let query = parts.count > 1 ? DeskForm(encoded: parts[1]) : DeskForm.empty
        return query.map { (path, $0) }
    }

    /// Path and query, as an address has them.
    package var target: String {
        let path = "/" + path.map(PercentText.encoded).joined(separator: "/")
        let query = query.values.map { "\(PercentText.encoded($0.name))=\(PercentText.encoded($0.value))" }
        return query.isEmpty ? path : path + "?" + query.joined(separator: "&")
    }

    /// The one value of a header field; nil where it did not come or came several times.
    package func header(_ name: String) -> String? {
        let found = headers.filter { $0.name == name }
        return found.count == 1 ? found[0].value : nil
    }

    /// The value of a cookie; nil where there is none or several.
    package func cookie(_ name: String) -> String? {
        let pairs = headers.filter { $0.name == "cookie" }.flatMap { $0.value.split(separator: ";") }
        let found = pairs.compactMap { pair -> String? in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, String(parts[0]).trimmingBlanks == name else { return nil }
            return String(parts[1]).trimmingBlanks
        }
        return found.count == 1 ? found[0] : nil
    }
}

extension String {
    /// Without blanks at both ends.
    fileprivate var trimmingBlanks: String {
        var rest = self[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}

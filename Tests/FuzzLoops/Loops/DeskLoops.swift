#if DEBUG
    @testable import Desk

    extension FuzzLoop {
        /// The target of a request to the desk, and a form.
        static let deskRequest = FuzzLoop(
            "desk-request",
            seeds: [
                Array("/review/5A?edition=weekly%402026-09-07".utf8), Array("/find?words=black+hole&level=4..6".utf8),
                Array("token=ab&tick=am&tick=bh&wish=sea+turtles%21".utf8), Array("/as/ana/mail?to=guardian".utf8),
            ],
            words: ["%", "%2F", "%2e%2e", "%00", "%FF", "%C3%A1", "+", "&", "=", "?", "/", "//", "/../", "#", ";"]
        ) { bytes in
            var found: [String] = []
            let text = String(decoding: bytes, as: UTF8.self)
            if let (path, query) = DeskRequest.target(text) {
                if path.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
                    found.append("a path that climbs")
                }
                if path.contains(where: { $0.unicodeScalars.contains { $0.value < 0x20 && $0.value != 9 } }) {
                    found.append("a control in a path")
                }
                let request = DeskRequest(.get, path: path, query: query, peer: .unixSocket)
                if let again = DeskRequest.target(request.target), again.path != path || again.query != query {
                    found.append("written again, another target")
                }
            }
            if let form = DeskForm(encoded: bytes) {
                let written = form.values.map { "\(PercentText.encoded($0.name))=\(PercentText.encoded($0.value))" }
                if DeskForm(encoded: Array(written.joined(separator: "&").utf8)) != form {
                    found.append("written again, another form")
                }
            }
            return found
        }
    }
#endif

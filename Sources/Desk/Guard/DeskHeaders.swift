/// The header fields that say what a browser may do with an answer.
enum DeskHeaders {
    /// Of all answers.
    private static let always: [(name: String, value: String)] = [
        ("x-content-type-options", "nosniff"), ("referrer-policy", "same-origin"), ("cache-control", "no-store"),
        ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ]

    /// Of a page of the desk: styles and script of its own alone, forms to itself alone, in nobody's frame.
    static let page =
        always + [
            ("content-type", "text/html; charset=utf-8"),
            (
                "content-security-policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
                    + "frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
            ),
            ("x-frame-options", "DENY"),
        ]

    /// Of a document that the desk shows, as a mail: no script, nothing from anywhere, no way back to the desk.
    static let document =
        always + [
            ("content-type", "text/html; charset=utf-8"),
            (
                "content-security-policy",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; "
                    + "frame-ancestors 'self'; base-uri 'none'; "
                    + "sandbox allow-popups allow-popups-to-escape-sandbox allow-modals"
            ),
        ]

    /// Of a text.
    static let text = always + [("content-type", "text/plain; charset=utf-8")]

    /// Of a file whose name changes with what it holds.
    static func file(_ type: String) -> [(name: String, value: String)] {
        always.filter { $0.name != "cache-control" } + [
            ("content-type", type), ("cache-control", "public, max-age=31536000, immutable"),
        ]
    }
}

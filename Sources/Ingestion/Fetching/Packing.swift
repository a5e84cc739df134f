import Content

/// How an answer is packed. One packing is undone, of those that grow to a bounded multiple and hand over what they undo piece by
/// piece, so that the bounds of size and time hold. In packings inside packings some thousand bytes keep the library at work for
/// hours without asking us once.
struct Packing {
    /// What a server is told that it may use.
    static let accepted = "gzip, deflate"

    /// Whether the answer may be read.
    private(set) var isAccepted = true
    private var count = 0

    /// Takes the value of a `Content-Encoding` or `Transfer-Encoding`; an answer may have several of each.
    mutating func take(_ value: String) {
        for name in value.split(separator: ",") {
            switch name.trimmed.lowercased() {
            case "", "identity", "chunked", "none": continue
            case "gzip", "x-gzip", "deflate": count += 1
            default: isAccepted = false
            }
        }
        if count > 1 { isAccepted = false }
    }
}

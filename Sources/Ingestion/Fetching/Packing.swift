import CZlib
import Content

/// How an answer is packed. One packing is undone, by us and within a bound. In packings inside packings some thousand bytes keep a
/// program at work for hours.
struct Packing {
    /// What a server is told that it may use.
    static let accepted = "gzip, deflate"

    /// Whether the answer may be read.
    private(set) var isAccepted = true
    private var isPacked = false
    private var isSentPacked = false

    /// Takes the value of a `Content-Encoding`; an answer may have several. What is no packing is none: stores of objects write
    /// `aws-chunked` or `UTF-8` there.
    mutating func take(content value: String) {
        for name in value.split(separator: ",") {
            switch name.trimmed.lowercased() {
            case "gzip", "x-gzip", "deflate":
                if isPacked || isSentPacked { isAccepted = false }
                isPacked = true
            case "br", "zstd", "compress", "x-compress", "exi", "dcb", "dcz": isAccepted = false
            default: continue
            }
        }
    }

    /// Takes the value of a `Transfer-Encoding`, which the library undoes.
    mutating func take(transfer value: String) {
        for name in value.split(separator: ",") {
            switch name.trimmed.lowercased() {
            case "", "identity", "chunked": continue
            case "gzip", "x-gzip", "deflate":
                if isPacked || isSentPacked { isAccepted = false }
                isSentPacked = true
            default: isAccepted = false
            }
        }
    }

    /// Why bytes could not be unpacked.
    enum Problem: Error {
        case tooLarge, broken
    }

    /// The document in the bytes of an answer. Files of gzip come without a word of it, too.
    func unpacked(_ bytes: [UInt8], limit: Int) throws(Problem) -> [UInt8] {
        if isPacked || Packing.isGzip(bytes) {
            // Some that say so send it plain.
            let unpacked = try Packing.inflate(bytes, limit: limit)
            if let unpacked { return unpacked }
            if Packing.isGzip(bytes) { throw .broken }
        }
        return bytes
    }

    /// Whether bytes begin as gzip's do (RFC 1952).
    static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

    /// Undoes gzip, zlib's form, or deflate alone, which some send for it; nil where it is none of them. What is cut off is broken.
    private static func inflate(_ bytes: [UInt8], limit: Int) throws(Problem) -> [UInt8]? {
        // 32: gzip or zlib, by the header; -15: neither.
        for window in [Int32(15 + 32), -15] {
            if let out = try inflate(bytes, window: window, limit: limit) { return out }
        }
        return nil
    }

    private static func inflate(_ bytes: [UInt8], window: Int32, limit: Int) throws(Problem) -> [UInt8]? {
        var stream = z_stream()
        guard gleaner_inflate_init(&stream, window) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var out: [UInt8] = []
        var input = bytes
        var piece = [UInt8](repeating: 0, count: 64 * 1_024)
        var isTooLarge = false
        var status = Z_OK
        // zlib reads `avail_in` bytes of `input` and writes at most `avail_out` of `piece`; both live as long as the loop.
        input.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            while status == Z_OK, !isTooLarge {
                piece.withUnsafeMutableBufferPointer { target in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    status = CZlib.inflate(&stream, Z_NO_FLUSH)
                    let count = target.count - Int(stream.avail_out)
                    if out.count + count > limit { isTooLarge = true } else { out += target.prefix(count) }
                }
                // A file of gzip may be several, one after the other.
                if status == Z_STREAM_END, stream.avail_in > 0, window > 0, inflateReset(&stream) == Z_OK {
                    status = Z_OK
                }
            }
        }
        if isTooLarge { throw .tooLarge }
        if status == Z_STREAM_END { return out }
        guard !out.isEmpty else { return nil }
        // Junk behind a whole document is no harm; a document without its end is.
        throw .broken
    }
}

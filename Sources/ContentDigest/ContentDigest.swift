import CGLib
import Content

/// A digest of text parts: SHA-256 by GLib, so that identities, codes and records are the same on every machine.
public struct ContentDigest: Hashable, Sendable {
    /// 64 lower-case hexadecimal digits.
    public let hex: String

    /// Digests the parts in order. Each part is preceded by its length, so that no two lists of parts run into one.
    public init(of parts: [String]) {
        var bytes: [UInt8] = []
        for part in parts {
            let text = Array(part.utf8)
            bytes.append(contentsOf: Array(String(text.count).utf8))
            bytes.append(UInt8(ascii: ":"))
            bytes.append(contentsOf: text)
        }
        self.init(ofBytes: bytes)
    }

    /// Digests bytes as they are.
    public init(ofBytes bytes: [UInt8]) {
        let sha256: Int32 = 2
        hex = bytes.withUnsafeBufferPointer { buffer in
            // GLib reads exactly `count` bytes and gives back a string of its own, freed here. It gives nil only for an
            // unknown kind of digest, which a constant cannot be.
            guard let text = g_compute_checksum_for_data(sha256, buffer.baseAddress, UInt(buffer.count)) else {
                return ""
            }
            defer { g_free(text) }
            return String(cString: text)
        }
    }

    /// The digest in the ``ItemCode/alphabet``, for codes that people type.
    public func code(length: Int) -> String {
        let alphabet = ItemCode.alphabet
        var code = ""
        var rest = hex[...]
        // Four hexadecimal digits a character: 65,536 is large against 28, so the characters are near enough even.
        while code.count < length, let value = UInt32(rest.prefix(4), radix: 16) {
            code.append(alphabet[Int(value) % alphabet.count])
            rest = rest.dropFirst(4)
        }
        return code
    }
}

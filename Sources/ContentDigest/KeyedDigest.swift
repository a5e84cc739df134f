import CGLib

/// HMAC (RFC 2104) with SHA-256, GLib's: what only who knows the key can make.
public enum KeyedDigest {
    /// The digest in hexadecimal digits; empty where GLib has no memory, which equals no digest.
    public static func sha256(of text: String, key: String) -> String {
        let (text, key) = (Array(text.utf8), Array(key.utf8))
        // GChecksumType: G_CHECKSUM_SHA256 = 2.
        guard let digest = g_compute_hmac_for_data(2, key, UInt(key.count), text, UInt(text.count)) else { return "" }
        defer { g_free(digest) }
        return String(cString: digest)
    }

    /// Whether two texts are the same, in a time that tells only how long they are.
    public static func areEqual(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count, !one.isEmpty else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

import ContentDigest

/// A secret of 26 letters and digits that only its holder knows (130 bits of chance): of an invitation or a session. The store has its digest.
public struct DeskToken: Hashable, Sendable {
    /// The secret.
    package let text: String

    /// What somebody has brought.
    package init(_ text: String) { self.text = text }

    /// A new one of 32 bytes of chance.
    package init(chance bytes: [UInt8]) {
        let parts = bytes.map { String($0) }
        text =
            ContentDigest(of: parts + ["desk, first"]).code(length: 13)
            + ContentDigest(of: parts + ["desk, second"]).code(length: 13)
    }

    /// What the store knows it by.
    package var digest: String { ContentDigest(of: ["gleaner desk token", text]).hex }

    /// What each form of a session holds beside its cookie: whoever has only the one cannot make the other.
    package var formToken: String { KeyedDigest.sha256(of: "gleaner desk form", key: text) }

    /// 32 bytes of the system's chance, which is fit for secrets. The one place of the desk that asks for it.
    package static func chance() -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        return (0..<4).flatMap { _ in withUnsafeBytes(of: source.next()) { Array($0) } }
    }
}

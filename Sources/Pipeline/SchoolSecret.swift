import Foundation

/// What only this school's machine knows: with it tokens are made that nobody else can make or read. It lies beside the
/// store, readable by the owner alone, and is made once.
enum SchoolSecret {
    /// The secret of a folder, made where it is missing.
    static func read(in folder: String) throws(SetupError) -> String {
        let path = folder + "/secret"
        if let text = try? String(contentsOfFile: path, encoding: .utf8), text.utf8.count >= 64 { return text }
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<4).map { _ in
            let hex = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - hex.count) + hex
        }.joined()
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            // Made whole under another name, so that two commands never read half of it; the first one's stays.
            let part = path + ".\(ProcessInfo.processInfo.processIdentifier)"
            guard
                FileManager.default.createFile(
                    atPath: part, contents: Data(secret.utf8), attributes: [.posixPermissions: 0o600])
            else { throw CocoaError(.fileWriteUnknown) }
            defer { try? FileManager.default.removeItem(atPath: part) }
            if (try? FileManager.default.linkItem(atPath: part, toPath: path)) == nil,
                let text = try? String(contentsOfFile: path, encoding: .utf8), text.utf8.count >= 64
            {
                return text
            }
            return secret
        } catch {
            throw SetupError(
                at: path, "the secret for one-click addresses could not be written.",
                remedy: "Check that the folder belongs to you and the disk is not full.")
        }
    }
}

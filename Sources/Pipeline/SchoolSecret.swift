import Content
import ContentDigest
import Foundation
import Glibc
import Store

/// What only this school's machine knows: with it tokens are made that nobody else can make or read. It lies beside the
/// store, readable by the owner alone, and is made once. The store keeps its digest: without the secret that mails were made
/// with nobody can stop them any more, so that a lost or damaged one is an error and never a new one.
package enum SchoolSecret {
    /// The secret of a folder as it is; nil where there is none. Throws ``SetupError`` where it cannot be used.
    package static func read(in folder: String) throws(SetupError) -> String? {
        let path = path(in: folder)
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw damaged(folder, "it cannot be looked at (\(String(cString: strerror(errno))))")
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw damaged(folder, "it is no plain file") }
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { throw damaged(folder, "it cannot be read (\(String(cString: strerror(errno))))") }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = Glibc.read(file, &bytes, bytes.count)
        guard count >= 0 else { throw damaged(folder, "it cannot be read (\(String(cString: strerror(errno))))") }
        let text = String(decoding: bytes[..<count], as: UTF8.self).trimmed
        guard text.utf8.count == 64, text.utf8.allSatisfy({ isHexadecimal($0) }) else {
            throw damaged(folder, "it is not 64 hexadecimal digits")
        }
        return text
    }

    /// The secret that a school's mails are made with, made with the first of them. Throws ``SetupError`` where it was lost,
    /// damaged or exchanged since.
    static func inUse(_ folder: String, store: Store) throws -> String {
        if let secret = try read(in: folder), try store.secrets.digest() == digest(of: secret) { return secret }
        return try store.write { scope in try settle(folder, store: store, in: scope) }
    }

    /// Looks whether the secret can be used for mails, and changes nothing. `store`: what is known of it; nil where there is none.
    package static func check(_ folder: String, store: Store?) throws {
        let known = try store?.secrets.digest()
        if let secret = try read(in: folder) {
            if let known, known != digest(of: secret) { throw isAnother(folder) }
        } else if known != nil {
            throw isMissing(folder)
        }
    }

    /// Makes a new secret in place of one that is lost or damaged, which is kept under another name. One-click addresses of
    /// mails that were made before stop nobody any more. Gives that name, where there was one.
    package static func replace(in folder: String, store: Store) throws -> String? {
        try store.write { scope in
            if let secret = try? read(in: folder), try store.secrets.digest() == digest(of: secret) {
                throw RunRefusal.secretIsInOrder
            }
            var before: String?
            var status = stat()
            if lstat(path(in: folder), &status) == 0 {
                var number = 1
                while lstat(path(in: folder) + ".\(number)", &status) == 0 { number += 1 }
                guard rename(path(in: folder), path(in: folder) + ".\(number)") == 0 else { throw unwritable(folder) }
                before = "secret.\(number)"
            }
            try store.secrets.keep(digest(of: try make(in: folder)), in: scope)
            return before
        }
    }

    /// Decides which secret is in use, for one who holds the store's lock: of twenty who ask at once the first makes it.
    private static func settle(
        _ folder: String, store: Store, in scope: borrowing WriteScope
    ) throws -> String {
        let known = try store.secrets.digest()
        if let secret = try read(in: folder) {
            guard known ?? digest(of: secret) == digest(of: secret) else { throw isAnother(folder) }
            if known == nil { try store.secrets.keep(digest(of: secret), in: scope) }
            return secret
        }
        guard known == nil, try !store.secrets.hasOneClickMails() else { throw isMissing(folder) }
        let secret = try make(in: folder)
        try store.secrets.keep(digest(of: secret), in: scope)
        return secret
    }

    /// Makes a secret. It is on the disk, whole, before anybody uses it.
    private static func make(in folder: String) throws(SetupError) -> String {
        // No argument: chance that a caller could give is chance that somebody could know.
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<4).map { _ in
            let hex = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - hex.count) + hex
        }.joined()
        let path = path(in: folder)
        // Whoever makes it holds the store's lock: what is there was left by one that was killed.
        let part = path + ".part"
        unlink(part)
        let file = open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unwritable(folder) }
        defer { close(file) }
        defer { unlink(part) }
        let bytes = Array(secret.utf8)
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0, link(part, path) == 0 else {
            throw unwritable(folder)
        }
        let entry = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if entry >= 0 { close(entry) } }
        guard entry >= 0, fsync(entry) == 0 else { throw unwritable(folder) }
        return secret
    }

    private static func path(in folder: String) -> String { folder + "/secret" }

    private static func digest(of secret: String) -> String { ContentDigest(of: ["secret", secret]).hex }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
    }

    private static func isMissing(_ folder: String) -> SetupError {
        damaged(folder, "it is missing, though mails were made with it")
    }

    private static func isAnother(_ folder: String) -> SetupError {
        damaged(folder, "it is not the one that earlier mails were made with")
    }

    private static func damaged(_ folder: String, _ so: String) -> SetupError {
        SetupError(
            at: path(in: folder), "the secret of one-click addresses cannot be used: \(so).",
            remedy:
                "Put Data/secret of your last copy back. If there is none, 'gleaner init FOLDER --new-secret' makes "
                + "another: then the addresses in mails that are out stop nobody any more.")
    }

    private static func unwritable(_ folder: String) -> SetupError {
        SetupError(
            at: path(in: folder),
            "the secret of one-click addresses could not be written (\(String(cString: strerror(errno)))).",
            remedy: "Check that the folder belongs to you and the disk is not full.")
    }
}

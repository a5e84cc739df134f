import Content
import ContentDigest

/// Names of learners and classes as parts of files' names: on every disk another name is another file.
///
/// Letters, digits, `-` and `_` stay; everything else becomes `%` and its bytes in hexadecimal, so that no two texts share a name, none
/// leaves its folder, and none depends on how a disk writes an accent. What is too long is cut, and a digest of the whole is put
/// behind it.
package enum FileName {
    /// The most bytes of a name, without what is put around it (`-guardian-2.eml.part`): disks take 255.
    static let longest = 120
    /// The most bytes of a whole name that could ever be written, with `.part` behind it.
    static let writable = 250

    /// The name of a learner's files. Two ids that differ in upper and lower case alone would be one file where a disk does not know
    /// the difference, so that one with upper case has a digest. It depends on nothing but the id: a learner who comes later changes
    /// no name of a mail that is out.
    static func of(learner id: String) -> String {
        let name = encoded(id)
        let hasUpperCase = id.utf8.contains { (0x41...0x5A).contains($0) }
        return hasUpperCase || name.utf8.count > longest ? distinct(id, name) : name
    }

    /// The name of a school's files: upper and lower case tell no two schools apart.
    package static func of(school: SchoolName) -> String {
        let text = school.text.lowercased()
        let name = encoded(text)
        return name.utf8.count > longest ? distinct(text, name) : name
    }

    /// The name of a learner's files before there was a digest; nil where it is the same.
    static func former(ofLearner id: String) -> String? {
        let name = encoded(id)
        return name == of(learner: id) ? nil : name
    }

    /// A name with the digest of the text that it stands for.
    static func distinct(_ text: String, _ name: String) -> String {
        var cut = name.prefix(longest - 17)
        // No half of a byte in hexadecimal at the end.
        if cut.utf8.count < name.utf8.count, let sign = cut.lastIndex(of: "%"), cut[sign...].utf8.count < 3 {
            cut = cut[..<sign]
        }
        return cut + "~" + ContentDigest(of: [text]).hex.prefix(16)
    }

    /// A text with all that could mean something to a disk in hexadecimal.
    static func encoded(_ text: String) -> String {
        var name = ""
        for byte in text.utf8 {
            let plain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            if plain {
                name.append(Character(UnicodeScalar(byte)))
            } else {
                name += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return name
    }

    /// Whether the last part of an outbox name is one that a disk takes.
    static func isWritable(_ path: String) -> Bool {
        path.split(separator: "/").last.map { $0.utf8.count <= writable } ?? false
    }
}

/// The names of an edition's classes as parts of files' names. People look for a class by its name, so that it stays as it is
/// (`5A.html`) unless another class of the edition would have the same file where upper and lower case count as one. Then whose file
/// is there keeps it, or else who comes first in the order of the letters' numbers; the other has a digest.
struct ClassFileNames {
    private let names: [String: String]

    /// Names for classes, each with the number of its files of one kind. `areThere`: which of these names files of the edition have
    /// already.
    init<Failure>(
        _ classes: [(name: String, parts: Int)], areThere: (Set<String>) throws(Failure) -> Set<String>
    ) throws(Failure) {
        var plain: [String: String] = [:]
        for (name, _) in classes {
            let encoded = FileName.encoded(name)
            plain[name] = encoded.utf8.count > FileName.longest ? FileName.distinct(name, encoded) : encoded
        }
        func files(_ file: String, _ parts: Int) -> [String] {
            (1...max(1, parts)).map { (file + ClassFileNames.suffix($0)).lowercased() }
        }
        var owners: [String: Int] = [:]
        for (name, parts) in classes { for file in files(plain[name] ?? "", parts) { owners[file, default: 0] += 1 } }
        let rivals = classes.filter { files(plain[$0.name] ?? "", $0.parts).contains { owners[$0, default: 0] > 1 } }
        let there = rivals.isEmpty ? [] : try areThere(Set(rivals.compactMap { plain[$0.name] }))
        var taken: Set<String> = []
        let inOrder = rivals.sorted { one, other in
            let has = (there.contains(plain[one.name] ?? ""), there.contains(plain[other.name] ?? ""))
            if has.0 != has.1 { return has.0 }
            return one.name.unicodeScalars.lexicographicallyPrecedes(other.name.unicodeScalars)
        }
        for (name, parts) in inOrder {
            let file = plain[name] ?? ""
            if there.contains(file) || taken.isDisjoint(with: files(file, parts)) {
                taken.formUnion(files(file, parts))
            } else {
                plain[name] = FileName.distinct(name, FileName.encoded(name))
            }
        }
        names = plain
    }

    /// The name of a class's files, or of one of several parts of a large class's.
    func name(of name: String, part: Int) -> String {
        (names[name] ?? FileName.distinct(name, FileName.encoded(name))) + ClassFileNames.suffix(part)
    }

    /// The name of the file with a class's page, beside that of its learners' lists.
    func page(of name: String) -> String {
        let file = self.name(of: name, part: 1) + "-class"
        let isAnothers = names.values.contains { $0.lowercased() == file.lowercased() }
        return isAnothers ? FileName.distinct("page of " + name, file) : file
    }

    /// What stands behind the name of a file that is one of several.
    static func suffix(_ part: Int) -> String { part > 1 ? "-\(part)" : "" }
}

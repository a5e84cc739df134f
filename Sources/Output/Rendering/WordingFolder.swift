import Files
import Foundation

/// The wordings of several languages, one file `LANG.yaml` each in one folder.
///
/// What a language's file lacks is taken from the file of that language that ships. English must be whole then; another language may
/// leave wordings out, and English stands in for them. A region's file (`es-MX`) says only what differs, so nothing lacks there.
struct WordingFolder: Sendable {
    /// The wordings of one language, together with its tag and direction.
    struct Language: Sendable {
        /// The BCP 47 tag: the file's name.
        let tag: String
        /// The direction that it is written in.
        let direction: TextDirection
        fileprivate let wordings: [String: Wording]

        /// The wording with its holes filled; empty for a key that does not exist.
        func text(_ key: String, _ values: [String: String] = [:]) -> String {
            wordings[key]?.filled(values, direction: direction) ?? ""
        }

        /// A wording as it is; nil for a key that does not exist.
        func wording(_ key: String) -> Wording? { wordings[key] }
    }

    /// The language that stands in for others.
    static let fallback = "en"

    /// What was taken from files that ship, in the order of the files' names.
    let borrowed: [BorrowedWords]
    private let languages: [String: Language]
    private let english: Language

    /// Reads all `*.yaml` files of a folder. `known` gives the keys and the holes that each may have; below a key of
    /// `open` any name may stand, for a text without holes. What is `retired` may stand in a school's file and is not used.
    /// `shipped`: the folder of the same files that ships; nil: there is none.
    init(
        folder: String, shipped: String? = nil, known: [String: Set<String>], open: [String] = [],
        retired: [String: Set<String>] = [:]
    ) throws(RenderingSetupError) {
        let may = known.merging(retired) { known, _ in known }
        var languages: [String: Language] = [:]
        var borrowed: [BorrowedWords] = []
        /// The wordings of a file, with those of the file that ships under them.
        func read(_ tag: String) throws(RenderingSetupError) -> [String: Wording] {
            let file = "\(folder)/\(tag).yaml"
            let text = try RenderingFiles.text(of: file)
            let own = try WordingFile(text, file: file, known: may, open: open).wordings
            guard let shipped, !tag.contains("-"), case let path = "\(shipped)/\(tag).yaml",
                let other = try? RenderingFiles.text(of: path), other != text,
                let whole = try? WordingFile(other, file: path, known: may, open: open).wordings
            else { return own }
            let missing = whole.filter { own[$0.key] == nil && retired[$0.key] == nil }
            if !missing.isEmpty {
                borrowed.append(BorrowedWords(file: file, keys: missing.keys.sorted(), shipped: other))
            }
            return own.merging(missing) { own, _ in own }
        }
        let names = try RenderingFiles.names(in: folder).filter { $0.hasSuffix(".yaml") }
        let englishFile = "\(folder)/\(WordingFolder.fallback).yaml"
        let english = try read(WordingFolder.fallback)
        if let missing = known.keys.filter({ english[$0] == nil }).min() {
            throw RenderingSetupError(
                file: englishFile, problem: "The wording '\(missing)' is missing.",
                remedy: "Write it there. English stands in for all other languages, so it must be whole.")
        }
        // A region's file stands on that of its language: `es-MX` says only what differs from `es`.
        for name in names.sorted(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) {
            let tag = String(name.dropLast(5))
            let base = languages[WordingFolder.primary(tag)]?.wordings ?? english
            let own = tag == WordingFolder.fallback ? english : try read(tag)
            languages[tag.lowercased()] = Language(
                tag: tag, direction: TextDirection(language: tag), wordings: base.merging(own) { $1 })
        }
        self.english = Language(tag: WordingFolder.fallback, direction: .leftToRight, wordings: english)
        self.languages = languages
        self.borrowed = borrowed.sorted { $0.file < $1.file }
    }

    /// All languages, in the order of their tags.
    var all: [Language] { languages.sorted { $0.key < $1.key }.map(\.value) }

    /// The wordings for a language: its own, those of its primary tag (`es` for `es-MX`), or English.
    func language(_ tag: String) -> Language {
        let lowered = tag.lowercased()
        return languages[lowered] ?? languages[WordingFolder.primary(lowered)] ?? english
    }

    /// The language of a tag without its region: `es` of `es-MX`, in small letters.
    static func primary(_ tag: String) -> String { tag.prefix { $0 != "-" }.lowercased() }
}

/// Wordings that a school's file lacks and that are taken from the file that ships.
public struct BorrowedWords: Hashable, Sendable {
    /// The school's file, as it was opened.
    public var file: String
    /// The names of the wordings, in their order.
    public var keys: [String]
    /// The text of the file that ships.
    var shipped: String
}

/// Reads the files of a school's templates and wordings.
package enum RenderingFiles {
    /// The largest file that is read, in bytes.
    private static let largestFile = 1_000_000

    /// A file's bytes.
    package static func bytes(of file: String) throws(RenderingSetupError) -> [UInt8] {
        do throws(RegularFile.Problem) {
            return try RegularFile.read(file, limit: largestFile)
        } catch {
            let problem =
                switch error {
                case .notAFile(let kind): "It is \(kind), not a file."
                case .tooLarge: "The file has more than \(largestFile) bytes."
                default: "The file cannot be read."
                }
            throw RenderingSetupError(
                file: file, problem: problem,
                remedy: "If it is not there, 'gleaner init . --missing' puts it back. If it is, check its permissions.")
        }
    }

    /// A file's text; it must be UTF-8.
    package static func text(of file: String) throws(RenderingSetupError) -> String {
        guard let text = String(validating: try bytes(of: file), as: UTF8.self) else {
            throw RenderingSetupError(file: file, problem: "The file is not UTF-8.", remedy: "Save it as UTF-8.")
        }
        return text
    }

    /// Whether there is a folder.
    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The names of a folder's files, in order.
    package static func names(in folder: String) throws(RenderingSetupError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw RenderingSetupError(
                file: folder, problem: "The folder cannot be read.",
                remedy: "If it is not there, 'gleaner init . --missing' puts it back. If it is, check its permissions.")
        }
    }
}

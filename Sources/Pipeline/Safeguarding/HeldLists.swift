import Configuration
import Content
import ContentDigest
import Foundation
import Safeguarding

/// The words that hold articles, as a school has them: lists by language and grade, and phrases of an older folder that hold for
/// everybody. A folder without any is protected by the lists that ship.
public struct HeldLists: Sendable {
    /// The lists, ready to be looked for.
    public private(set) var finder = HeldWordFinder.none
    /// Phrases that hold for everybody, in all languages.
    public private(set) var phrases: [String] = []
    /// What a person should know of them.
    private(set) var findings: [Finding] = []
    private var digests: [String] = []

    /// Changes with each of them.
    var parts: [String] { digests + phrases }

    /// The lists at a path of a folder; nil: there are none. Throws ``ConfigurationError`` where one is not to be had.
    init(_ path: String?, in folder: WorkingFolder) throws(ConfigurationError) {
        guard let path else { return }
        let own = folder.resolve(path)
        let isUsual = path == SuitabilitySettings.usualHeldWords
        if isUsual || Self.isFolder(own) {
            try readLists(of: path, at: own)
            if finder.isEmpty, let shipped = try? ShippedFolder().path {
                findings.append(.shippedListUsed(at: path, isThere: Self.isFolder(own)))
                try readLists(of: path, at: "\(shipped)/\(SuitabilitySettings.usualHeldWords)")
            }
        } else {
            try readPhrases(of: path, in: folder)
            findings.append(.onlyOlderHeldWords(path))
        }
        let older = SuitabilitySettings.olderHeldWords
        if isUsual, FileManager.default.fileExists(atPath: folder.resolve(older)) {
            try readPhrases(of: older, in: folder)
            if !phrases.isEmpty { findings.append(.olderHeldWordsCount(older, count: phrases.count)) }
        }
    }

    /// Looks for all of them in texts outside of the store. `languages`: those that phrases for everybody are in.
    package func reading(languages: [String]) -> HeldWordReading {
        if phrases.isEmpty { return finder.reading() }
        let lists = Dictionary(finder.lists.map { ($0.language, $0) }, uniquingKeysWith: { first, _ in first })
        let all = Set(lists.keys).union(languages).sorted().map { tag in
            let everybody = HeldWordList(phrases: phrases, language: tag)
            return lists[tag].map { $0.adding(everybody) } ?? everybody
        }
        return HeldWordFinder(all).reading()
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private mutating func readPhrases(of path: String, in folder: WorkingFolder) throws(ConfigurationError) {
        let words = try HeldWords.read(path: folder.resolve(path), name: path)
        phrases = words.phrases
        findings += words.findings
    }

    private mutating func readLists(of path: String, at place: String) throws(ConfigurationError) {
        var lists: [HeldWordList] = []
        for file in ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).sorted() {
            // What editors and file managers leave beside a file.
            if file.hasPrefix(".") || file.hasSuffix("~") { continue }
            let name = "\(path)/\(file)"
            let tag = file.lowercased().hasSuffix(".txt") ? file.dropLast(4).lowercased() : ""
            guard (2...3).contains(tag.count), tag.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
                findings.append(.heldListHasNoLanguage(name))
                continue
            }
            let text = try HeldWords.text(path: "\(place)/\(file)", name: name)
            let list = HeldWordList(text: text, language: tag, file: name)
            findings += list.findings
            lists.append(list)
            digests.append(ContentDigest(of: [tag, text]).hex)
        }
        finder = HeldWordFinder(lists)
    }
}

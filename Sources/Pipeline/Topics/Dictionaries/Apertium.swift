import Foundation
import Glibc
import Synchronization

/// Apertium's bilingual dictionaries (Debian's `apertium-eng-spa` and its like), asked through `lt-proc`, a process of its own. A pair that
/// is not installed translates nothing.
final class Apertium: Sendable {
    private static let program = "/usr/bin/lt-proc"
    /// The pairs that Debian has for our lexicons' languages: the dictionary from the first to the second.
    private static let dictionaries = [
        "en es": "/usr/share/apertium/apertium-eng-spa/eng-spa.autobil.bin",
        "es en": "/usr/share/apertium/apertium-eng-spa/spa-eng.autobil.bin",
    ]
    /// Seconds until the program is given up.
    private static let patience = 20.0

    private let known = Mutex<[String: String?]>([:])
    private let failed = Mutex(false)

    /// Whether the program is there and could not be asked.
    var couldNotAsk: Bool { failed.withLock { $0 } }

    /// A text that changes with the dictionaries.
    var version: String {
        Self.dictionaries.sorted { $0.key < $1.key }.compactMap { pair, path in
            let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? nil
            return size.map { "apertium \(pair) \($0)" }
        }.joined(separator: ", ")
    }

    /// What nouns are called in another language; those that are not known are left out. All are asked for at once.
    func translations(of words: [String], from language: String, to other: String) -> [String: String] {
        let pair = "\(language) \(other)"
        guard let dictionary = Self.dictionaries[pair], FileManager.default.isReadableFile(atPath: dictionary),
            FileManager.default.isExecutableFile(atPath: Self.program)
        else { return [:] }
        func key(_ word: String) -> String { "\(pair) \(word)" }
        let new = Set(words).filter { word in
            Self.isPlain(word) && !known.withLock { $0.keys.contains(key(word)) }
        }.sorted()
        if !new.isEmpty {
            // Once it could not be asked it is not waited for again.
            guard !couldNotAsk, let answers = Self.ask(dictionary, Self.questions(new, language)) else {
                failed.withLock { $0 = true }
                return [:]
            }
            known.withLock { known in for word in new { known[key(word)] = .some(answers[word]) } }
        }
        return known.withLock { known in
            Dictionary(
                words.compactMap { word in (known[key(word)] ?? nil).map { (word, $0) } },
                uniquingKeysWith: { first, _ in first })
        }
    }

    /// A word of which the stream of lt-proc takes every character as it is.
    private static func isPlain(_ word: String) -> Bool {
        !word.isEmpty && word.count <= 60 && word.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" || $0 == "'" }
    }

    private struct Question {
        var word: String
        var unit: String
    }

    /// Each word as a noun, in the singular, as it stands and as what it is the plural of; Spanish ones of either gender.
    private static func questions(_ words: [String], _ language: String) -> [Question] {
        let genders = language == "es" ? ["<m>", "<f>", "<mf>"] : [""]
        return words.flatMap { word in
            singulars(of: word, language).flatMap { lemma in
                genders.map { Question(word: word, unit: "^\(lemma)<n>\($0)<sg>$") }
            }
        }
    }

    private static func singulars(of word: String, _ language: String) -> [String] {
        let lower = word.lowercased()
        var forms = [lower]
        if language == "en", lower.hasSuffix("ies") { forms.append(lower.dropLast(3) + "y") }
        if language == "es", lower.hasSuffix("ces") { forms.append(lower.dropLast(3) + "z") }
        if lower.hasSuffix("es") { forms.append(String(lower.dropLast(2))) }
        if lower.hasSuffix("s"), !lower.hasSuffix("ss") { forms.append(String(lower.dropLast())) }
        // `volcanes` and `volcán`: the accent comes back.
        if language == "es", lower.hasSuffix("nes") || lower.hasSuffix("ses"),
            let stem = forms.last(where: { $0.hasSuffix("n") || $0.hasSuffix("s") })
        {
            for (plain, accented) in [("a", "á"), ("e", "é"), ("i", "í"), ("o", "ó"), ("u", "ú")] {
                let vowel = stem.dropLast().last.map { String($0) }
                if vowel == plain { forms.append(stem.dropLast(2) + accented + stem.suffix(1)) }
            }
        }
        return forms
    }

    /// A new folder that is its owner's alone. The system chooses the end of its name, so that nobody can lay one in wait.
    private static func temporaryFolder() -> URL? {
        let template = FileManager.default.temporaryDirectory.appendingPathComponent("gleaner-words-XXXXXX").path
        var name = Array(template.utf8CString)
        // The buffer holds the terminated name, of which mkdtemp writes the last six letters.
        let made = name.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } != nil }
        return made
            ? URL(fileURLWithPath: String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)) : nil
    }

    /// Runs the program once over all questions: a line each, in their order. Nil: it could not be run. Files on both sides, so that neither waits for the other.
    private static func ask(_ dictionary: String, _ questions: [Question]) -> [String: String]? {
        guard let folder = temporaryFolder() else { return nil }
        defer { try? FileManager.default.removeItem(at: folder) }
        let (asked, told) = (folder.appendingPathComponent("in"), folder.appendingPathComponent("out"))
        let text = questions.map { $0.unit }.joined(separator: "\n") + "\n"
        guard (try? Data(text.utf8).write(to: asked)) != nil,
            FileManager.default.createFile(atPath: told.path, contents: nil),
            let input = try? FileHandle(forReadingFrom: asked), let output = try? FileHandle(forWritingTo: told)
        else { return nil }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["-b", dictionary]
        process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let end = DispatchTime.now() + patience
        while process.isRunning, DispatchTime.now() < end { usleep(2_000) }
        if process.isRunning {
            process.terminate()
            return nil
        }
        process.waitUntilExit()
        guard let answer = try? Data(contentsOf: told) else { return nil }
        let lines = String(decoding: answer, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        var found: [String: String] = [:]
        for (question, line) in zip(questions, lines) where found[question.word] == nil {
            // `^volcano<n><sg>/volcán<n><m><sg>$`; what is not known comes back with `@`. Of several the first is the usual one.
            let parts = line.split(separator: "/")
            guard parts.count > 1, !parts[1].hasPrefix("@") else { continue }
            let translation = parts[1].prefix { $0 != "<" && $0 != "$" }
            if !translation.isEmpty { found[question.word] = String(translation) }
        }
        return found
    }
}

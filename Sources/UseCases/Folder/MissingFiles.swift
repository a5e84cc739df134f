import Files
import Foundation
import Pipeline
import Store

extension NewFolder {
    /// Puts into a working folder what ships and is not there: lists of words, templates, and words and reasons. Words that a file lacks are added at
    /// its end, as they ship; nothing that is there is changed. Gives what was done, a line each.
    public func restoreMissing(_ target: String) throws -> [String] {
        let files = FileManager.default
        guard files.fileExists(atPath: target + "/Config/gleaner.yaml") else {
            throw RequestError(
                "\(target) is no working folder: it has no Config/gleaner.yaml. Leave --missing to make one.")
        }
        var lines: [String] = []
        do {
            for path in NewFolder.wordLists.map({ "Config/\($0)" })
            where !files.fileExists(atPath: "\(target)/\(path)") {
                try ShippedFiles.copy("\(shipped)/\(path)", to: "\(target)/\(path)")
                lines.append("Put back \(path).")
            }
            for folder in ["Config/templates", "Config/templates/words", "Config/reasons"] {
                try files.createDirectory(atPath: "\(target)/\(folder)", withIntermediateDirectories: true)
                for name in try files.contentsOfDirectory(atPath: "\(shipped)/\(folder)").sorted()
                where name.contains(".") {
                    let path = "\(folder)/\(name)"
                    if !files.fileExists(atPath: "\(target)/\(path)") {
                        // Whole or not at all: half a template would be taken for one that the school has shortened.
                        let part = "\(target)/\(path).part"
                        try? files.removeItem(atPath: part)
                        try ShippedFiles.copy("\(shipped)/\(path)", to: part)
                        try files.moveItem(atPath: part, toPath: "\(target)/\(path)")
                        lines.append("Put back \(path).")
                    } else if name.hasSuffix(".yaml"), let added = try addMissingWords(path, in: target) {
                        lines.append("Added to \(path): \(added.joined(separator: ", ")).")
                    }
                }
            }
        } catch let error as RequestError {
            throw error
        } catch {
            throw RequestError("could not write to \(target): \(SystemWords.of(error)). Check that it belongs to you.")
        }
        return lines
    }

    /// Adds the words of a shipped file that the school's has not; their names, or nil where there are none.
    private func addMissingWords(_ path: String, in target: String) throws -> [String]? {
        let ours = try String(contentsOfFile: "\(shipped)/\(path)", encoding: .utf8)
        guard let theirs = String(validating: try GivenFile.bytes(of: "\(target)/\(path)"), as: UTF8.self) else {
            throw RequestError("\(path) is not in UTF-8, so nothing was added to it. Save it as UTF-8 and try again.")
        }
        let (text, added) = WordLines.adding(ours, to: theirs)
        guard !added.isEmpty else { return nil }
        try RewrittenFile("\(target)/\(path)").write(Array(text.utf8))
        return added
    }
}

/// The lines of a file of words: a name a line, with names below it two blanks in.
enum WordLines {
    /// A name at the beginning of a line with those below it.
    private struct Block {
        var name: String
        var lines: [Substring]
        /// The line after its last.
        var end: Int

        /// The names below it, each with its lines.
        var inner: [(name: String, lines: [Substring])] {
            var inner: [(name: String, lines: [Substring])] = []
            for line in lines.dropFirst() {
                let isName = line.hasPrefix("  ") && !line.hasPrefix("   ")
                if isName, let colon = line.firstIndex(of: ":") {
                    inner.append((String(line[..<colon].dropFirst(2)), [line]))
                } else if !inner.isEmpty {
                    inner[inner.count - 1].lines.append(line)
                }
            }
            return inner
        }
    }

    /// A text with the words of another that it lacks, and their names: those below a name where that stands, others at the end.
    static func adding(_ ours: String, to theirs: String) -> (text: String, added: [String]) {
        var lines = theirs.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        let known = Dictionary(blocks(of: lines).map { ($0.name, $0) }) { first, _ in first }
        var added: [String] = []
        var inserted: [(at: Int, lines: [Substring])] = []
        var atEnd: [Substring] = []
        for block in blocks(of: ours.split(separator: "\n", omittingEmptySubsequences: false)) {
            guard let there = known[block.name] else {
                added.append(block.name)
                atEnd += block.lines
                continue
            }
            let names = Set(there.inner.map { $0.name })
            let missing = block.inner.filter { !names.contains($0.name) }
            // A name with a list or a text of its own has nothing below it to add to.
            guard !missing.isEmpty, !names.isEmpty else { continue }
            added += missing.map { "\(block.name).\($0.name)" }
            inserted.append((there.end, missing.flatMap { $0.lines }))
        }
        for insertion in inserted.sorted(by: { $0.at > $1.at }) {
            lines.insert(contentsOf: insertion.lines, at: insertion.at)
        }
        return ((lines + atEnd).joined(separator: "\n") + "\n", added)
    }

    private static func blocks(of lines: [Substring]) -> [Block] {
        var blocks: [Block] = []
        for (number, line) in lines.enumerated() {
            guard let first = line.first, first != "#", first != "\r" else { continue }
            if first == " " {
                guard !blocks.isEmpty, !line.allSatisfy({ $0 == " " }), line.first(where: { $0 != " " }) != "#" else {
                    continue
                }
                blocks[blocks.count - 1].lines.append(line)
                blocks[blocks.count - 1].end = number + 1
            } else if let colon = line.firstIndex(of: ":") {
                blocks.append(Block(name: String(line[..<colon]), lines: [line], end: number + 1))
            }
        }
        return blocks
    }
}

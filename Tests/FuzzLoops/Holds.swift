import Content
import Phrases

/// What must hold for whatever a parser says.
enum Holds {
    /// Findings: each on one line, of a length that somebody reads.
    static func findings(_ findings: [Finding]) -> [String] {
        findings.flatMap {
            text($0.place, "a finding's place") + text($0.problem, "a finding") + text($0.remedy, "a remedy")
        }
    }

    /// A text for people: without control characters, and short.
    static func text(_ text: String, _ name: String) -> [String] {
        var found: [String] = []
        if text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
            found.append("a control character in \(name): \(text.debugDescription.prefix(300))")
        }
        if text.utf8.count > 4_000 {
            found.append("\(text.utf8.count) bytes of \(name): \(text.prefix(200)) … \(text.suffix(300))")
        }
        return found
    }

    /// What an error says, whatever its type.
    static func error(_ error: any Error) -> [String] { text(ErrorWords.of(error), "an error") }

    /// Places `FILE:LINE:COLUMN` that lie inside of the document, or `FILE` alone. `cells`: columns are cells, not letters.
    static func places(_ findings: [Finding], of file: String, in bytes: [UInt8], cells: Bool = false) -> [String] {
        let lines = Holds.lines(bytes)
        return findings.compactMap { finding in
            guard finding.place != file else { return nil }
            guard finding.place.hasPrefix(file + ":") else { return "a place elsewhere: \(finding.place.prefix(80))" }
            let numbers = finding.place.dropFirst(file.utf8.count + 1).split(separator: ":").map { Int($0) ?? -1 }
            guard (1...2).contains(numbers.count) else { return "a place that is none: \(finding.place.prefix(80))" }
            // The end of a document is a place too.
            guard (1...lines.count + 1).contains(numbers[0]) else {
                return "line \(numbers[0]) of \(lines.count): \(finding.problem.prefix(100))"
            }
            guard numbers.count == 2 else { return nil }
            let widest = cells ? 201 : (numbers[0] <= lines.count ? lines[numbers[0] - 1] : 0) + 2
            guard (1...max(2, widest)).contains(numbers[1]) else {
                return "column \(numbers[1]) of \(widest) in line \(numbers[0]): \(finding.problem.prefix(100))"
            }
            return nil
        }
    }

    /// The bytes of each line. All that anybody takes for the end of a line ends one.
    private static func lines(_ bytes: [UInt8]) -> [Int] {
        var lines: [Int] = [0]
        var index = 0
        while index < bytes.count {
            let rest = bytes[index...]
            if rest.starts(with: [0x0D, 0x0A]) {
                lines.append(0)
                index += 2
            } else if [0x0A, 0x0B, 0x0C, 0x0D].contains(bytes[index]) {
                lines.append(0)
                index += 1
            } else if rest.starts(with: [0xC2, 0x85]) {
                lines.append(0)
                index += 2
            } else if rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9]) {
                lines.append(0)
                index += 3
            } else {
                lines[lines.count - 1] += 1
                index += 1
            }
        }
        return lines
    }
}

extension [UInt8] {
    /// The bytes as text, with something else for what is no text.
    var text: String { String(decoding: self, as: UTF8.self) }
}

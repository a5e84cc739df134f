import Configuration
import Content
import Foundation
import Safeguarding

/// The lists of words that protect learners, as a school has them. Where one is missing at its usual place, as in a folder of an
/// older version, or the one of distress is empty, the one that ships stands in: a night that is not made helps nobody, and one without it is not to be.
struct ProtectiveLists {
    /// What a person should know.
    private(set) var findings: [Finding] = []

    /// The text of a list. Throws ``ConfigurationError`` where there is none to be had.
    mutating func text(of path: String, in folder: WorkingFolder) throws(ConfigurationError) -> String {
        let own = folder.resolve(path)
        let isUsual = [SuitabilitySettings().distressWords, SuitabilitySettings().privateWords].contains(path)
        guard isUsual, let shipped = try? ShippedFolder().path else {
            return try ProtectiveWords.read(path: own, name: path)
        }
        let isThere = FileManager.default.fileExists(atPath: own)
        if isThere {
            let text = try ProtectiveWords.read(path: own, name: path)
            let isDistress = path == SuitabilitySettings().distressWords
            guard isDistress, DistressList.isEmpty(text) else { return text }
        }
        findings.append(.shippedListUsed(at: path, isThere: isThere))
        return try ProtectiveWords.read(path: shipped + "/" + path, name: path)
    }
}

import Configuration
import Files
import TextAnalysis

/// Where the frequencies of words are read from: the school's own list, else the one that ships with the program.
package enum FrequencyLists {
    /// The list's place below a working folder.
    package static let english = "Config/frequencies/en.txt"

    /// Bytes of a list; a larger file is none.
    private static let longest = 10_000_000

    /// The measure of levels of a school, and what keeps it from being the usual one.
    static func measure(in folder: WorkingFolder) -> (levels: LevelMeasure, problem: String?) {
        let places = [folder.resolve(english)] + ((try? ShippedFolder().path).map { [$0 + "/" + english] } ?? [])
        var problem: String?
        for path in places {
            do throws(RegularFile.Problem) {
                return (LevelMeasure(english: try read(path)), nil)
            } catch {
                problem = problem ?? "\(path): \(error)"
            }
        }
        return (LevelMeasure(), problem)
    }

    /// The words of a list; an error where there are none.
    package static func read(_ path: String) throws(RegularFile.Problem) -> WordFrequencies {
        let known = WordFrequencies(text: String(decoding: try RegularFile.read(path, limit: longest), as: UTF8.self))
        guard !known.isEmpty else { throw RegularFile.Problem.unreadable("it holds no words") }
        return known
    }
}

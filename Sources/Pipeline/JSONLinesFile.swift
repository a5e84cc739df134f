import Files
import JSON

/// Reads a file of JSON Lines that a person has given.
enum JSONLinesFile {
    /// The largest file that is read, in bytes.
    private static let largestFile = 4_000_000_000

    /// The values of the lines that are not blank, with the lines' numbers. `help`: the command that tells what they look like.
    static func values<Value: Decodable>(
        _ type: Value.Type, path: String, help: String
    ) throws -> [(number: Int, value: Value)] {
        let bytes: [UInt8]
        do throws(RegularFile.Problem) {
            bytes = try RegularFile.read(path, limit: largestFile)
        } catch {
            throw RequestError("\(path) cannot be read: \(error). Check the path.")
        }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            .map { ($0.offset + 1, Array($0.element)) }.filter { !$0.1.allSatisfy { $0 == 0x20 || $0 == 0x0D } }
        return try lines.map { number, line in
            do {
                return (number, try JSONText.value(type, of: line))
            } catch DecodingError.keyNotFound(let key, _) {
                throw RequestError("\(path), line \(number): '\(key.stringValue)' is missing.")
            } catch {
                throw RequestError(
                    "\(path), line \(number): this is not one JSON object of the form that is expected. See '\(help)'.")
            }
        }
    }
}

import Content
import Foundation
import JSON

/// A scorer's options: a plain struct of numbers, texts and lists, each with its default, compared and stored as JSON.
public protocol ScorerOptions: Codable, Hashable, Sendable {
    /// The defaults.
    init()
}

/// Options for a scorer that has none.
public struct NoOptions: ScorerOptions {
    /// No options.
    public init() {}
}

/// An option that a scorer does not take, or a value that it cannot use.
public struct OptionsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The option's name; empty for the options as a whole.
    public var option: String
    /// What is wrong, and what is expected.
    public var problem: String

    /// An error about an option.
    public init(option: String, problem: String) {
        self.option = option
        self.problem = problem
    }

    /// The option and the problem.
    public var description: String { option.isEmpty ? problem : "option '\(option)': \(problem)" }
}

extension ScorerOptions {
    /// The options of a JSON object laid over the defaults. A key that is unknown is refused, naming the nearest one.
    public static func decode(_ json: Data) throws(OptionsError) -> Self { try decode(json: Array(json)) }

    /// The same from UTF-8 bytes.
    package static func decode(json: [UInt8]) throws(OptionsError) -> Self {
        do {
            let defaults = try object(JSONText.bytes(of: Self()))
            let given = try object(json)
            for key in given.keys.sorted() where defaults[key] == nil {
                let known = defaults.keys.sorted()
                let list = known.isEmpty ? "it takes no options" : "known: " + known.joined(separator: ", ")
                throw OptionsError(
                    option: key, problem: "is unknown.\(NearestName.hint(for: key, among: known)) (\(list))")
            }
            var merged = JSONWriter()
            merged.open("{")
            for (key, value) in defaults.merging(given, uniquingKeysWith: { $1 }) {
                merged.key(key)
                merged.json(value)
            }
            merged.close("}")
            return try JSONText.value(Self.self, of: merged.takeBytes())
        } catch let error as OptionsError {
            throw error
        } catch DecodingError.typeMismatch(let type, let context) {
            throw OptionsError(
                option: context.codingPath.map { $0.stringValue }.joined(separator: "."), problem: "expected \(type)")
        } catch DecodingError.dataCorrupted(let context) {
            throw OptionsError(
                option: context.codingPath.map { $0.stringValue }.joined(separator: "."),
                problem: context.debugDescription)
        } catch {
            throw OptionsError(option: "", problem: "the options could not be read: \(error)")
        }
    }

    /// The options as JSON with sorted keys: equal options give equal text.
    public var canonicalJSON: String {
        (try? JSONText.of(self, style: .escapedSlashes)) ?? "{}"
    }

    /// The members of a JSON object, as they are written.
    private static func object(_ json: [UInt8]) throws -> [String: String] {
        Dictionary(try JSONTree(json).members.map { ($0.key, $0.json) }) { first, _ in first }
    }
}

import Content
import Files
import Foundation

/// What a school logs in to closed feeds with. The list names a secret, `https://feeds.example/?key=${LIBRARY}`, and only the request holds
/// it: a feed is stored, known and shown by its address with the name.
///
/// A secret is a line `LIBRARY=…` of `Config/secrets`, a file that nobody but its owner may read, or the environment's `GLEANER_SECRET_LIBRARY`.
public struct FeedSecrets: Sendable {
    private let values: [String: String]
    /// Why the file cannot be used; nil: it can, or there is none.
    public let problem: String?

    /// The file, below the working folder.
    public static let file = "Config/secrets"
    /// What names of the environment's secrets begin with. No list can ask for anything else of it.
    public static let prefix = "GLEANER_SECRET_"

    /// No secrets.
    public init() { (values, problem) = ([:], nil) }

    /// The secrets of a file and of the environment, which counts before it. A file that others may read is not used.
    public init(file path: String, environment: [String: String]) {
        var values: [String: String] = [:]
        var problem: String?
        do throws(RegularFile.Problem) {
            let bytes = try RegularFile.readPrivate(path, limit: 1_000_000)
            for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: { $0.isNewline }) {
                let text = line.trimmed
                guard !text.hasPrefix("#"), let sign = text.firstIndex(of: "=") else { continue }
                let value = text[text.index(after: sign)...].trimmed
                if !value.isEmpty { values[text[..<sign].trimmed] = value }
            }
        } catch {
            if case .missing = error {} else { problem = "\(error)" }
        }
        for (name, value) in environment where name.hasPrefix(FeedSecrets.prefix) && !value.isEmpty {
            values[String(name.dropFirst(FeedSecrets.prefix.count))] = value
        }
        self.values = values
        self.problem = problem
    }

    /// Whether an address names a secret.
    static func areNamed(in address: String) -> Bool { address.contains("${") }

    /// An address with its secrets, and these, as they are and as they stand in it. Throws where one is not there.
    func filled(_ address: String) throws(FetchError) -> (address: String, secrets: [String]) {
        guard FeedSecrets.areNamed(in: address) else { return (address, []) }
        var filled = ""
        var secrets: [String] = []
        var rest = address[...]
        while let start = rest.firstRange(of: "${") {
            filled += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstIndex(of: "}") else { break }
            let name = String(rest[start.upperBound..<end])
            guard let value = values[name] else { throw .noSecret(name, problem: problem) }
            let escaped = value.addingPercentEncoding(withAllowedCharacters: FeedSecrets.plain) ?? ""
            secrets += [value, escaped]
            filled += escaped
            rest = rest[rest.index(after: end)...]
        }
        return (filled + rest, secrets)
    }

    /// Letters, digits and what RFC 3986 reserves for nothing.
    private static let plain = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")

    /// What a fetch came to, without the secrets that it was asked with.
    static func masked(_ result: FetchResult, _ secrets: [String]) -> FetchResult {
        guard !secrets.isEmpty else { return result }
        func mask(_ text: String) -> String { secrets.reduce(text) { $0.replacing($1, with: "…") } }
        switch result {
        case .document(var document):
            document.address = mask(document.address)
            document.terms.movedTo = document.terms.movedTo.flatMap { mask($0) == $0 ? $0 : nil }
            document.secrets = secrets
            return .document(document)
        case .notModified(var terms):
            terms.movedTo = terms.movedTo.flatMap { mask($0) == $0 ? $0 : nil }
            return .notModified(terms)
        case .failed(let error):
            return .failed(FetchError(mask(error.problem), remedy: mask(error.remedy), kind: error.kind))
        }
    }
}

import Configuration
import Content
import ContentDigest
import Store
import Topics

/// Resolves what was said and has not been: each phrase once, by the lexicons that are there when it is first met.
struct TopicResolving {
    let school: School
    let store: Store

    /// Resolves what stands and is not resolved yet. Gives what a person should know.
    @discardableResult func catchUp(now: Timestamp) throws -> [Finding] {
        try findings(resolving: store.topics.unresolved(), now: now)
    }

    /// What one phrase means that was just said; none: it could not be looked up. What others said is not read.
    func families(of phrase: String, now: Timestamp) throws -> TopicFamilies {
        let known = try store.topics.families(of: phrase)
        if known.contains(phrase) { return known }
        _ = try findings(resolving: [phrase], now: now)
        return try store.topics.families(of: phrase)
    }

    private func findings(resolving said: [String], now: Timestamp) throws -> [Finding] {
        guard !said.isEmpty else { return [] }
        do {
            try resolve(said, now: now)
            return []
        } catch let error as ConfigurationError {
            // Nobody's list is kept back for it: until it is mended each phrase means its own words, and is tried again.
            return error.findings.map {
                Finding(
                    .error, at: $0.site, "\($0.problem) Topics that were said since mean their own word alone.",
                    remedy: $0.remedy)
            }
        } catch let error as RequestError {
            return [
                Finding(.error, at: .part("topics"), "\(error) Topics that were said since mean their own word alone.")
            ]
        }
    }

    private func resolve(_ said: [String], now: Timestamp) throws {
        let lexicons = try TopicLexicons.of(school.folder)
        var families: [(family: TopicFamily, language: String)] = []
        for phrase in said {
            families += try lexicons.families(of: phrase).map { ($0.family, $0.said) }
        }
        let version = lexicons.version
        try store.write { scope in try store.topics.add(families, version: version, at: now, in: scope) }
    }
}

import Configuration
import Content
import Store
import Topics

/// Resolves what was said and has not been: each phrase once, by the lexicons that are there when it is first met. When these change
/// afterwards, what must never come may get wider and nothing else changes; what the school's people say in `Config/topics.yaml` holds
/// at once.
struct TopicResolving {
    let school: School
    let store: Store

    /// Resolves what stands and is not resolved yet, and follows what has changed. Gives what a person should know.
    @discardableResult func catchUp(now: Timestamp) throws -> [Finding] {
        let new = try findings { try resolve(store.topics.unresolved(), now: now) }
        return try new.isEmpty ? findings { try keepUp(now: now) } : new
    }

    /// What one phrase means that was just said; none: it could not be looked up. What others said is not read.
    func families(of phrase: String, now: Timestamp) throws -> TopicFamilies {
        let known = try store.topics.families(of: phrase)
        if known.contains(phrase) { return known }
        _ = try findings { try resolve([phrase], now: now) }
        return try store.topics.families(of: phrase)
    }

    /// Nobody's list is kept back for a damaged lexicon: until it is mended each phrase means its own words, and is tried again.
    private func findings(_ act: () throws -> Void) throws -> [Finding] {
        do {
            try act()
            return []
        } catch let error as ConfigurationError {
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

    private func resolve(_ phrases: [String], now: Timestamp) throws {
        guard !phrases.isEmpty else { return }
        let lexicons = try TopicLexicons.of(school.folder)
        var families: [(family: TopicFamily, language: String)] = []
        for phrase in phrases { families += try lexicons.families(of: phrase).map { ($0.family, $0.said) } }
        try keep(families, try TopicLexicons.version(of: school.folder), now: now)
    }

    private func keep(
        _ families: [(family: TopicFamily, language: String)], _ version: TopicsVersion, now: Timestamp
    ) throws {
        guard !families.isEmpty else { return }
        try store.write { scope in try store.topics.add(families, version: version.text, at: now, in: scope) }
    }

    /// Looks again where the lexicons, or what the school's people say, have changed since.
    private func keepUp(now: Timestamp) throws {
        let version = try TopicLexicons.version(of: school.folder)
        let last = try store.topics.lastVersion().map { TopicsVersion($0) }
        guard version != last else { return }
        if let last {
            if version.own != last.own {
                try followPeople(version, now: now)
            } else {
                try widen(version, now: now)
            }
        }
        try store.write { scope in try store.topics.note(version: version.text, at: now, in: scope) }
    }

    /// What people added and took away holds for all that was said.
    private func followPeople(_ version: TopicsVersion, now: Timestamp) throws {
        let known = try store.topics.families()
        let lexicons = try TopicLexicons.of(school.folder)
        var changed: [(family: TopicFamily, language: String)] = []
        for phrase in try store.topics.standing() {
            for (said, family) in try lexicons.families(of: phrase)
            where known.exact(phrase, said: said) != family { changed.append((family, said)) }
        }
        try keep(changed, version, now: now)
    }

    /// What must never come takes in what the lexicons have come to know. Nothing is taken from it.
    private func widen(_ version: TopicsVersion, now: Timestamp) throws {
        let known = try store.topics.families()
        let lexicons = try TopicLexicons.of(school.folder)
        let barred = try store.topics.barred()
        var changed: [(family: TopicFamily, language: String)] = []
        for phrase in try store.topics.standing() where barred.contains(phrase.lowercased()) {
            for (said, family) in try lexicons.families(of: phrase) {
                guard let before = known.exact(phrase, said: said) ?? known.family(of: phrase, said: said) else {
                    continue
                }
                let wider = before.widened(by: family)
                if wider != before { changed.append((wider, said)) }
            }
        }
        try keep(changed, version, now: now)
    }
}

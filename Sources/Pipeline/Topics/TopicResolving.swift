import Configuration
import Content
import Store
import Topics

/// Resolves what was said and has not been: each phrase once, by the lexicons that are there when it is first met. When these change
/// afterwards, what must never come may get wider and nothing else changes; what the school's people say in `Config/topics.yaml` holds
/// at once.
package struct TopicResolving {
    package let school: School
    package let store: Store

    /// Over a school and its store.
    package init(school: School, store: Store) { (self.school, self.store) = (school, store) }

    /// Resolves what stands and is not resolved yet, and follows what has changed. Gives what a person should know.
    @discardableResult package func catchUp(now: Timestamp) throws -> [Finding] {
        let new = try findings { try resolve(store.topics.unresolved() + unresolvedAudiences(), now: now) }
        return try new.isEmpty ? findings { try keepUp(now: now) } : new
    }

    /// The topics that the school gives an audience and that are not resolved yet.
    private func unresolvedAudiences() throws -> [String] {
        try school.configuration.suitability.topics.keys.sorted().filter {
            try !store.topics.families(of: $0).contains($0)
        }
    }

    /// What one phrase means that was just said; none: it could not be looked up. What others said is not read. `isBarred`: it must
    /// never come, so that what was looked up long ago is widened by what is known today.
    package func families(of phrase: String, isBarred: Bool = false, now: Timestamp) throws -> TopicFamilies {
        let known = try store.topics.families(of: phrase)
        if known.contains(phrase), !isBarred { return known }
        _ = try findings {
            if known.contains(phrase) {
                try widen([phrase.lowercased()], try TopicLexicons.version(of: school.folder), now: now)
            } else {
                try resolve([phrase], now: now)
            }
        }
        return try store.topics.families(of: phrase)
    }

    /// Nobody's list is kept back for a damaged lexicon: until it is mended each phrase means its own words, and is tried again.
    private func findings(_ act: () throws -> Void) throws -> [Finding] {
        do {
            try act()
            return []
        } catch let error as ConfigurationError {
            return error.findings.map { .lexiconUnread($0) }
        } catch let error as ShippedFilesMissing {
            return [.lexiconUnread(Finding(.error, at: .part("topics"), "\(error)"))]
        }
    }

    private func resolve(_ phrases: [String], now: Timestamp) throws {
        guard !phrases.isEmpty else { return }
        let lexicons = try TopicLexicons.of(school.folder)
        lexicons.prepare(phrases)
        var families: [(family: TopicFamily, language: String)] = []
        for phrase in phrases { families += try lexicons.families(of: phrase).map { ($0.family, $0.said) } }
        if lexicons.couldNotAsk {
            // What a dictionary could have told is not kept as unknown: it is tried again.
            let known = Set(families.filter { $0.family.source == "lexicon" }.map { $0.family.phrase.lowercased() })
            families = families.filter { known.contains($0.family.phrase.lowercased()) }
        }
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
        // Of a store that an older version kept nothing is known: it may be all new.
        if last?.own ?? "" != version.own { try followPeople(version, now: now) }
        try widen(try store.topics.barred(), version, now: now)
        if last != version {
            try store.write { scope in try store.topics.note(version: version.text, at: now, in: scope) }
        }
    }

    /// What people added and took away holds for all that was said. What must never come loses by it only what people took away.
    private func followPeople(_ version: TopicsVersion, now: Timestamp) throws {
        let known = try store.topics.families()
        let lexicons = try TopicLexicons.of(school.folder)
        let barred = try store.topics.barred()
        var phrases = try store.topics.standing()
        phrases += school.configuration.suitability.topics.keys.sorted().filter { !phrases.contains($0) }
        lexicons.prepare(phrases)
        var changed: [(family: TopicFamily, language: String)] = []
        for phrase in phrases {
            let new = try lexicons.families(of: phrase).map { said, family in
                let before = known.family(of: phrase, said: said)
                let isBarred = barred.contains(phrase.lowercased())
                return (isBarred ? lexicons.keeping(before, in: family) : family, said)
            }
            // What was kept of a phrase at one time belongs together.
            if new.contains(where: { known.exact(phrase, said: $0.1) != $0.0 }) { changed += new }
        }
        try keep(changed, version, now: now)
    }

    /// What must never come takes in what the lexicons have come to know since it was looked up. Nothing is taken from it.
    private func widen(_ barred: Set<String>, _ version: TopicsVersion, now: Timestamp) throws {
        let versions = try store.topics.versions()
        let stale = barred.filter { versions[$0].map { $0 != version.text } ?? false }.sorted()
        guard !stale.isEmpty else { return }
        let lexicons = try TopicLexicons.of(school.folder)
        lexicons.prepare(stale)
        var wider: [(family: TopicFamily, language: String)] = []
        for phrase in stale {
            let known = try store.topics.families(of: phrase)
            wider += try lexicons.families(of: phrase).map { said, family in
                (known.family(of: phrase, said: said)?.widened(by: family) ?? family, said)
            }
        }
        try keep(wider, version, now: now)
    }
}

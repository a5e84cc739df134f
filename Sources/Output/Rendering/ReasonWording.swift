import Content

/// Words the reasons of a list: each says what its evidence says and nothing more. Read from `Config/reasons/LANG.yaml`.
public struct ReasonWording: Sendable {
    private let folder: WordingFolder
    /// The languages in which a sentence to this voice names the learner.
    private let named: [ReasonVoice: Set<String>]

    /// Reads the wordings of all languages from a folder; an error names the file and the line. `shipped`: the folder of those that
    /// ship, for what is missing.
    public init(folder: String, shipped: String? = nil) throws(RenderingSetupError) {
        let folder = try WordingFolder(
            folder: folder, shipped: shipped, known: ReasonKey.known, retired: ReasonKey.retired)
        self.folder = folder
        var named: [ReasonVoice: Set<String>] = [:]
        for voice in ReasonVoice.allCases {
            let tags = folder.all.filter { language in
                ReasonKey.allCases.contains {
                    language.wording("\(voice.rawValue).\($0.rawValue)")?.holes.contains("name") ?? false
                }
            }
            named[voice] = Set(tags.map(\.tag))
        }
        self.named = named
    }

    /// What was taken from the files that ship.
    var borrowed: [BorrowedWords] { folder.borrowed }

    /// The reasons as sentences, in their order; a sentence that was said already is not said again.
    ///
    /// `name` is the learner's; the learner is spoken to, anybody else is told about the learner.
    public func sentences(
        _ reasons: [Reason], role: RecipientRole, name: String, language: String
    ) -> [String] {
        teller(role: role, name: name, language: language).sentences(reasons)
    }

    /// What tells the reasons of one list.
    func teller(role: RecipientRole, name: String, language: String) -> ReasonTeller {
        let language = folder.language(language)
        let voice = role == .learner ? ReasonVoice.learner : .others
        // A learner is spoken to: as a rule no sentence has a name, and the same can be said to others.
        let isNamed = named[voice]?.contains(language.tag) ?? true
        return ReasonTeller(language: language, voice: voice, name: isNamed ? CleanText.line(name, limit: 60) : "")
    }
}

/// Tells reasons in one language to one kind of reader.
struct ReasonTeller {
    fileprivate let language: WordingFolder.Language
    fileprivate let voice: ReasonVoice
    fileprivate let name: String

    /// What its sentences depend on beside the reasons.
    struct Identity: Hashable {
        fileprivate let language: String
        fileprivate let voice: ReasonVoice
        fileprivate let name: String
    }

    /// Two tellers of one identity say the same.
    var identity: Identity { Identity(language: language.tag, voice: voice, name: name) }

    /// The reasons as sentences, in their order, each said once.
    func sentences(_ reasons: [Reason]) -> [String] { clauses(reasons).map { sentence($0) } }

    /// The same before they are made sentences.
    func clauses(_ reasons: [Reason]) -> [String] {
        var clauses: [String] = []
        for reason in reasons {
            for clause in self.clauses(reason) where !clause.isEmpty && !clauses.contains(clause) {
                clauses.append(clause)
            }
        }
        return clauses
    }

    /// A clause with the feed that the article comes from, as one sentence.
    func sentence(_ clause: String, from feed: String) -> String {
        sentence(language.text("joining.from", ["text": clause, "feed": CleanText.line(feed, limit: 60)]))
    }

    /// A clause that is true of several places of a list, or of all of them, as one sentence.
    func sentence(_ clause: String, ofPlaces places: [Int], isAll: Bool) -> String {
        if isAll { return sentence(language.text("joining.all", ["text": clause])) }
        let numbers = list(places.map { String($0) }, last: and)
        return sentence(language.text("joining.places", ["places": numbers, "text": clause]))
    }

    /// The clauses of one reason: one, but for matched terms of several kinds.
    private func clauses(_ reason: Reason) -> [String] {
        switch reason {
        case .pinned(let by, let assigned):
            let teacher = CleanText.line(by, limit: 60)
            if teacher.isEmpty { return [clause(assigned ? .assignedUnnamed : .pinnedUnnamed)] }
            return [clause(assigned ? .assigned : .pinned, ["teacher": teacher])]
        case .stretch: return [clause(.stretch)]
        case .bestLeft: return [clause(.bestLeft)]
        case .unnamed: return [clause(.unnamed)]
        case .scored(_, let evidence): return clauses(evidence)
        }
    }

    private func clauses(_ evidence: Evidence) -> [String] {
        switch evidence {
        case .terms(let terms): return clauses(terms)
        case .levels(let item, let learner): return [clause(levelKey(item: item, learner: learner))]
        case .nearness(let title, _, let shared):
            let mentions = mentions(unique(shared, atMost: 3))
            return [clause(.nearness, ["title": CleanText.line(title, limit: 80), "mentions": mentions])]
        // No fact about the learner stands behind what has no words of its own.
        default: return [clause(.bestLeft)]
        }
    }

    /// One clause for each kind and origin of the terms, in the order in which they first come.
    private func clauses(_ terms: [MatchedTerm]) -> [String] {
        var groups: [(key: ReasonKey, terms: [MatchedTerm])] = []
        for term in terms {
            let key = key(of: term)
            if let index = groups.firstIndex(where: { $0.key == key }) {
                groups[index].terms.append(term)
            } else {
                groups.append((key, [term]))
            }
        }
        return groups.map { group in
            let phrases = unique(group.terms.map { $0.names?[language.tag] ?? $0.phrase }, atMost: 3)
            let said = Set((phrases + group.terms.map(\.phrase)).map { $0.lowercased() })
            let words = unique(group.terms.flatMap(\.words), atMost: 4).filter { !said.contains($0.lowercased()) }
            if group.key == .related || group.key == .relatedAsked {
                return words.isEmpty ? "" : clause(group.key, ["words": list(words, last: and)])
            }
            return clause(group.key, ["phrase": list(phrases, last: and), "mentions": mentions(words)])
        }
    }

    private func mentions(_ words: [String]) -> String {
        words.isEmpty ? "" : language.text("joining.mentions", ["words": list(words, last: comma)])
    }

    private func key(of term: MatchedTerm) -> ReasonKey {
        // What does not stand in the article is not told of it.
        if term.isNamed == false, term.source != .need, term.source != .strength {
            return term.source == .asked ? .relatedAsked : .related
        }
        return switch (term.source, term.origin) {
        case (.asked, .teacher): .askedByTeacher
        case (.asked, .guardian): .askedByGuardian
        case (.asked, _): .asked
        case (.interest, _): .interest
        case (.need, _): .need
        case (.strength, _): .strength
        case (.learnt, _): .learnt
        case (.mentioned, _): .mentioned
        }
    }

    private func levelKey(item: Double, learner: Double) -> ReasonKey {
        switch Difficulty(item: item, learner: learner) {
        case .stretch: .levelHarder
        case .easy: .levelEasier
        case .right: .levelSame
        }
    }

    private func clause(_ key: ReasonKey, _ values: [String: String] = [:]) -> String {
        language.text("\(voice.rawValue).\(key.rawValue)", values.merging(["name": name]) { $1 })
    }

    /// A clause with a capital and a full stop, as the language writes a sentence.
    func sentence(_ clause: String) -> String {
        let capital = clause.prefix(1).uppercased() + clause.dropFirst()
        return language.text("joining.sentence", ["text": capital])
    }

    private var comma: String { language.text("joining.comma") }
    private var and: String { language.text("joining.and") }

    private func unique(_ texts: [String], atMost limit: Int) -> [String] {
        var kept: [String] = []
        for text in texts {
            let clean = CleanText.line(text, limit: 40)
            if !clean.isEmpty, kept.count < limit, !kept.contains(clean) { kept.append(clean) }
        }
        return kept
    }

    private func list(_ texts: [String], last: String) -> String {
        guard texts.count > 1, let end = texts.last else { return texts.first ?? "" }
        return texts.dropLast().joined(separator: comma) + last + end
    }
}

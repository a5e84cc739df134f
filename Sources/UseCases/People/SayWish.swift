import Configuration
import Content
import Pipeline
import Store
import Topics

/// Takes down one wish of a learner, a guardian or a teacher: more, less, enough, never, allow, too easy, too hard, read, liked or
/// disliked. It is about an article or about a topic.
public struct SayWish: UseCase {
    private let hearing: Hearing
    /// Whose lexicons tell what a topic means; nil: nobody's.
    private let school: School?
    private var store: Store { hearing.store }

    /// In a school's store.
    package init(_ open: SchoolAndStore) {
        self.init(Hearing(school: open.school, store: open.store), school: open.school)
    }

    /// One that listens so.
    init(_ hearing: Hearing, school: School? = nil) {
        self.hearing = hearing
        self.school = school
    }

    /// A wish.
    public struct Request: Sendable {
        /// What is wished.
        public var wish: Fact.Kind
        /// Whose wish it is, by id or name.
        public var learner: String
        /// An article's code or address, or a topic.
        public var about: String
        /// Whether it is a topic even where it looks like a code.
        public var isTopic: Bool
        /// Who says it.
        public var by: Fact.Origin
        /// The edition of the page that it stands on, which somebody must have a list of; nil: any.
        public var edition: Edition?

        /// A wish by its parts.
        package init(
            _ wish: Fact.Kind, learner: String, about: String, isTopic: Bool = false, by: Fact.Origin,
            edition: Edition? = nil
        ) {
            self.wish = wish
            self.learner = learner
            self.about = about
            self.isTopic = isTopic
            self.by = by
            self.edition = edition
        }
    }

    /// What was taken down.
    public typealias Outcome = TakenDown

    /// Takes it down.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> TakenDown {
        try PrintedLists(store: store).check(request.edition)
        let heard = HeardWish(hearing: hearing)
        let (wish, about) = (request.wish, request.about)
        if let kept = try heard.ofNobody(
            [request.learner, about], from: request.learner, by: request.by, now: now)
        {
            return kept
        }
        let things = NamedThings(store: store)
        let learner = try things.learner(request.learner)
        // A wish is about a topic, and so is letting it go.
        let isTopic = request.isTopic || wish == .enough
        let item: ContentItem? = isTopic ? nil : try store.items.item(named: about)
        if item == nil {
            // Looked at before anything is said of it.
            if let kept = try heard.of(learner, wish, about: about, by: request.by, now: now) { return kept }
            let isCode = ItemCode(rawValue: about).isWellFormed && about == about.uppercased()
            if wish.isOfArticles || about.isWebAddress || (!isTopic && isCode) { _ = try things.item(about) }
            try TopicRule.check(about, languages: learner.languages)
        }
        var taken = try store.write { scope in
            try takeDown(request, of: learner, item: item, now: now, in: scope)
        }
        if item == nil, let school {
            let families = try TopicResolving(school: school, store: store)
                .families(of: about, isBarred: wish == .never, now: now)
            let barred = BarredTopic(families, of: about, languages: learner.languages)
            if wish == .never, let barred { taken.parts.append(.keepsBack(barred)) }
        }
        let basis = school?.lawfulBasis
        if taken.appended > 0, !learner.mayBeProfiled(on: basis) { taken.notes.append(.notMatched(learner.id)) }
        return taken
    }

    private func takeDown(
        _ request: Request, of learner: Learner, item: ContentItem?, now: Timestamp, in scope: borrowing WriteScope
    ) throws -> TakenDown {
        let known = try store.learners.facts(about: [learner.id])
        let facts = known.readable[learner.id] ?? []
        var value = item?.title ?? request.about
        if request.wish == .enough {
            guard let open = try self.open(request.about, facts, learner) else {
                return TakenDown(
                    parts: [.noSuchWish(learner: Verbatim(learner.name), about: Verbatim(request.about))])
            }
            value = open
        }
        let fact = Fact(
            learner: learner.id, kind: request.wish, value: value, item: item?.id, origin: request.by, at: now)
        let isNew = RepeatedWish.isNew(fact, beside: facts)
        let numbers = isNew ? try store.learners.append([fact], in: scope) : []
        var taken = TakenDown(
            parts: [.said(.init(fact, learner: learner, isNew: isNew))], appended: isNew ? 1 : 0)
        taken.facts = numbers
        taken.add(known.findings)
        if request.wish == .allow {
            let profile = InterestProfile(facts: facts + [fact])
            let bars = profile.avoids.filter { $0.phrase.lowercased() == fact.value.lowercased() && item == nil }
            taken.parts += bars.map { .staysBarred(by: $0.origin) }
        }
        return taken
    }

    /// The wish that is let go, as it was said: by the same words, or by others for the same topic. Nil: there is none.
    private func open(_ topic: String, _ facts: [Fact], _ learner: Learner) throws -> String? {
        let wishes = InterestProfile(facts: facts).wants.filter { $0.asked }.map { $0.phrase }
        if let same = wishes.first(where: { $0.lowercased() == topic.lowercased() }) { return same }
        guard let school else { return nil }
        let lexicons = try TopicLexicons.of(school.folder)
        let languages =
            learner.languages.isEmpty ? [school.configuration.school(of: learner).language] : learner.languages
        let meant = Set(try languages.compactMap { try lexicons.topic(of: topic, language: $0) })
        return try wishes.first { wish in
            try languages.contains { language in
                try lexicons.topic(of: wish, language: language).map { meant.contains($0) } ?? false
            }
        }
    }
}

import Content
import ContentDigest
import Pipeline
import Store

/// Lets what words or a topic hold through for a class, or refuses it: an article, or all that a feed brings.
public struct SettleHeldArticles: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// What is said of it.
    public enum Answer: Hashable, Sendable {
        /// It is let through: an article as it reads now; a feed's articles are not held for words.
        case approve
        /// It never comes to the class.
        case refuse
    }

    /// What, for whom, and whether it is taken back.
    public struct Request: Sendable {
        /// What is said.
        public var answer: Answer
        /// Articles, by code or address.
        public var articles: [String]
        /// A feed, by title or address; nil: none.
        public var feed: String?
        /// The class.
        public var schoolClass: String
        /// Whether what was said is taken back.
        public var undoes: Bool
        /// What the one article was when it was looked at (``ListHeldArticles/Held/digest``); nil: nobody looked. Where it is another now, nothing is done.
        public var seen: String?

        /// An answer by its parts.
        package init(
            _ answer: Answer, articles: [String] = [], feed: String? = nil, class schoolClass: String,
            undoes: Bool = false, seen: String? = nil
        ) {
            self.seen = seen
            (self.answer, self.articles, self.feed) = (answer, articles, feed)
            (self.schoolClass, self.undoes) = (schoolClass, undoes)
        }
    }

    /// What holds now.
    public struct Outcome: Sendable {
        /// Each rule as it was said.
        public var rules: [SaidRule]
    }

    /// One thing that is settled.
    private struct Subject {
        var target: TeacherRule.Target
        var subject: RuleSubject
        /// The article; nil: it is a feed.
        var item: ContentItem?
    }

    /// Says it of each. Throws at the first that is not there, before anything was said.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let (school, store) = (open.school, open.store)
        let book = RuleBook(school: school, store: store)
        let said = try book.said(for: .schoolClass(request.schoolClass), by: actor)
        let verb = request.verb
        return try store.write { scope in
            let subjects = try subjects(of: request)
            if let seen = request.seen {
                let digest = try HeldDigest(class: request.schoolClass, store: store)
                for item in subjects.compactMap(\.item) where digest.text(of: item) != seen {
                    throw ListRefusal.hasChanged
                }
            }
            var rules: [SaidRule] = []
            for subject in subjects {
                let rule = TeacherRule(
                    kind: verb.kind, scope: said.scope, target: subject.target, by: said.by,
                    readDigest: verb.kind == .approve ? subject.item?.readDigest : nil, at: now)
                let isNew =
                    request.undoes
                    ? try book.takeBack(rule, subject.subject, for: said.whom, now: now, in: scope)
                    : try book.append(rule, in: scope)
                rules.append(SaidRule(verb: verb.said, subject: subject.subject, whom: said.whom, isNew: isNew))
            }
            return Outcome(rules: rules)
        }
    }

    private func subjects(of request: Request) throws -> [Subject] {
        let things = NamedThings(store: open.store)
        var subjects = try request.articles.map { name in
            let item = try things.item(name)
            return Subject(target: .item(item.id), subject: .article(ArticleName(item)), item: item)
        }
        if let name = request.feed {
            let feed = try feed(named: name)
            subjects.append(Subject(target: .feed(feed.address), subject: .feed(Verbatim(feed.title))))
        }
        return subjects
    }

    /// The feed of a title or address, of those that are on the school's lists.
    private func feed(named name: String) throws -> Feed {
        let feeds = try open.store.items.feeds()
        let found = feeds.filter { [$0.address, ShownAddress.text($0.address)].contains(name) }
        let named = found.isEmpty ? feeds.filter { $0.title.lowercased() == name.lowercased() } : found
        if named.count > 1 { throw FeedRefusal.severalFeeds(Verbatim(name), named) }
        if let only = named.first { return only }
        let nearest = NearestName.of(name, among: feeds.flatMap { [$0.title, ShownAddress.text($0.address)] })
        throw FeedRefusal.noFeed(Verbatim(name), nearest: nearest.map { Verbatim($0) })
    }
}

extension SettleHeldArticles.Request {
    fileprivate var verb: (kind: TeacherRule.Kind, said: SaidRule.Verb) {
        switch (answer, undoes) {
        case (.approve, false): (.approve, .approve)
        case (.approve, true): (.unapprove, .unapprove)
        case (.refuse, false): (.veto, .veto)
        case (.refuse, true): (.unveto, .unveto)
        }
    }
}

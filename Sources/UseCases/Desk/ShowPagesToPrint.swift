import Content
import Output
import Pipeline
import Store

/// Makes the printed pages of a class's lists, or of one learner's, as they would be put out now. Nothing is recorded, and nothing counts as given.
public struct ShowPagesToPrint: UseCase {
    private let school: School
    private let store: Store

    /// In a school.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

    /// Whose.
    public struct Request: Sendable {
        /// What is made of a class's pages.
        public enum Part: Hashable, Sendable {
            /// Whose pages there are, and why others' are not.
            case contents
            /// All pages that are printed with the class, in one document.
            case packet
            /// One learner's page.
            case page(LearnerID)
            /// The page of the class, the same for all.
            case classPage

            /// Whether a learner's list is looked at for it.
            func isAbout(_ learner: LearnerID) -> Bool {
                switch self {
                case .contents, .packet: true
                case .page(let id): id == learner
                case .classPage: false
                }
            }
        }

        /// The class.
        public var schoolClass: String
        /// What is made.
        public var part: Part
        /// The edition; nil: the newest that one of them has a list of.
        public var edition: Edition?

        /// The pages of a class.
        package init(_ schoolClass: String, _ part: Part = .contents, edition: Edition? = nil) {
            (self.schoolClass, self.part, self.edition) = (schoolClass, part, edition)
        }
    }

    /// The pages.
    public struct Outcome: Sendable {
        /// The edition; nil: nobody has a list.
        public var edition: Edition?
        /// The newest editions that one of them has a list of, the newest first.
        public var editions: [Edition] = []
        /// The learners of the class in the order of the print, with what becomes of the page of each.
        public var pages: [Page] = []
        /// What becomes of the page of the class; nil: there is none.
        public var classPage: Fate?
        /// The document; nil: there is nothing that may be printed, or none was asked for.
        public var html: [UInt8]?
    }

    /// A learner's page.
    public struct Page: Sendable {
        /// Whose it is.
        public var learner: Learner
        /// What becomes of it.
        public var fate: Fate
    }

    /// What becomes of a page.
    public enum Fate: Hashable, Sendable {
        /// It is in the packet of the class.
        case isIn
        /// It may be printed, and is in the packet of another class.
        case isInPacket(of: Verbatim)
        /// The list waits for approval.
        case waits
        /// A teacher holds the list back.
        case isHeld
        /// The list was not approved in time.
        case wasNotApproved
        /// The learner left, took consent back, or all of the list was vetoed or opted out of since.
        case isWithdrawn
        /// Something that is stored of the learner or the list is not understood.
        case isNotUnderstood
        /// No list is made from what is known of the learner: they get the page of the class.
        case getsClassPage
        /// There is no list.
        case isMissing
    }

    /// How many editions are told.
    private static let mostEditions = 6

    /// Makes them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let schoolClass = try NamedThings(store: store).schoolClass(request.schoolClass)
        let reader = LearnerID.reader(ofClass: schoolClass)
        let facts = try store.learners.facts(about: store.learners.ids(inClass: schoolClass))
        let members = facts.readable.map { Learner(id: $0.key, facts: $0.value) }
            .filter { $0.enrolled && $0.classes.contains(schoolClass) && request.part.isAbout($0.id) }
        let editions = try Set((members.map(\.id) + [reader]).flatMap { try store.lists.editions(of: $0) })
        var outcome = Outcome(editions: Array(editions.sorted().reversed().prefix(Self.mostEditions)))
        outcome.edition = request.edition ?? outcome.editions.first
        guard let edition = outcome.edition else { return outcome }
        let lists = try store.lists.lists(of: edition, learners: members.map(\.id) + [reader]).lists
        let preview = ListPreview(
            store: store, renderers: school.renderers, settings: school.deliverySettingsToLook)
        let printable = try preview.printable(members.map(\.id) + [reader], edition: edition)
        let ready = Dictionary(printable.lists.map { ($0.learner.id, $0) }, uniquingKeysWith: { first, _ in first })
        func fate(_ id: LearnerID) -> Fate {
            switch lists[id]?.list.state {
            case nil: .isMissing
            case .awaitingApproval: .waits
            case .held: .isHeld
            case .withheld: .wasNotApproved
            case .ready:
                ready[id] != nil
                    ? .isIn : printable.withdrawn.contains(id) ? .isWithdrawn : .isNotUnderstood
            }
        }
        // As they are printed: by the names that they had when the lists were made.
        func name(of learner: Learner) -> String { ready[learner.id]?.learner.name ?? learner.name }
        outcome.pages = members.map { learner in
            if facts.unread[learner.id] != nil { return Page(learner: learner, fate: .isNotUnderstood) }
            if !learner.mayBeProfiled(on: school.lawfulBasis) { return Page(learner: learner, fate: .getsClassPage) }
            let fate = fate(learner.id)
            let printedWith = preview.classOfPrint(learner) ?? schoolClass
            return Page(
                learner: learner,
                fate: fate == .isIn && printedWith != schoolClass ? .isInPacket(of: Verbatim(printedWith)) : fate)
        }.sorted { (name(of: $0.learner), $0.learner.id) < (name(of: $1.learner), $1.learner.id) }
        if lists[reader] != nil { outcome.classPage = fate(reader) }
        let printed = printed(request.part, outcome, ready, reader)
        if !printed.isEmpty { outcome.html = preview.pages(printed, className: schoolClass) }
        return outcome
    }

    /// The lists of a part.
    private func printed(
        _ part: Request.Part, _ outcome: Outcome, _ ready: [LearnerID: GatheredList], _ reader: LearnerID
    ) -> [GatheredList] {
        switch part {
        case .contents: []
        case .packet: outcome.pages.filter { $0.fate == .isIn }.compactMap { ready[$0.learner.id] }
        case .page(let id): outcome.pages.contains { $0.learner.id == id } ? [ready[id]].compactMap { $0 } : []
        case .classPage: [ready[reader]].compactMap { $0 }
        }
    }
}

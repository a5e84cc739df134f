import Content
import Output
import UseCases

/// The coming lists of a class: repaired, approved and held back before they go out.
enum ReviewRoutes {
    static var all: [DeskRoute] {
        [
            DeskRoute(.get, "/review/:class", for: .teacher, answer: show),
            DeskRoute(.post, "/review/:class/item", for: .teacher, weight: .heavy, answer: repair),
            DeskRoute(.post, "/review/:class/approve", for: .teacher) { try decide($0, .approve) },
            DeskRoute(.post, "/review/:class/hold", for: .teacher) { try decide($0, .hold) },
            DeskRoute(.post, "/review/:class/lift", for: .teacher) { try decide($0, .lift) },
            DeskRoute(.post, "/review/:class/back", for: .teacher, answer: takeBack),
        ]
    }

    /// What is decided of lists.
    private enum Decision { case approve, hold, lift }

    @Sendable private static func show(_ visit: DeskVisit) throws -> DeskAnswer {
        let outcome = try ShowReview(visit.open).run(
            .init(visit.className, edition: try StripRoutes.edition(of: visit.request.query)), by: visit.actor,
            now: visit.now)
        return .page(ReviewPage(schoolClass: visit.className, outcome: outcome))
    }

    /// The edition that the page showed. Without one there is nothing to change.
    private static func request(_ visit: DeskVisit) throws -> ReviewLists.Request {
        guard let edition = Edition(try visit.needed("edition", atMost: 100)) else { throw DeskRefusal.malformed }
        var request = ReviewLists.Request()
        (request.schoolClass, request.edition, request.looksForArticles) = (visit.className, edition, false)
        request.seen = try visit.needed("seen", atMost: 20)
        return request
    }

    private static func path(_ visit: DeskVisit) -> String {
        let edition = visit.request.form["edition"].map { "?edition=\(PercentText.encoded($0))" } ?? ""
        return "/review/\(PercentText.encoded(visit.className))" + edition
    }

    /// The one learner whom a form names; nil: the class.
    private static func whom(_ visit: DeskVisit) throws -> LearnerID? {
        guard let who = try visit.text("who") else { return nil }
        // The reader of the class's page is the class's.
        if LearnerID(rawValue: who).classRead == visit.className { return LearnerID(rawValue: who) }
        let learner = try visit.learner("who")
        guard learner.classes.contains(visit.className) else { throw DeskRefusal.notYours }
        return learner.id
    }

    @Sendable private static func repair(_ visit: DeskVisit) throws -> DeskAnswer {
        var request = try request(visit)
        let item = try visit.needed("item", atMost: 40)
        let verb: RepairVerb
        switch try visit.needed("verb") {
        case "veto": (verb, request.veto) = (.veto, [item])
        case "pin": (verb, request.pin) = (.pin, [item])
        case "swap": (verb, request.swap) = (.swap, [item])
        default: throw DeskRefusal.malformed
        }
        // What is done with the class's page is done for the class.
        let one = try whom(visit).flatMap { $0.classRead == nil ? $0 : nil }
        request.learner = one?.rawValue
        let outcome = try ReviewLists(visit.open).run(request, by: visit.actor, now: visit.now)
        guard let report = outcome.repair else { return .see(path(visit), nil) }
        let undo: DeskNotice.Undo? =
            verb == .swap || report.done.allSatisfy { !$0.isNew } || report.done.contains(where: \.replaces)
            ? nil
            : .init(
                path: "/review/\(PercentText.encoded(visit.className))/back",
                values: [
                    "item": item, "verb": verb == .pin ? "pin" : "veto", "who": one?.rawValue ?? "",
                    "edition": visit.request.form["edition"] ?? "",
                ])
        return .see(path(visit), ReviewNotice(words: visit.words).notice(of: report, undo: undo))
    }

    @Sendable private static func takeBack(_ visit: DeskVisit) throws -> DeskAnswer {
        let item = try visit.needed("item", atMost: 40)
        let audience = try whom(visit).map { RuleAudience.learner($0.rawValue) } ?? .schoolClass(visit.className)
        let rule =
            if try visit.needed("verb") == "pin" {
                try UnpinArticle(visit.open).run(.init(item, for: audience), by: visit.actor, now: visit.now)
            } else {
                try TakeVetoBack(visit.open).run(.init(.article(item), for: audience), by: visit.actor, now: visit.now)
            }
        let lines = RuleWords(words: visit.words).lines(rule) + [visit.words("review.staysNow")]
        return .see(path(visit), DeskNotice(.done, lines))
    }

    private static func decide(_ visit: DeskVisit, _ decision: Decision) throws -> DeskAnswer {
        var request = try request(visit)
        let one = try whom(visit)
        switch decision {
        case .approve:
            request.approves = true
            request.learner = one?.rawValue
        case .hold, .lift:
            guard let one else { throw DeskRefusal.missing }
            if decision == .hold { request.hold = [one.rawValue] } else { request.lift = [one.rawValue] }
        }
        let outcome = try ReviewLists(visit.open).run(request, by: visit.actor, now: visit.now)
        let reviews = outcome.parts.compactMap(\.review)
        let notice = ReviewNotice(words: visit.words)
        var undo: DeskNotice.Undo?
        if decision == .hold, let one {
            undo = .init(
                path: "/review/\(PercentText.encoded(visit.className))/lift",
                values: [
                    "who": one.rawValue, "edition": visit.request.form["edition"] ?? "",
                    // What it is now, so that a later change by somebody else is not undone.
                    "seen": try ShowReview(visit.open).run(
                        .init(visit.className, edition: request.edition), by: visit.actor, now: visit.now
                    ).sheet.digest,
                ])
        }
        return .see(path(visit), notice.notice(of: reviews, undo: undo))
    }
}

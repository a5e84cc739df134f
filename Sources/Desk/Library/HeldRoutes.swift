import Content
import Output
import UseCases

/// Articles that wait for somebody to read them: for a class's teacher, and for a librarian, who looks after those of any class.
enum HeldRoutes {
    static var all: [DeskRoute] {
        [
            DeskRoute(.get, "/review/:class/held", for: .teacher, weight: .heavy) { try show($0, as: "review") },
            DeskRoute(.post, "/review/:class/held", for: .teacher) { try settle($0, as: "review") },
            DeskRoute(.get, "/feeds/:class/held", for: .librarian, weight: .heavy) { try show($0, as: "feeds") },
            DeskRoute(.post, "/feeds/:class/held", for: .librarian) { try settle($0, as: "feeds") },
        ]
    }

    private static func path(_ visit: DeskVisit, _ part: String) -> String {
        "/\(part)/\(PercentText.encoded(visit.className))/held"
    }

    private static func show(_ visit: DeskVisit, as part: String) throws -> DeskAnswer {
        let held = try ListHeldArticles(visit.open).run(.init(visit.className), by: visit.actor, now: visit.now)
        return .page(
            HeldPage(
                schoolClass: visit.className, path: path(visit, part), articles: held.articles,
                isLibrarians: part == "feeds"))
    }

    private static func settle(_ visit: DeskVisit, as part: String) throws -> DeskAnswer {
        let answer: SettleHeldArticles.Answer = try visit.needed("answer") == "approve" ? .approve : .refuse
        let item = try visit.needed("item", atMost: 40)
        let undoes = try visit.text("undo") == "yes"
        let outcome = try SettleHeldArticles(visit.open).run(
            .init(
                answer, articles: [item], class: visit.className, undoes: undoes,
                seen: undoes ? nil : try visit.needed("seen", atMost: 80)), by: visit.actor, now: visit.now)
        let undo = DeskNotice.Undo(
            path: path(visit, part), values: ["item": item, "answer": try visit.needed("answer"), "undo": "yes"])
        return .see(
            path(visit, part),
            DeskNotice(
                .done, outcome.rules.flatMap { RuleWords(words: visit.words).lines($0) }, undo: undoes ? nil : undo))
    }
}

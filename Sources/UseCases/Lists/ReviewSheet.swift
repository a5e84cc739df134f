import Configuration
import Content
import Output
import Pipeline
import Store

/// What a class's lists of one edition hold, an article a row: who gets it and why, what is said of many said once.
public struct ReviewSheet: Sendable {
    /// An article of lists.
    struct Row: Sendable {
        var item: ContentItem
        /// Who gets it.
        var learners: [Learner]
        /// Why, the reason that most have first, each with those of whom it is said.
        var reasons: [(text: String, learners: [Learner])]
    }

    /// The class; nil: of learners in none.
    var schoolClass: String?
    /// The one learner that is asked about.
    var only: Learner?
    /// The edition; nil: no list is open.
    var edition: Edition?
    /// How many lists there are, in which states.
    var lists = 0
    var waiting = 0
    var held = 0
    var rows: [Row] = []
    /// How many are out already.
    var out = 0

    /// Names for people: all of a few, some of many.
    static func names(_ names: [String]) -> String {
        guard names.count > most else { return names.joined(separator: ", ") }
        return names.prefix(most - 1).joined(separator: ", ") + " and \(names.count - most + 1) more"
    }

    /// The most names in a row.
    private static let most = 40
}

/// Makes sheets.
struct ReviewSheetMaker {
    let school: School
    let store: Store

    /// The sheet of a class, or of one learner.
    func sheet(class name: String?, members: [LearnerID], only: Learner?, edition: Edition?) throws -> ReviewSheet {
        var sheet = ReviewSheet(schoolClass: name, only: only)
        guard let edition = try edition ?? OpenLists.latest(of: members, school: school, store: store) else {
            return sheet
        }
        sheet.edition = edition
        let lists = try OpenLists(of: edition, learners: members, school: school, store: store)
        let own = lists.all.filter { open in only != nil || name.map { open.terms.mayHold($0) } ?? true }
        let open = own.filter { !$0.isOut }
        sheet.out = own.count - open.count
        sheet.lists = open.count
        sheet.waiting = open.count { $0.list.state == .awaitingApproval }
        sheet.held = open.count { $0.list.state == .held }
        sheet.rows = try rows(of: open)
        return sheet
    }

    /// The articles, those that most get first.
    private func rows(of open: [OpenLists.Open]) throws -> [ReviewSheet.Row] {
        var places: [ItemID: [(open: OpenLists.Open, entry: ListEntry)]] = [:]
        for open in open { for entry in open.list.entries { places[entry.item, default: []].append((open, entry)) } }
        let items = try store.items.items(versions: Set(places.values.flatMap { $0.map { $0.entry.version } }))
        let rows = places.values.compactMap { places -> (row: ReviewSheet.Row, place: Int)? in
            guard let version = places.map({ $0.entry.version }).max(), let item = items[version] else { return nil }
            let row = ReviewSheet.Row(
                item: item, learners: places.map { $0.open.learner }, reasons: reasons(of: places))
            return (row, places.map { $0.entry.place }.min() ?? 0)
        }
        return rows.sorted {
            ($1.row.learners.count, $0.place, $0.row.item.code.rawValue)
                < ($0.row.learners.count, $1.place, $1.row.item.code.rawValue)
        }.map { $0.row }
    }

    /// Why they get it: a reason that several have is worded once, without anybody's name.
    private func reasons(
        of places: [(open: OpenLists.Open, entry: ListEntry)]
    ) -> [(text: String, learners: [Learner])] {
        var groups: [(reason: Reason, learners: [Learner])] = []
        for (open, entry) in places {
            for reason in school.discretion.toldToOthers(entry.reasons) {
                if let index = groups.firstIndex(where: { $0.reason == reason }) {
                    groups[index].learners.append(open.learner)
                } else {
                    groups.append((reason, [open.learner]))
                }
            }
        }
        var told: [(text: String, reason: Reason, clause: Int, learners: [Learner])] = []
        for group in groups {
            for (clause, text) in sentences(of: group.reason, to: anybody).enumerated() {
                // Levels differ by a tenth from learner to learner, and the sentence is the same.
                if let index = told.firstIndex(where: { $0.text == text }) {
                    let there = Set(told[index].learners.map { $0.id })
                    told[index].learners += group.learners.filter { !there.contains($0.id) }
                } else {
                    told.append((text, group.reason, clause, group.learners))
                }
            }
        }
        return told.enumerated().sorted {
            ($1.element.learners.count, $0.offset) < ($0.element.learners.count, $1.offset)
        }.map { _, told in
            guard let only = told.learners.first, told.learners.count == 1 else { return (told.text, told.learners) }
            let own = sentences(of: told.reason, to: only.name)
            return (own.indices.contains(told.clause) ? own[told.clause] : told.text, told.learners)
        }
    }

    /// Whom a sentence is about that is said of several.
    private var anybody: String {
        let language = school.configuration.school.language
        return language == "en" || language.hasPrefix("en-") ? "the learner" : "…"
    }

    private func sentences(of reason: Reason, to name: String) -> [String] {
        school.reasons.sentences(
            [reason], role: .teacher, name: name, language: school.configuration.school.language)
    }
}

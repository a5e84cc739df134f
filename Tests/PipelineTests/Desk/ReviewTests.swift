import Content
import Foundation
@testable import Phrases
@testable import Pipeline
@testable import Store
import Testing
@testable import UseCases

/// What lists hold is seen, and repaired, before they go out.
@Suite struct ReviewTests {
    @Test func eachArticleIsOneRowWithWhoGetsItAndWhy() throws {
        let open = try OpenSchool(seed: 901)
        defer { open.remove() }
        let answer = try open.review { _ in }
        #expect(answer.parts.map { $0.sheet.schoolClass?.text } == ["5A", "9B"])
        let sheet = answer.parts[0].sheet
        #expect(sheet.edition == OpenSchool.edition && sheet.lists == 6 && sheet.waiting == 6)
        var expected: [ItemID: Set<String>] = [:]
        for id in OpenSchool.class5A { for item in try open.items(id) { expected[item, default: []].insert(id) } }
        #expect(Set(sheet.rows.map { $0.item.id }) == Set(expected.keys) && sheet.rows.count == expected.count)
        for row in sheet.rows {
            #expect(Set(row.learners.map { $0.id.rawValue }) == expected[row.item.id])
            let reasons = SheetReasons(wording: answer.wording, language: answer.language.text).told(row.reasons)
            #expect(!reasons.isEmpty && reasons.allSatisfy { !$0.text.isEmpty && !$0.learners.isEmpty })
            #expect(Set(reasons.map { $0.text }).count == reasons.count, "what is said of many is said once")
        }
        let one = try open.review { $0.learner = "l1" }
        let own = try open.items("l1").count
        #expect(one.parts.count == 1 && one.parts[0].sheet.rows.count == own)
    }

    @Test func rowsOfListsAreNoArticlesThatWait() throws {
        let open = try OpenSchool(seed: 902)
        defer { open.remove() }
        let lines = try open.review { $0.schoolClass = "5A" }.jsonLines().map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        let rows = lines.filter { $0["row"] as? String == "list-article" }
        #expect(!rows.isEmpty && rows.allSatisfy { $0["url"] == nil && $0["code"] == nil })
        for key in ["class", "article", "address", "title", "minutes", "level", "learners", "reasons"] {
            #expect(rows.allSatisfy { $0[key] != nil }, "\(key)")
        }
        #expect(lines[0]["class"] as? String == "5A" && lines.count { $0["waits"] as? String == "list" } == 6)
    }

    @Test func aVetoTakesAnArticleOutAndTheBestOfTheRestTakesThePlace() throws {
        let open = try OpenSchool(seed: 903)
        defer { open.remove() }
        let (item, holders) = try open.shared(OpenSchool.class5A)
        let before = try OpenSchool.class5A.map { try open.list($0) }
        let answer = try open.review {
            ($0.schoolClass, $0.veto) = ("5A", [item.code.rawValue])
        }
        #expect(answer.repair?.remade.count == holders.count)
        for (id, old) in zip(OpenSchool.class5A, before) {
            let new = try open.list(id)
            if holders.contains(id) {
                #expect(!new.entries.contains { $0.item == item.id } && new.entries.count == old.entries.count, "\(id)")
                #expect(new.state == .awaitingApproval)
                let stayed = Set(old.entries.map { $0.item }).subtracting([item.id])
                #expect(stayed.isSubset(of: new.entries.map { $0.item }), "\(id): nothing else changes")
            } else {
                #expect(new == old, "\(id) had nothing to do with it")
            }
        }
        let vetoes = try ListStandingRules(open.opened).run(
            .init(.vetoes, schoolClass: "5A"), by: Actor(), now: OpenSchool.now)
        #expect(vetoes.rules.map { $0.item?.id } == [item.id])
    }

    @Test func aListThatWasRepairedIsExplainedAsItIs() throws {
        let open = try OpenSchool(seed: 912)
        defer { open.remove() }
        for _ in 0..<2 {
            let item = try open.item(try #require(try open.items("l0").last))
            try open.review { ($0.learner, $0.veto) = ("l0", [item.code.rawValue]) }
        }
        let there = Set(try open.items("l0"))
        let explaining = ExplainList(open.opened)
        for item in try open.store.items.items().map({ $0.item }) {
            let told = try explaining.run(
                .init(of: "l0", item: item.code.rawValue, edition: OpenSchool.edition), by: Actor(),
                now: OpenSchool.now)
            var isPlaced = false
            if case .placed? = told.item?.outcome { isPlaced = true }
            #expect(isPlaced == there.contains(item.id), "\(item.code)")
        }
    }

    @Test func aSwapIsOfOneEditionAndOneLearner() throws {
        let open = try OpenSchool(seed: 904)
        defer { open.remove() }
        let item = try open.item(try #require(try open.items("l0").first))
        let others = try ["l3", "l6", "l1"].map { try open.list($0) }
        try open.review { ($0.learner, $0.swap) = ("l0", [item.code.rawValue]) }
        #expect(try !open.items("l0").contains(item.id))
        #expect(try ["l3", "l6", "l1"].map { try open.list($0) } == others)
        let told = try ExplainList(open.opened).run(
            .init(of: "l0", item: item.code.rawValue, edition: OpenSchool.edition), by: Actor(), now: OpenSchool.now)
        guard case .removed(let verdict)? = told.item?.outcome else {
            Issue.record("it is not said why it is gone")
            return
        }
        #expect(verdict.because.contains("for this edition"))
        #expect(try open.store.learners.rules().known.allSatisfy { $0.kind == .swap })
        // Nothing stands against it in the next edition.
        let week = RunTests.monday.adding(seconds: 7 * 86_400)
        _ = try Pipeline(school: open.school, store: open.store).run(
            [.rank], edition: Edition(date: week.utcDate), now: week)
        let next = try open.store.lists.newest(
            for: LearnerID(rawValue: "l0"), edition: Edition(date: week.utcDate))
        #expect(next?.list.entries.contains { $0.item == item.id } == true)
    }

    @Test func aPinComesFirstForOneOrForAll() throws {
        let open = try OpenSchool(seed: 905)
        defer { open.remove() }
        let all = try open.store.items.items().map { $0.item }
        let held = Set(try OpenSchool.class9B.flatMap { try open.items($0) })
        let item = try #require(all.first { !held.contains($0.id) && $0.language == "en" })
        try open.review { ($0.learner, $0.pin) = ("l3", [item.code.rawValue]) }
        #expect(try open.items("l3").first == item.id)
        #expect(try !open.items("l0").contains(item.id))
        try open.review { ($0.schoolClass, $0.pin) = ("9B", [item.code.rawValue]) }
        for id in OpenSchool.class9B { #expect(try open.items(id).first == item.id) }
    }

    @Test func whatWasApprovedAndChangedIsApprovedAnewUnlessTheSameCommandDoes() throws {
        let open = try OpenSchool(seed: 906)
        defer { open.remove() }
        try open.review { ($0.schoolClass, $0.approves) = ("5A", true) }
        #expect(try open.list("l1").state == .ready)
        var item = try open.item(try #require(try open.items("l1").last))
        try open.review { ($0.learner, $0.swap) = ("l1", [item.code.rawValue]) }
        #expect(try open.list("l1").state == .awaitingApproval)
        #expect(try open.list("l2").state == .ready)
        item = try open.item(try #require(try open.items("l2").last))
        try open.review { ($0.learner, $0.swap, $0.approves) = ("l2", [item.code.rawValue], true) }
        #expect(try open.list("l2").state == .ready)
        #expect(try open.list("l1").state == .awaitingApproval)
        try open.deliver()
        let served = try open.store.outbox.learnersServed(in: OpenSchool.edition).map { $0.rawValue }
        #expect(served.contains("l2") && !served.contains("l1"))
    }

    @Test func whatIsHeldStaysHeldAndIsNotLetOutUnseen() throws {
        let open = try OpenSchool(seed: 907)
        defer { open.remove() }
        try open.review { ($0.schoolClass, $0.approves) = ("5A", true) }
        try open.review { ($0.schoolClass, $0.hold) = ("5A", ["l1"]) }
        let item = try open.item(try #require(try open.items("l1").first))
        try open.review { ($0.schoolClass, $0.swap) = ("5A", [item.code.rawValue]) }
        #expect(try open.list("l1").state == .held)
        #expect(try !open.items("l1").contains(item.id))
        try open.review { ($0.schoolClass, $0.lift) = ("5A", ["l1"]) }
        #expect(try open.list("l1").state == .awaitingApproval)
    }

    @Test func whatIsSentCannotBeChanged() throws {
        let open = try OpenSchool(seed: 908)
        defer { open.remove() }
        let item = try open.item(try #require(try open.items("l0").first))
        try open.deliver()
        for change in [\ReviewLists.Request.veto, \.pin, \.swap] {
            let error = try #require(throws: ListRefusal.self) {
                try open.review {
                    $0.learner = "l0"
                    $0[keyPath: change] = [item.code.rawValue]
                }
            }
            #expect(ErrorWords.of(error).contains("sent already and cannot be changed"))
        }
        #expect(try open.store.learners.rules().known.isEmpty, "nothing was done")
        let program = Program(folder: open.generated.root)
        let result = try program.run("review", "--learner", "l0", "--swap", item.code.rawValue)
        #expect(result.status == 2 && result.talk.contains("sent already"))
        #expect(try program.run("review", "--veto", item.code.rawValue).status == 2, "of whom is not said")
    }

    @Test func whatWasRenderedAndNotWrittenGoesOutAsItIsNow() throws {
        let open = try OpenSchool(seed: 909)
        defer { open.remove() }
        let id = LearnerID(rawValue: "l0")
        let item = try open.item(try #require(try open.items("l0").first))
        let name = "\(OpenSchool.edition)/mail/l0-learner.eml"
        let stale = OutboxEntry(
            name: name, edition: OpenSchool.edition, kind: .mail, recipients: ["l0@learners.example"], learners: [id],
            bytes: Array("the old list".utf8), digest: "", at: OpenSchool.now)
        try open.store.outbox.add([stale], in: .unguarded)
        try open.review { ($0.learner, $0.swap) = ("l0", [item.code.rawValue]) }
        #expect(try open.store.outbox.entries(of: OpenSchool.edition).isEmpty)
        try open.deliver()
        let mail = try #require(open.generated.files(below: "Outbox")[name])
        #expect(!String(decoding: mail, as: UTF8.self).contains("the old list"))
    }

    @Test func aPreviewThatWasWrittenShowsTheListAsItIsNow() throws {
        let open = try OpenSchool(seed: 911)
        defer { open.remove() }
        _ = try PreviewList(open.opened).run(.init(of: "l0"), by: Actor(), now: OpenSchool.now)
        let item = try open.item(try #require(try open.items("l0").first))
        let name = "Data/preview/\(OpenSchool.edition)/l0/mail.txt"
        #expect(try open.text(of: name).contains("\(item.code)"))
        let answer = try open.review { ($0.learner, $0.swap) = ("l0", [item.code.rawValue]) }
        #expect(!answer.findings.contains { $0.problem.contains("preview") })
        #expect(try !open.text(of: name).contains("\(item.code)"))
        let both = [item.code.rawValue]
        #expect(throws: ListRefusal.self) { try open.review { ($0.learner, $0.pin, $0.veto) = ("l0", both, both) } }
    }

    @Test func tablesGoOutAndComeBack() throws {
        let open = try OpenSchool(seed: 910)
        defer { open.remove() }
        let program = Program(folder: open.generated.root)
        let now = ["--now", "2026-09-07T08:00:00Z"]
        #expect(try program.run(["review", "--csv", "r.csv"] + now).status == 0)
        let text = try open.text(of: "r.csv")
        var lines = text.components(separatedBy: "\r\n").filter { !$0.isEmpty }
        #expect(lines[0].hasSuffix("class,learner,name,place,code,title,minutes,level,reason,verb"))
        let count = try (OpenSchool.class5A + OpenSchool.class9B).reduce(0) { $0 + (try open.items($1).count) }
        #expect(lines.count == count + 1 && lines.dropFirst().allSatisfy { $0.hasSuffix(",") })
        #expect(try program.run(["review", "--import", "r.csv"] + now).status == 2, "no verb, nothing to do")

        let before = try open.list("l1")
        let first = try #require(lines.firstIndex { $0.hasPrefix("5A,l1,") })
        let second = try #require(lines.firstIndex { $0.hasPrefix("9B,l0,") })
        lines[first] += "swap"
        lines[second] += "explode"
        try open.generated.write(lines.joined(separator: "\n"), to: "bad.csv")
        let bad = try program.run(["review", "--import", "bad.csv"] + now)
        #expect(bad.status == 2 && bad.talk.contains("bad.csv:\(second + 1):10: 'explode'"), "\(bad.talk)")
        #expect(try open.list("l1") == before, "all or nothing")
        #expect(try open.store.learners.rules().known.isEmpty, "all or nothing")

        lines[second] = lines[second].replacing("explode", with: "veto")
        lines[first + 1] += "approve"
        try open.generated.write(lines.joined(separator: "\n"), to: "good.csv")
        let good = try program.run(["review", "--import", "good.csv"] + now)
        #expect(good.status == 0, "\(good.talk)")
        #expect(try open.list("l1").state == .ready)
        #expect(try open.list("l2").state == .awaitingApproval)
        #expect(try open.list("l1").entries.map { $0.item } != before.entries.map { $0.item })
        #expect(try open.store.learners.rules().known.map { $0.kind }.sorted { "\($0)" < "\($1)" } == [.swap, .veto])
    }
}

import Content
import Foundation
import Store
import Testing

/// Two schools in one folder: each sends, reads, is told and keeps as its own.
@Suite struct DistrictTests {
    private static let monday = "2026-09-07T12:00:00Z"

    @Test func eachSchoolSendsAsItself() throws {
        let district = try DistrictSchool(seed: 801)
        defer { district.remove() }
        let run = try district.program.run("run", "--now", Self.monday)
        #expect(run.status == 0, "\(run.talk)")
        #expect(
            run.talk.contains("1 learner is of no school that 'schools' names: 1 of 'Hil Road School'"), "\(run.talk)")
        #expect(run.talk.contains("Did you mean 'Hill Road School'?"), "\(run.talk)")
        func mail(_ learner: String) throws -> String {
            try #require(district.mails["manual@2026-09-07/mail/\(learner)-learner.eml"], "\(district.mails.keys)")
        }
        let (hill, lake, other) = (try mail("h1"), try mail("k1"), try mail("x1"))
        #expect(hill.contains("From: Hill Road <reading@hill.example>\r\n"))
        #expect(hill.contains("lists.hill.example") && hill.contains("wishes@hill.example"))
        #expect(!hill.contains("lake.example") && !hill.contains("district.example"))
        #expect(lake.contains("From: Lake School <reading@lake.example>\r\n") && !lake.contains("hill.example"))
        #expect(other.contains("From: The District <office@district.example>\r\n"))
        let pages = district.generated.files(below: "Outbox/manual@2026-09-07/print").mapValues {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(
            pages["H5.html"]?.contains("Hill Road") == true && pages["H5.html"]?.contains("September 7, 2026") == true)
        #expect(
            pages["K5.html"]?.contains("Lake School") == true && pages["K5.html"]?.contains("7 September 2026") == true)
        #expect(pages["X5.html"]?.contains("The District") == true)
    }

    @Test func aSchoolsOwnFeedReachesItsLearnersAlone() throws {
        let district = try DistrictSchool(seed: 802)
        defer { district.remove() }
        try district.program.run("run", "--now", Self.monday)
        let store = try district.store()
        let edition = try #require(Edition("manual@2026-09-07"))
        let own = Set(try store.items.items().filter { $0.item.feed.hasSuffix("hill.xml") }.map { $0.item.id })
        #expect(own.count == 4)
        for stored in try store.lists.lists(of: edition) {
            let hasOwn = stored.list.entries.contains { own.contains($0.item) }
            #expect(hasOwn == stored.list.learner.rawValue.hasPrefix("h"), "\(stored.list.learner)")
        }
        let code = try #require(try store.items.items().first { own.contains($0.item.id) }?.item.code)
        let why = try district.program.run("explain", "k1", "\(code)", "--now", Self.monday)
        #expect(
            why.output.contains("its feed is read for learners of Hill Road School alone"), "\(why.output)\(why.talk)")
        let feeds = try district.program.run("feeds", "list", "--now", Self.monday)
        #expect(feeds.output.contains("Hill Road School") && feeds.output.contains("schools"), "\(feeds.output)")
        // A feed of the district's list too reaches everybody.
        try district.generated.write(
            "<opml version=\"2.0\" xmlns:gleaner=\"urn:gleaner:feeds\"><head/><body>"
                + "<outline type=\"rss\" text=\"Hill's own\" xmlUrl=\"hill.xml\" gleaner:audience=\"3\"/></body></opml>",
            to: "Feeds/feeds.opml")
        try district.program.run("run", "--now", "2026-09-08T12:00:00Z")
        #expect(try store.items.feeds().first { $0.address.hasSuffix("hill.xml") }?.schools == nil)
        let later = try #require(Edition("manual@2026-09-08"))
        let lake = try store.lists.lists(of: later).filter { $0.list.learner.rawValue.hasPrefix("k") }
        #expect(lake.contains { $0.list.entries.contains { own.contains($0.item) } })
    }

    @Test func eachSchoolHasItsZoneAndItsHolidays() throws {
        let district = try DistrictSchool(
            lake: ", holidays: [2026-09-18]",
            schedules: """
                hill: {school: Hill Road School, days: [monday], time: 06:30}, lake: {school: Lake School, days: [monday], time: 06:30},
                all: {days: [friday], time: 06:30}
                """, seed: 803)
        defer { district.remove() }
        for now in ["2026-09-05T00:00:00Z", "2026-09-07T05:30:00Z"] { try district.tick(now) }
        #expect(try district.listed("lake@2026-09-07") == ["k1", "k2", "k3"])
        #expect(try district.listed("hill@2026-09-07").isEmpty)
        try district.tick("2026-09-07T10:30:00Z")
        #expect(try district.listed("hill@2026-09-07") == ["h1", "h2", "h3"])
        for now in ["2026-09-11T05:30:00Z", "2026-09-18T05:30:00Z"] { try district.tick(now) }
        #expect(try district.listed("all@2026-09-11").count == 7)
        #expect(try district.listed("all@2026-09-18") == ["h1", "h2", "h3", "x1"])
    }

    @Test func theStatusIsBySchoolAndSoIsWhoIsTold() throws {
        let district = try DistrictSchool(
            hill: ", staff: [head@hill.example]", lake: ", staff: [head@lake.example, office@lake.example]",
            schedules: "all: {days: [monday], time: 06:30}", more: "operation: {alerts-to: tech@district.example}",
            lakeLanguage: "fr", seed: 804)
        defer { district.remove() }
        for now in ["2026-09-05T00:00:00Z", "2026-09-07T05:30:00Z"] { try district.tick(now) }
        let now = "2026-09-07T05:40:00Z"
        let all = try district.program.run("status", "--now", now)
        #expect(all.output.contains("Hill Road School: 3 of 3 learners served"), "\(all.output)\(all.talk)")
        #expect(
            all.output.contains(
                "Lake School: 0 of 3 learners served, 3 unserved (all@2026-09-07); told: head@lake.example"))
        #expect(all.output.contains("Lake School: 3 of 3 learners got no list of all@2026-09-07"))
        let hill = try district.program.run("status", "--school", "hill road school", "--now", now)
        #expect(!hill.output.contains("Lake") && hill.output.contains("told: head@hill.example"), "\(hill.output)")
        let run = try district.program.run("run", "--now", now)
        #expect(run.output.contains("3 learners without a list (Lake School 3)"), "\(run.output)")
        let json = try district.program.run("status", "--json", "--now", now)
        #expect(
            json.output.contains(#""school":"Lake School","served":0"#) || json.output.contains(#""without":3"#),
            "\(json.output)")
        let unknown = try district.program.run("status", "--school", "Lke School", "--now", now)
        #expect(unknown.status == 2 && unknown.talk.contains("Did you mean 'Lake School'?"), "\(unknown.talk)")
        let health = district.mails.filter { $0.key.hasPrefix("all@2026-09-07/mail/") && $0.key.contains("-health") }
        #expect(
            Set(health.keys.map { $0.split(separator: "/").last.map(String.init) ?? "" }) == [
                "operator-health.eml", "staff-lake%20school-health.eml", "staff-lake%20school-2-health.eml",
            ], "\(health.keys)")
        let lake = try #require(health.first { $0.key.contains("school-health") }?.value)
        #expect(lake.contains("From: Lake School <reading@lake.example>") && lake.contains("To: head@lake.example"))
        #expect(!lake.contains("Hill Road"))
    }

    @Test func aNoteGoesToTheGrownUpOfTheChildsSchool() throws {
        let district = try DistrictSchool(hill: ", safeguarding: lead@hill.example", seed: 805)
        defer { district.remove() }
        // Where both schools have a class 5A nobody can tell whose its teacher is.
        try district.generated.write(
            "learner_id,name,school,class,grade,consent\nh9,Hal,Hill Road School,5A,9,yes\nk9,Kim,Lake School,5A,9,yes\n",
            to: "more.csv")
        try district.generated.write(
            "class,teacher,teacher_email\n5A,Mr Stone,stone@hill.example\n", to: "classes2.csv")
        try district.program.run(
            "learners", "import", "more.csv", "--classes", "classes2.csv", "--now", "2026-09-01T07:00:00Z")
        for learner in ["h1", "k1", "x1", "k9", "h9"] {
            try district.program.run("say", learner, "more", SafeguardingRunTests.cry, "--now", Self.monday)
        }
        func told() -> [String: String] {
            Dictionary(
                district.mails.filter { $0.key.hasPrefix("safeguarding@") }.values.compactMap { mail in
                    let lines = mail.components(separatedBy: "\r\n")
                    let to = lines.first { $0.hasPrefix("To: ") }?.dropFirst(4)
                    let who = ["Learner h1", "Learner k1", "Learner x1", "Hal", "Kim"].first { mail.contains($0) }
                    return who.flatMap { who in to.map { (who, String($0)) } }
                }, uniquingKeysWith: { first, _ in first })
        }
        #expect(
            told() == [
                "Learner h1": "lead@hill.example", "Learner k1": "adeyemi@lake.example",
                "Learner x1": "doe@district.example",
                "Hal": "lead@hill.example",
            ], "\(told())")
        let run = try district.program.run("run", "--now", Self.monday)
        #expect(run.talk.contains("somebody of the child's school must read today"), "\(run.talk)")
        #expect(
            run.talk.contains("class 5A") || run.talk.contains("5A: its learners are of several schools"), "\(run.talk)"
        )
        let check = try district.program.run("check", "--now", Self.monday)
        #expect(check.talk.contains("Hill Road School and of Lake School"), "\(check.talk)\(check.output)")
    }

    @Test func eachSchoolKeepsAsLongAsItSays() throws {
        let district = try DistrictSchool(
            hill: ", keep-days: 30", schedules: "all: {days: [monday], time: 06:30}",
            more: "operation: {keep-days: 100}", seed: 806)
        defer { district.remove() }
        for now in ["2026-09-05T00:00:00Z", "2026-09-07T05:30:00Z"] { try district.tick(now) }
        #expect(try district.listed("all@2026-09-07").count == 7)
        let store = try district.store()
        let given = try store.lists.given(to: store.learners.ids()).mapValues { $0.items }
        let seen = try district.program.run("schedule", "prune", "--dry-run", "--now", "2026-10-12T06:00:00Z")
        #expect(
            seen.output.contains("Would remove of 1 edition what is of schools that keep it less long"),
            "\(seen.output)")
        let pruned = try district.program.run("schedule", "prune", "--now", "2026-10-12T06:00:00Z")
        #expect(pruned.status == 0 && pruned.output.contains("all@2026-09-07: 3 lists, 5 files"), "\(pruned.output)")
        #expect(try district.listed("all@2026-09-07") == ["k1", "k2", "k3", "x1"])
        let mails = district.mails.keys.filter { $0.hasSuffix("-learner.eml") }.sorted()
        #expect(mails.count == 4 && mails.allSatisfy { !$0.contains("/h") }, "\(mails)")
        let files = district.generated.files(below: "Outbox/all@2026-09-07")
        #expect(files["print/K5.html"] != nil && files["print/H5.html"] == nil && files["lists.jsonl"] == nil)
        // Nothing is given twice, nothing waits to be sent again, and there is no more to remove.
        let after = try store.lists.given(to: store.learners.ids()).mapValues { $0.items }
        for (learner, items) in given { for (item, edition) in items { #expect(after[learner]?[item] == edition) } }
        #expect(try store.lists.editionsToDeliver().isEmpty)
        let again = try district.program.run("schedule", "prune", "--now", "2026-10-12T06:00:00Z")
        #expect(again.output.contains("Nothing is older"), "\(again.output)")
        // The rest goes when nobody keeps it any more.
        let last = try district.program.run("schedule", "prune", "--now", "2026-12-31T06:00:00Z")
        #expect(last.output.contains("Removed 1 edition that no school keeps"), "\(last.output)")
        #expect(try district.listed("all@2026-09-07").isEmpty)
    }
}

import Foundation
import Testing

/// The command line as its users meet it: what it prints, where, and how it ends.
@Suite struct CommandLineTests {
    static let now = "2026-09-07T06:00:00Z"

    @Test func aNewFolderWithTheSampleRunsAtOnce() throws {
        let place = try Place()
        defer { place.remove() }
        let made = try Program(folder: place.root).run("init", "school", "--sample")
        #expect(made.status == 0, "\(made.talk)")
        let program = Program(folder: place.root.appendingPathComponent("school"))
        #expect(try program.run("check").status == 0)
        #expect(try program.run("learners", "import", "--now", Self.now).output.contains("8 new"))
        let run = try program.run("run", "--now", Self.now)
        #expect(run.status == 0)
        #expect(run.output.contains("8 lists made"))
        #expect(run.output.contains("Mails and pages are in Outbox/manual@2026-09-07/"))
        // Found from a folder further down, as git finds its own.
        let below = Program(folder: program.folder.appendingPathComponent("Config/templates"))
        #expect(try below.run("learners", "list").output.contains("Ana Ruiz"))
    }

    @Test func theFolderThatOneStandsInBecomesTheWorkingFolder() throws {
        let place = try Place()
        defer { place.remove() }
        let program = Program(folder: place.root)
        #expect(try program.run("init", ".").status == 0)
        #expect(place.names == ["Config", "Feeds"])
        #expect(try program.run("check").status == 0)
    }

    @Test func aFolderThatWasKilledWhileItWasMadeIsMadeByTheNext() throws {
        let place = try Place()
        defer { place.remove() }
        let program = Program(folder: place.root)
        let files = FileManager.default
        // Killed while it was filled: it had not begun to move anything. Process numbers end far below.
        let part = place.root.appending(path: "school.gleaner-999999999").path
        try files.createDirectory(atPath: part + "/Config", withIntermediateDirectories: true)
        try place.write("half", to: "school.gleaner-999999999/Config/gleaner.yaml")
        #expect(try program.run("init", "school", "--sample").status == 0)
        #expect(place.names == ["school"])
        // Killed between its two moves.
        try files.createDirectory(atPath: part, withIntermediateDirectories: true)
        try files.moveItem(atPath: place.root.appending(path: "school/Config").path, toPath: part + "/Config")
        #expect(try program.run("init", "school", "--sample").status == 0)
        #expect(place.names == ["school"])
        let school = Program(folder: place.root.appending(path: "school"))
        #expect(try school.run("check").status == 0)
        // Killed while a template was put back.
        try files.moveItem(
            atPath: school.folder.appending(path: "Config/templates/mail.html.mustache").path,
            toPath: school.folder.appending(path: "Config/templates/mail.html.mustache.part").path)
        #expect(
            try school.run("init", ".", "--missing").output.contains("Put back Config/templates/mail.html.mustache"))
        #expect(
            try files.contentsOfDirectory(atPath: school.folder.appending(path: "Config/templates").path).filter {
                $0.hasSuffix(".part")
            }.isEmpty)
    }

    @Test func aFolderThatIsNotEmptyIsLeftAlone() throws {
        let place = try Place()
        defer { place.remove() }
        try place.write("mine", to: "notes.txt")
        let result = try Program(folder: place.root).run("init", ".")
        #expect(result.status == 2)
        #expect(result.talk.contains("not empty"))
        #expect(place.names == ["notes.txt"])
    }

    @Test func outsideOfAWorkingFolderItSaysWhatToDo() throws {
        let place = try Place()
        defer { place.remove() }
        let result = try Program(folder: place.root).run("run")
        #expect(result.status == 2)
        #expect(result.talk.contains("gleaner init"))
        #expect(result.output.isEmpty)
    }

    @Test func anUnknownKeyIsRefusedWithTheNearestKnownOne() throws {
        let school = try GeneratedSchool(feeds: 1, learners: 1, seed: 41)
        defer { school.remove() }
        try school.write("lists: {placez: 5}\n", to: "Config/gleaner.yaml")
        let result = try Program(folder: school.root).run("check")
        #expect(result.status == 2)
        #expect(result.talk.contains("placez") && result.talk.contains("'places'"), "\(result.talk)")
        #expect(result.talk.contains("gleaner.yaml:1:"))
    }

    @Test func anUnknownScorerAndAnUnknownOptionAreRefused() throws {
        let school = try GeneratedSchool(feeds: 1, learners: 1, seed: 42)
        defer { school.remove() }
        try school.write("scorers: {IntrestMatch: {weight: 1}}\n", to: "Config/gleaner.yaml")
        let scorer = try Program(folder: school.root).run("scorers", "list")
        #expect(scorer.status == 2)
        #expect(scorer.talk.contains("Did you mean 'InterestMatch'?"))
        try school.write("scorers: {Freshness: {options: {halfLiveDays: 3}}}\n", to: "Config/gleaner.yaml")
        let option = try Program(folder: school.root).run("scorers", "list")
        #expect(option.status == 2)
        #expect(option.talk.contains("Did you mean 'halfLifeDays'?"))
    }

    @Test func usageErrorsEndWithTwoAndHelpWithZero() throws {
        let place = try Place()
        defer { place.remove() }
        let program = Program(folder: place.root)
        #expect(try program.run("frobnicate").status == 2)
        #expect(try program.run("say", "ana", "louder", "volcanoes").status == 2)
        #expect(try program.run("pin", "K7Q2M").status == 2)
        for command in ["run", "ingest", "rank", "deliver", "say", "pin", "veto", "review", "explain", "check", "init"]
        {
            let help = try program.run(command, "--help")
            #expect(help.status == 0 && help.output.contains("Example:"), "\(command)")
        }
    }

    @Test func jsonGoesToStandardOutputAndTalkDoesNot() throws {
        let school = try GeneratedSchool(feeds: 2, learners: 3, seed: 43)
        defer { school.remove() }
        let program = Program(folder: school.root)
        try program.run("learners", "import", "--now", Self.now)
        let run = try program.run("run", "--json", "--now", Self.now)
        #expect(run.talk.contains("page.xml"))
        for line in run.output.split(separator: "\n") {
            #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil, "\(line)")
        }
        #expect(run.status == 0)
        #expect(try program.run("run", "--strict", "--now", Self.now).status == 1)
    }

    @Test func checksAndReviewsAreJSONLinesToo() throws {
        let school = try GeneratedSchool(feeds: 2, learners: 3, seed: 47)
        defer { school.remove() }
        try school.write(
            "class,teacher,teacher_email,dial,review\n5A,Ms Rivera,,2,yes\n9B,,,3,no\n", to: "Config/classes.csv")
        let program = Program(folder: school.root)
        try program.run("learners", "import", "--now", Self.now)
        try program.run("run", "--now", Self.now)
        func lines(_ arguments: [String]) throws -> [[String: Any]] {
            let result = try program.run(arguments)
            // The made-up school has errors on purpose, which 'check' ends with.
            #expect(result.status == 0 || arguments[0] == "check", "\(arguments): \(result.talk)")
            return try result.output.split(separator: "\n").map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
        }
        let check = try lines(["check", "--json"])
        #expect(check.contains { ($0["ok"] as? String)?.contains("learners.csv") ?? false })
        let feeds = try lines(["feeds", "check", "--json"])
        #expect(feeds.count == 4 && feeds.count { $0["isRead"] as? Bool == true } == 2)
        #expect(
            feeds.filter { $0["isRead"] as? Bool == false }.allSatisfy { !($0["findings"] as? [Any] ?? []).isEmpty })
        let review = try lines(["review", "--class", "5A", "--json", "--now", Self.now])
        #expect(review[0]["class"] as? String == "5A" && review.contains { $0["waits"] as? String == "list" })
        let approved = try lines(["review", "--class", "5A", "--approve", "--json", "--now", Self.now])
        #expect(approved[0]["approvedLists"] as? Int == review.count { $0["waits"] as? String == "list" })
    }

    @Test func whatAnOlderFolderLacksIsNamedAndPutBack() throws {
        let school = try GeneratedSchool(feeds: 1, learners: 1, seed: 48)
        defer { school.remove() }
        let templates = school.root.appendingPathComponent("Config/templates")
        let bundle = templates.appendingPathComponent("bundle.html.mustache")
        let words = templates.appendingPathComponent("words/en.yaml")
        let reasons = school.root.appendingPathComponent("Config/reasons/en.yaml")
        let shipped = try String(contentsOf: words, encoding: .utf8)
        let told = try String(contentsOf: reasons, encoding: .utf8)
        func without(_ text: String, _ start: String) -> String {
            text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix(start) }.joined(
                separator: "\n")
        }
        try FileManager.default.removeItem(at: bundle)
        // A school's own wording stays, and what its files lack comes from those that ship.
        let own = without(shipped, "qrCode:").replacingOccurrences(of: "why: \"Why this?\"", with: "why: \"How come?\"")
        try Data(own.utf8).write(to: words)
        try Data(without(told, "  bestLeft:").utf8).write(to: reasons)
        let program = Program(folder: school.root)
        let before = try program.run("check")
        #expect(before.status == 2 && before.talk.contains("gleaner init . --missing"), "\(before.talk)")
        let result = try program.run("init", ".", "--missing")
        #expect(result.status == 0 && result.output.contains("Put back Config/templates/bundle.html.mustache."))
        #expect(try String(contentsOf: words, encoding: .utf8) == own)
        let check = try program.run("check")
        #expect(!check.talk.contains("--missing"), "\(check.talk)")
        #expect(
            check.talk.contains("note: Config/templates/words/en.yaml: it does not have qrCode: the program's own"),
            "\(check.talk)")
        #expect(check.talk.contains("Config/reasons/en.yaml: it does not have learner.bestLeft, others.bestLeft:"))
        let now = "2026-09-07T06:00:00Z"
        try program.run("learners", "import", "--now", now)
        #expect(try program.run("run", "--now", now).status == 0)
        let made = school.files(below: "Outbox").values.map { String(decoding: $0, as: UTF8.self) }
        #expect(made.contains { $0.contains("How come?") })
        #expect(try program.run("init", ".", "--missing").output.contains("Nothing was missing"))
        #expect(try program.run("init", "nowhere", "--missing").status == 2)
    }

    @Test func whoIsMistypedIsSuggested() throws {
        let school = try GeneratedSchool(feeds: 1, learners: 3, seed: 44)
        defer { school.remove() }
        let program = Program(folder: school.root)
        try program.run("learners", "import", "--now", Self.now)
        let result = try program.run("say", "Lerner 1", "more", "chess")
        #expect(result.status == 2)
        #expect(result.talk.contains("Did you mean 'Learner 1'?"), "\(result.talk)")
    }

    @Test func whatIsNoTopicIsRefused() throws {
        let school = try GeneratedSchool(feeds: 1, learners: 3, seed: 47)
        defer { school.remove() }
        let program = Program(folder: school.root)
        try program.run("learners", "import", "--now", Self.now)
        for topic in ["", "!!!", "the", "a\nb", String(repeating: "x", count: 200), "ZZZZZ"] {
            let result = try program.run("say", "l1", "never", topic)
            #expect(result.status == 2 && !result.talk.isEmpty, "\(topic.debugDescription)")
        }
        #expect(try program.run("say", "l1", "never", "ZZZZZ", "--topic").status == 0)
        #expect(try program.run("say", "l1", "never", "chess", "--by", "roster").status == 2)
        #expect(try program.run("veto", "--topic", "the", "--class", "5A").status == 2)
    }

    @Test func wordsInTheWrongPlaceAreTakenTogetherOrNotRepeated() throws {
        let school = try GeneratedSchool(feeds: 1, learners: 3, seed: 49)
        defer { school.remove() }
        let program = Program(folder: school.root)
        try program.run("learners", "import", "--now", Self.now)
        let apart = try program.run("say", "l1", "more", "how", "to", "kill", "myself")
        #expect(!(apart.output + apart.talk).contains("kill") && apart.output.contains("kept for a grown-up"))
        let swapped = try program.run("say", "l1", "i want to die", "more")
        #expect(swapped.status == 2 && !swapped.talk.contains("die"), "\(swapped.talk)")
        #expect(try program.run("say", "l1", "more", "black", "holes").output.contains("black holes"))
    }

    @Test func deliverPutsOutWhatWasApprovedOnALaterDay() throws {
        let school = try GeneratedSchool(feeds: 2, learners: 3, seed: 48)
        defer { school.remove() }
        try school.write("class,review\n5A,yes\n9B,yes\n", to: "Config/classes.csv")
        let program = Program(folder: school.root)
        try program.run("learners", "import", "--now", Self.now)
        try program.run("run", "--now", Self.now)
        #expect(school.files(below: "Outbox").isEmpty)
        try program.run("review", "--class", "5A", "--approve", "--now", "2026-09-08T06:00:00Z")
        let delivered = try program.run("deliver", "--now", "2026-09-08T06:00:00Z")
        #expect(delivered.output.contains("Edition manual@2026-09-07"), "\(delivered.output)")
        #expect(school.files(below: "Outbox/manual@2026-09-07/print").keys.sorted() == ["5A.html"])
    }

    @Test func outputThatCannotBeWrittenEndsWithAWordAndNotATrace() throws {
        let school = try GeneratedSchool(feeds: 1, learners: 3, seed: 49)
        defer { school.remove() }
        let program = Program(folder: school.root)
        let process = try program.start(["scorers", "list"]) {
            $0.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        }
        let talk = (process.standardError as? Pipe)?.fileHandleForReading.readDataToEndOfFile() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        #expect(String(decoding: talk, as: UTF8.self).hasPrefix("error: could not write the output"))
    }

    @Test func everyFindingOfARosterNamesItsLineAndColumn() throws {
        let school = try GeneratedSchool(feeds: 1, learners: 1, seed: 45)
        defer { school.remove() }
        try school.write(
            "learner_id,name,class,grade,email\na,Ann,5A,5,a@x.example\nb,Bob,5A,many,b@x.example\nc,Cy,5A,5,c@x.example\n",
            to: "Config/learners.csv")
        let program = Program(folder: school.root)
        let dry = try program.run("learners", "import", "--dry-run", "--now", Self.now)
        #expect(dry.talk.contains("learners.csv:3:4"), "\(dry.talk)")
        #expect(try program.run("learners", "list").output.contains("Ann") == false)
        #expect(try program.run("learners", "import", "--now", Self.now).output.contains("3 new"))
    }

    @Test func feedsAreAddedOnceAndCheckedWithoutBeingStored() throws {
        let school = try GeneratedSchool(feeds: 1, learners: 1, seed: 46)
        defer { school.remove() }
        let extra = """
            <rss version="2.0"><channel><title>Extra &amp; more</title>
            <item><title>One</title><link>https://feeds.example.org/x</link></item></channel></rss>
            """
        try school.write(extra, to: "Feeds/extra.xml")
        let program = Program(folder: school.root)
        let added = try program.run("feeds", "add", "Feeds/extra.xml", "--audience", "5")
        #expect(added.status == 0 && added.output.contains("Extra & more"), "\(added.talk)")
        #expect(try program.run("feeds", "add", "Feeds/extra.xml").status == 2)
        let list = try program.run("feeds", "list")
        #expect(list.output.contains("Extra & more") || list.output.contains("Feeds/extra.xml"))
        let check = try program.run("feeds", "check", "--strict")
        #expect(check.status == 1)
        #expect(check.output.contains("NOT READABLE  Feeds/page.xml"))
    }
}

/// An empty folder of its own.
struct Place {
    let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "gleaner-place-\(ProcessInfo.processInfo.processIdentifier)-\(Place.count.next())")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: root) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: root.appendingPathComponent(name))
    }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).sorted() }

    private static let count = Counter()
}

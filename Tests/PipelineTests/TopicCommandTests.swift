import Content
import Foundation
@testable import Phrases
@testable import Pipeline
@testable import Store
import Testing
import Topics
@testable import UseCases

/// Topics that a school's people mend, and what they are told of them.
@Suite(.timeLimit(.minutes(20))) struct TopicCommandTests {
    private static func school(_ roster: String) throws -> (GeneratedSchool, Program) {
        let school = try GeneratedSchool(feeds: 1, items: 4, learners: 1, seed: 7_151)
        try school.write(roster, to: "Config/learners.csv")
        return (school, Program(folder: school.root))
    }

    private static let head = "learner_id,name,class,grade,language,consent,interests,avoid,needs,strengths\n"

    @Test func whatPeopleAddAndTakeAwayHoldsAtOnce() throws {
        let (school, program) = try Self.school(Self.head + "l0,Ana,5A,6,en,yes,chess,spiders;zyzzyvas,,\n")
        defer { school.remove() }
        let told = try program.run("learners", "import")
        #expect(told.output.contains("never spiders: also en: ") && told.output.contains("es: "), "\(told.output)")
        #expect(told.output.contains("never zyzzyvas: that word alone"))
        let (_, store) = try school.open()
        func members(_ phrase: String) throws -> Set<String> {
            let family = try store.topics.families(of: phrase).family(of: phrase, said: "en")
            return Set(family?.words["en"]?.members.map { $0.phrase } ?? [])
        }
        #expect(try !members("spiders").contains("spinneret farm"))
        #expect(try program.run("topics", "add", "spiders", "spinneret farm", "--as", "wide").status == 0)
        #expect(try members("spiders").contains("spinneret farm"))
        #expect(try program.run("topics", "show", "spiders").output.contains("spinneret farm (school)"))
        #expect(try members("spiders").contains("tarantula"))
        #expect(try program.run("topics", "remove", "spiders", "tarantula").status == 0)
        #expect(try !members("spiders").contains("tarantula"))
        #expect(try program.run("topics", "add", "spiders", "tarantula").status == 0)
        #expect(try members("spiders").contains("tarantula"), "it is where it was")
        // A topic that no lexicon has becomes one.
        #expect(try program.run("topics", "add", "zyzzyvas", "palm weevil").status == 0)
        #expect(try members("zyzzyvas") == ["zyzzyvas", "palm weevil"])
        #expect(try program.run("topics", "add", "spiders", "x", "--as", "nonsense").status == 2)
        #expect(try program.run("topics", "remove", "spiders", "bicycle").status == 2)
    }

    @Test func whatNothingWidensIsToldUntilSomebodyHasSeenIt() throws {
        let (school, program) = try Self.school(Self.head + "l0,Ana,5A,6,en,yes,flumming,zyzzyvas,,\n")
        defer { school.remove() }
        try program.run("learners", "import")
        var status = try program.run("status")
        #expect(status.status == 1 && status.output.contains("'zyzzyvas'"), "\(status.output)")
        #expect(status.output.contains("no lexicon knows 'flumming'"))
        #expect(try program.run("status", "--acknowledge", "topic zyzzyvas").status == 0)
        status = try program.run("status")
        #expect(!status.output.contains("zyzzyvas") && status.output.contains("flumming"))
        #expect(try program.run("status", "--acknowledge", "topics").status == 0)
        #expect(try !program.run("status").output.contains("flumming"))
        #expect(try program.run("status", "--acknowledge", "topic nonsense").status == 2)
    }

    @Test func skillsAreNoTopics() throws {
        let (school, program) = try Self.school(
            Self.head
                + "l0,Ana,5A,6,en,yes,,,reading;Fractions,Spelling\nl1,Ben,5A,6,en,yes,,,Reading comprehension;reading,\n"
        )
        defer { school.remove() }
        let told = try program.run("learners", "import")
        #expect(
            told.talk.contains("'reading' in column 'needs' (and in 1 more rows) is a skill and no topic"),
            "\(told.talk)")
        #expect(told.talk.contains("Write into 'level' how hard a text may be"))
        let (_, store) = try school.open()
        func profile(_ learner: String) throws -> InterestProfile {
            try ShowLearner(store: store).run(.init(learner), by: Actor(), now: RunTests.monday).profile
        }
        #expect(try profile("l0").needs.map { $0.phrase } == ["Fractions"])
        #expect(try profile("l0").strengths.isEmpty && profile("l1").needs.isEmpty)
        // A need that an older version took in is not matched either.
        let facts = [
            Fact(
                learner: LearnerID(rawValue: "l1"), kind: .needs, value: "reading", origin: .roster, at: RunTests.monday
            )
        ]
        try store.learners.append(facts, in: .unguarded)
        try RunTests.run(try school.open().0, store)
        let list = try #require(try store.lists.newest(for: LearnerID(rawValue: "l1")))
        #expect(list.list.silentScorers.contains("NeedsMatch"))
        let pages = school.files(below: "Outbox").values.map { String(decoding: $0, as: UTF8.self) }.joined()
        #expect(!pages.contains("Working on: reading"))
    }

    @Test func aStripTellsWhatItBlocks() throws {
        let (school, program) = try Self.school(Self.head + "l0,Ana,5A,6,en;de,yes,,,,\n")
        defer { school.remove() }
        try program.run("learners", "import")
        try school.write(
            "learner_id,item,wish,topic,by\nl0,,never,snakes,guardian\nl0,,enough,chess,learner\n", to: "strip.csv")
        let said = try program.run("say", "--strip", "strip.csv")
        #expect(
            said.output.contains("never snakes: also en: ") && said.output.contains("Not known in de."),
            "\(said.output)")
        #expect(said.output.contains("enough of chess"))
    }
}

import Content
import Ranking
import Safeguarding
import TestSupport
import Testing

/// Who may get what: audiences, feeds that nobody has reviewed, held words, feeds that are listed no more.
struct SuitabilityTests {
    private func school(grade: Int, audience: Int?) -> TestSchool {
        TestSchool(
            items: [Sample.item(1)], feeds: [Feed(address: Sample.feed, title: "Science", audience: audience)],
            facts: [Sample.learner: Sample.facts(grade: grade)])
    }

    @Test(arguments: 0...13) func aFeedReachesItsAudienceAndUp(grade: Int) {
        for audience in 0...13 {
            #expect((school(grade: grade, audience: audience).gate(1) == nil) == (grade >= audience))
        }
    }

    @Test(arguments: 0...13) func anUnreviewedFeedReachesGradeNineAndUpElseOnlyThroughApproval(grade: Int) {
        var school = school(grade: grade, audience: nil)
        #expect((school.gate(1) == nil) == (grade >= 9))
        let waiting = school.inputs.heldForReview(LearnerLine(Sample.learner, facts: Sample.facts(grade: grade)))
        #expect(waiting.map { $0.item.id } == (grade >= 9 ? [] : [Sample.id(1)]))
        school.approve(1)
        #expect(school.gate(1) == nil)
    }

    @Test func approvalDoesNotLowerTheGradeOfAReviewedFeed() {
        var school = school(grade: 4, audience: 12)
        school.approve(1)
        #expect(school.gate(1) == .suitability)
        #expect(school.inputs.heldForReview(LearnerLine(Sample.learner, facts: Sample.facts(grade: 4))).isEmpty)
    }

    @Test func whatNoApprovalOpensIsNotSaidToWaitForOne() throws {
        var school = school(grade: 4, audience: 12)
        school.settings.heldWords = ["article"]
        let explanation = try school.ranking().explain(Sample.id(1), edition: Sample.edition, made: Sample.now)
        guard case .removed(let verdict)? = explanation?.outcome else {
            Issue.record("it is not removed")
            return
        }
        #expect(verdict.gate == .suitability && verdict.because.contains("grade 12 and up"))
    }

    @Test func approvalHoldsForTheTextThatWasReadOnly() {
        var school = school(grade: 4, audience: nil)
        school.approve(1)
        #expect(school.gate(1) == nil)
        school.items[0].text += " And now something else."
        #expect(school.gate(1) == .suitability)
    }

    @Test func approvalForAnotherLearnerIsNoApproval() {
        var school = school(grade: 4, audience: nil)
        school.approve(1, for: LearnerID(rawValue: "L-02"))
        #expect(school.gate(1) == .suitability)
    }

    @Test func aFeedThatIsNoLongerListedReachesNobodyEvenApprovedOrPinned() {
        var school = school(grade: 12, audience: 0)
        school.feeds = []
        school.approve(1)
        school.pin(1)
        #expect(school.gate(1) == .suitability)
        #expect(school.inputs.heldForReview(LearnerLine(Sample.learner, facts: Sample.facts())).isEmpty)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var held: String
        var text: String
        var language: String? = "en"
        var isHeld: Bool
        var testDescription: String { "'\(held)' \(isHeld ? "holds" : "does not hold") '\(text)'" }
    }

    @Test(arguments: [
        Case(held: "ass", text: "The class had assigned grass", isHeld: false),
        Case(held: "ass", text: "What an ass.", isHeld: true),
        Case(held: "apple", text: "A pineapple", isHeld: false),
        Case(held: "apple", text: "Two APPLES!", isHeld: true),
        Case(held: "killing", text: "They killed it", isHeld: true),
        Case(held: "kill", text: "A new skill", isHeld: false),
        Case(held: "black hole", text: "A hole, black as night", isHeld: false),
        Case(held: "black hole", text: "Near black holes", isHeld: true),
        Case(held: "black hole", text: "A black deep hole", isHeld: false),
        Case(held: "volcan", text: "El volcán duerme", language: "es", isHeld: true),
        Case(held: "VOLCÁN", text: "el volcan duerme", language: "es", isHeld: true),
        Case(held: "Qur'an", text: "Reading the Qur’an", isHeld: true),
        Case(held: "spider", text: "A spi\u{AD}der", isHeld: true),
        Case(held: "spider", text: "Spiders", language: nil, isHeld: true),
        Case(held: "spider", text: "The spider's web", language: nil, isHeld: true),
        Case(held: "gun", text: "It has begun", isHeld: false),
        Case(held: "!?", text: "What now!?", isHeld: false),
    ])
    func heldWordsAreWholeWordsAndStems(example: Case) {
        for item in [
            Sample.item(1, title: example.text, language: example.language),
            Sample.item(1, summary: example.text, language: example.language),
            Sample.item(1, text: "It begins.\n" + example.text, language: example.language),
            Sample.item(1, tags: ["other", example.text], language: example.language),
        ] {
            var school = TestSchool(items: [item], facts: [Sample.learner: Sample.facts([.language: "en;es"])])
            school.settings.heldWords = ["nothing here", example.held]
            #expect((school.gate(1) == .suitability) == example.isHeld)
            school.approve(1)
            #expect(school.gate(1) == nil)
        }
    }

    private static let lists = HeldWordFinder([
        HeldWordList(text: "[7]\nmurder\n[9]\ncasino\n[13]\nbuild a bomb\n", language: "en", file: "en.txt")
    ])

    @Test(arguments: 0...13) func wordsHoldBelowTheirGrade(grade: Int) throws {
        for (text, below) in [("A murder.", 7), ("A casino.", 9), ("Build a bomb.", 14), ("A bridge.", 0)] {
            var school = school(grade: grade, audience: 0)
            school.items[0].text = text
            school.settings.heldLists = Self.lists
            #expect((school.gate(1) == .suitability) == (grade < below), "\(text)")
            let line = LearnerLine(Sample.learner, facts: Sample.facts(grade: grade))
            #expect(school.inputs.heldForWords(line).isEmpty == (grade >= below))
            school.approve(1)
            #expect(school.gate(1) == nil)
        }
    }

    @Test func theReasonSaysTheWordAndTheGrade() throws {
        var school = school(grade: 6, audience: 0)
        school.items[0].text = "The casinos of the coast."
        school.settings.heldLists = Self.lists
        let waiting = school.inputs.heldForReview(LearnerLine(Sample.learner, facts: Sample.facts(grade: 6)))
        #expect(
            waiting.first?.verdict.because == "it holds 'casinos', which waits below grade 9 for a teacher's approval")
        let held = school.inputs.heldForWords(LearnerLine(Sample.learner, facts: Sample.facts(grade: 6)))
        #expect(held.first?.words?.sightings.first?.sentence == "The casinos of the coast.")
    }

    @Test func aFeedIsLetThroughForItsWordsAloneAndRefusedWhole() {
        var school = school(grade: 6, audience: 5)
        school.items[0].text = "A casino."
        school.settings.heldLists = Self.lists
        #expect(school.gate(1) == .suitability)
        school.rules = [Sample.rule(.approve, .feed(Sample.feed))]
        #expect(school.gate(1) == nil)
        school.rules.append(Sample.rule(.unapprove, .feed(Sample.feed)))
        #expect(school.gate(1) == .suitability)
        school.rules = [Sample.rule(.approve, .feed(Sample.feed)), Sample.rule(.veto, .feed(Sample.feed))]
        #expect(school.gate(1) == .veto)
        school.rules.append(Sample.rule(.unveto, .feed(Sample.feed)))
        #expect(school.gate(1) == nil)
        // An audience is no word.
        school.feeds = [Feed(address: Sample.feed, title: "Science", audience: 9)]
        #expect(school.gate(1) == .suitability)
    }

    @Test(arguments: 0...13) func aTopicIsMeantForItsGradeAndUp(grade: Int) {
        var school = school(grade: grade, audience: 0)
        school.items[0] = Sample.item(1, title: "The war of the roses", tags: ["war"])
        school.settings.audiencesOfTopics = ["war": 7, "chess": 9]
        #expect((school.gate(1) == .suitability) == (grade < 7))
        school.approve(1)
        #expect(school.gate(1) == nil)
    }

    @Test func aPhraseDoesNotRunFromTheTitleIntoTheText() {
        var school = TestSchool(items: [Sample.item(1, title: "All black", text: "Hole in one", tags: ["deep black"])])
        school.settings.heldWords = ["black hole"]
        #expect(school.gate(1) == nil)
    }
}

import Content
import TestSupport
import Testing

@testable import TextAnalysis

/// What counts as a near-copy: an agency's text however it was edited, and no two articles of one form.
struct NearCopyTests {
    static let now = Timestamp(year: 2026, month: 9, day: 7, hour: 6)

    static func text(_ title: String, _ text: String, hours: Int = 0) -> CopyText {
        CopyText(title: title, text: text, published: now.adding(seconds: Int64(hours) * 3_600))
    }

    static func links(_ one: CopyText, _ other: CopyText, ofOnePublisher: Bool = false) -> Bool {
        let answer = NearCopy.links(one, other, ofOnePublisher: ofOnePublisher)
        #expect(NearCopy.links(other, one, ofOnePublisher: ofOnePublisher) == answer, "the order of two texts shows")
        return answer
    }

    /// The share of edited copies that are found, by marks and by comparison, as the store finds them.
    static func recall(_ edits: [AgencyStory.Edit], sentences: ClosedRange<Int>, seed: UInt64, of count: Int = 60)
        -> Double
    {
        var random = SeededRandom(seed: seed)
        var found = 0
        for _ in 0..<count {
            let story = AgencyStory(sentences: random.number(sentences), using: &random)
            let copy = story.edited(edits, using: &random)
            let (one, other) = (text(story.title, story.text), text(copy.title, copy.text, hours: 5))
            if !Set(one.marks).isDisjoint(with: other.marks), links(one, other) { found += 1 }
        }
        return Double(found) / Double(count)
    }

    @Test(arguments: AgencyStory.Edit.allCases) func anEditedTeaserIsACopy(_ edit: AgencyStory.Edit) {
        let recall = Self.recall([edit], sentences: 2...4, seed: 1)
        #expect(recall >= 0.95, "\(edit): \(recall)")
    }

    @Test(arguments: AgencyStory.Edit.allCases) func anEditedArticleIsACopy(_ edit: AgencyStory.Edit) {
        let recall = Self.recall([edit], sentences: 12...40, seed: 2)
        #expect(recall >= 0.95, "\(edit): \(recall)")
    }

    @Test(arguments: 0..<8) func severalEditsAtOnceAreStillACopy(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let edits = random.some(3, of: AgencyStory.Edit.allCases)
        let recall = [3...5, 12...40].map { Self.recall(edits, sentences: $0, seed: UInt64(seed)) }
        #expect(recall.allSatisfy { $0 >= 0.8 }, "\(edits): \(recall)")
    }

    @Test(arguments: 0..<TextForm.count) func articlesOfOneFormAreNoCopies(_ form: Int) {
        var random = SeededRandom(seed: UInt64(form))
        var linked = 0
        for _ in 0..<100 {
            let pair = TextForm.pair(form, using: &random)
            if Self.links(Self.text(pair[0].title, pair[0].text), Self.text(pair[1].title, pair[1].text)) {
                linked += 1
            }
        }
        #expect(linked == 0, "\(TextForm.pair(form, using: &random))")
    }

    @Test func differentStoriesAreNoCopies() {
        var random = SeededRandom(seed: 4)
        let stories = (0..<80).map { _ in AgencyStory(sentences: random.number(1...30), using: &random) }
            .map { Self.text($0.title, $0.text) }
        for (index, story) in stories.enumerated() {
            for other in stories[..<index] { #expect(!Self.links(story, other)) }
        }
    }

    // MARK: one rule each

    static let report = """
        The bridge over the Arn will be closed for a year from next week, the council said on Tuesday, because its oldest
        pillar has moved by the width of a hand. Buses will go by way of the mill.
        """

    @Test func typographyMakesNoOtherText() {
        let plain =
            "The U.S. team said it won't race for 1,200 points, and \"that is all\" its trainer had to say to us."
        let set = "THE US team said it won’t race for 1200 points – and “that is all” its trainer had to say to us!"
        #expect(
            CopyWord.words(of: plain, atMost: 99).map(\.hash) == CopyWord.words(of: set, atMost: 99).map(\.hash))
    }

    @Test func namesAreCapitalsInsideASentence() {
        let words = CopyWord.words(
            of: "Anna saw Bert. \"Clara came,\" said Über-Dora – Emil: Fritz\nGerd, Part IV", atMost: 99)
        let names = words.indices.filter { words[$0].isName }
        #expect(words.count == 13 && names == [2, 6, 11, 12], "Bert, Über, Part, IV")
        #expect(words.indices.filter { words[$0].isNumber } == [12])
    }

    @Test func aPartOfATextIsACopyOfIt() {
        let story = (1...30).map { "Sentence \($0) says what nobody else has said of the matter, at length." }.joined(
            separator: " ")
        #expect(Self.links(Self.text("A", Self.report), Self.text("B", Self.report + " " + story, hours: 90)))
    }

    @Test func aQuotedSentenceMakesNoCopy() {
        let quote = "The bridge over the Arn will be closed for a year from next week, the council said."
        let column = """
            Once more they take us for fools. Whoever walks through the town in these days, past the empty shops and the
            fountain that has been dry since spring, does not wonder any longer. \(quote) And who will pay for all of it in the
            end? Those who always do, and nobody has asked them.
            """
        #expect(!Self.links(Self.text("A", Self.report), Self.text("B", column)))
    }

    @Test func aShortTextIsACopyOnTheSameDayOnly() {
        let teaser = "Ferries to the islands stay in harbour until the storm has passed, the coastguard said."
        #expect(Self.links(Self.text("Ferries stop", teaser), Self.text("Storm halts boats", teaser, hours: 10)))
        #expect(!Self.links(Self.text("Ferries stop", teaser), Self.text("Storm halts boats", teaser, hours: 24)))
    }

    @Test func aFewWordsAreACopyWithTheirHeadlineOnly() {
        let title = "Council closes the oldest bridge over the Arn for a year"
        #expect(Self.links(Self.text(title, "Buses go by the mill."), Self.text(title, "Buses go by the mill.")))
        #expect(
            !Self.links(Self.text(title, "Buses go by the mill."), Self.text("Bridge closed", "Buses go by the mill.")))
        #expect(!Self.links(Self.text("Today's quiz", "Play now."), Self.text("Today's quiz", "Play now.")))
        #expect(!Self.links(Self.text("", ""), Self.text("", "")))
    }

    @Test func onePublishersOwnArticlesAreCopiesOnlyWhereTheyAreTheSame() {
        let edited = Self.report.replacing(
            "Buses will go by way of the mill.", with: "No bus will run until then, it said.")
        let (one, other) = (Self.text("A", Self.report), Self.text("B", edited))
        #expect(Self.links(one, other))
        #expect(!Self.links(one, other, ofOnePublisher: true))
        #expect(Self.links(one, Self.text("A", Self.report + " Soon."), ofOnePublisher: true))
    }

    @Test func headlinesWithOtherNumbersAreOtherArticles() {
        #expect(!Self.links(Self.text("Fair 2025", Self.report), Self.text("Fair 2026", Self.report)))
        #expect(
            !Self.links(Self.text("The river, part III", Self.report), Self.text("The river, part IV", Self.report)))
        #expect(Self.links(Self.text("Bridge closed for 1 year", Self.report), Self.text("Bridge closed", Self.report)))
    }

    @Test func aLongTextMayBeCorrectedInANumber() {
        let story = (1...20).map {
            "Then part \($0 * 3) of the tale goes on for a while, and nobody knows how it will end."
        }
        .joined(separator: " ")
        let one = Self.text("A", Self.report + " " + story + " Of 41 boats none came back.")
        let other = Self.text("A", Self.report + " " + story + " Of 43 boats none came back.")
        #expect(Self.links(one, other))
        #expect(!Self.links(Self.text("A", "Of 41 boats " + Self.report), Self.text("A", "Of 43 boats " + Self.report)))
    }

    @Test(arguments: ["ja", "ru", "de"]) func copiesAreFoundInEveryScript(_ language: String) {
        let text =
            [
                "ja": "市は火曜日、最も古い橋脚が動いたため、橋を来週から一年間閉鎖すると発表した。バスは水車小屋を回る。",
                "ru":
                    "Мост через реку будет закрыт на целый год, сообщили во вторник городские власти: самая старая опора сдвинулась "
                    + "на ширину ладони, и автобусы поедут мимо старой мельницы, пока её не починят.",
                "de":
                    "Die Brücke über die Arn wird ab nächster Woche für ein Jahr gesperrt, teilte der Rat am Dienstag mit, weil sich "
                    + "ihr ältester Pfeiler um eine Handbreit bewegt hat. Busse fahren über die Mühle.",
            ][language] ?? ""
        #expect(Self.links(Self.text("A", text), Self.text("B", "(X) " + text.replacing("。", with: "．") + " >>")))
    }

    @Test func marksAreFewAndTheSameForAPassageAnywhere() {
        var random = SeededRandom(seed: 9)
        for _ in 0..<50 {
            let story = AgencyStory(sentences: 12, using: &random)
            let other = AgencyStory(sentences: 2, using: &random)
            let marks = Self.text("A", story.text).marks
            #expect((10...40).contains(marks.count))
            #expect(marks == marks.sorted() && marks.allSatisfy { $0 >= 0 && $0 < 1 << 48 })
            let moved = Self.text("B", other.text + " " + story.text).marks
            #expect(!Set(marks).isDisjoint(with: moved))
        }
        #expect(Self.text("A", "Four words are here").marks.count == 1)
        #expect(Self.text("", "Three words here").marks.isEmpty)
    }

    @Test func runsAreInOrderAndWhole() {
        let runs = SharedRuns([1, 2, 3, 9, 4, 5, 6, 7], [8, 4, 5, 6, 7, 1, 2, 3])
        #expect(runs.runs == [.init(left: 4, right: 1, count: 4)], "what stands crosswise is no run")
        let two = SharedRuns([1, 2, 3, 9, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7])
        #expect(two.runs == [.init(left: 0, right: 0, count: 3), .init(left: 4, right: 3, count: 4)] && two.words == 7)
        #expect(SharedRuns([1, 2], [1, 2]).words == 0 && SharedRuns([], [1, 2, 3]).words == 0)
    }

    @Test func hostileTextsAreComparedInBoundedWork() {
        let same = Self.text(String(repeating: "a ", count: 9_000), String(repeating: "a ", count: 200_000))
        #expect(Self.links(same, same))
        #expect(same.opening.count == CopyText.openingWords && same.marks.count == 1)
        let one = String(repeating: "x", count: 1_000_000)
        #expect(!Self.links(Self.text(one, one), Self.text(one, one)))
        _ = Self.text("\u{0301}\u{200D}’'’", "’’’ U.S.S.R.1.2.3,4 \u{FEFF}.\u{0}")
    }
}

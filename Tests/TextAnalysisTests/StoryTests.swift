import Content
import Testing

@testable import TextAnalysis

/// Versions of one text and tellings of one event, among texts that share words and names by chance.
@Suite struct StoryTests {
    private static let now = Timestamp(year: 2026, month: 9, day: 7)

    private static let easy = """
        A big whale swam into the harbour of Port Ellis on Monday. No one knows why it came. Boats had to stop and wait. Children stood on the
        wall and waved. On Tuesday helpers made loud noise with pots and pans. The whale, called Bertha, turned and swam back to the open sea.
        """
    private static let hard = """
        A humpback that had lost its way spent a day and a night inside the harbour walls of Port Ellis this week. Fishing crews left their boats
        tied up so that nobody would hurt Bertha. Rescuers tried a row of boats, then loud noise with pots and pans from the wall, and the whale
        found the open sea.
        """
    private static let others = [
        "Bread rises because yeast eats sugar and makes bubbles. Bakers in Lyon let the dough rest for a night before it goes into the oven, and the crust cracks.",
        "The comet will pass near Jupiter in spring. Astronomers in Chile hope for clear skies, and the telescope on the mountain will follow it for a month.",
        "A bridge in Porto was closed for repair. Engineers in yellow jackets walk over the iron arch and look for rust, and trains take another way this summer.",
        "Chess is an old game that came from India. Players in Port Royal meet in the park under the trees every evening and play until the lamps go out.",
    ]

    /// The stories of texts, each of a feed of its own where none is said.
    private static func stories(_ texts: [String], days: [Double]? = nil, feeds: [Int32]? = nil) -> [Int: Int] {
        let model = TextModel(texts.map { TextDocument(title: "", tags: [], body: $0, language: "en") })
        let all = texts.enumerated().map { number, text in
            StoryFinder.Text(
                language: "en", published: now.adding(seconds: Int64((days?[number] ?? 0) * 86_400)), body: text,
                feed: feeds?[number] ?? Int32(number))
        }
        return StoryFinder(model, texts: all).stories
    }

    @Test func twoTellingsOfOneEventAreOneStory() {
        let stories = Self.stories([Self.easy] + Self.others + [Self.hard])
        #expect(stories == [0: 0, 5: 0])
    }

    @Test func whatIsTwoWeeksApartIsNoTellingOfOneEvent() {
        let stories = Self.stories([Self.easy] + Self.others + [Self.hard], days: [0, 0, 0, 0, 0, 14])
        #expect(stories.isEmpty)
    }

    @Test func aVersionIsAStoryHoweverManyHandsItWentThrough() {
        let words = (0..<80).map { "word\($0)" }
        let long = (words + (0..<80).map { "more\($0)" }).joined(separator: " ")
        let middle = words.joined(separator: " ")
        let short = words.prefix(50).joined(separator: " ")
        let stories = Self.stories([long] + Self.others + [middle, short], days: [0, 0, 0, 0, 0, 20, 40])
        #expect(stories == [0: 0, 5: 0, 6: 0])
    }

    @Test func whatAPodcastSaysInEachOfItsTextsMakesNoStoryOfThem() {
        let thanks =
            " Thanks to Kris Brandow and Matthew Sanabria, to our listeners on the Fallthrough channel, and to Angelica Hill for the music and the "
            + "garden studio. Leave a comment, rate the show, tell a friend, subscribe to the newsletter, and see the table of contents."
        let episodes =
            Self.others + [
                "Kites fly best on the beach. A club in Malmo builds them from silk and bamboo and lets children hold the string.",
                "Salt was once money. Caravans brought it from Taoudenni on camels, and a slab paid for a sheep in the market.",
            ]
        let texts = episodes.map { $0 + thanks }
        let others = (0..<30).map { number in (0..<20).map { "word\(number)of\($0)" }.joined(separator: " ") }
        let stories = Self.stories(
            texts + others, feeds: texts.map { _ in 0 } + others.indices.map { Int32($0 + 1) })
        #expect(stories.isEmpty)
    }

    @Test func versionsOfOneFeedAreOneStory() {
        let words = (0..<120).map { "word\($0)" }
        let hard = (words + (0..<40).map { "more\($0)" }).joined(separator: " ")
        let easy = words.prefix(90).joined(separator: " ")
        let others = (0..<30).map { number in (0..<40).map { "own\(number)word\($0)" }.joined(separator: " ") }
        let texts = [hard, easy] + others
        #expect(Self.stories(texts, feeds: texts.map { _ in 0 }) == [0: 0, 1: 0])
    }

    @Test func aWordThatBeginsASentenceIsANameWhereItIsOneElsewhere() {
        let found = ProperNames.found(in: "Bertha swam. They saw Ellis.", language: "en")
        #expect(found.sure == ["ellis"] && found.first.contains("bertha"))
        #expect(ProperNames.of("Then I'm told that I've seen Ada.", language: "en") == ["ada"])
    }

    @Test func namesAreThoseWithinASentence() {
        #expect(ProperNames.of("On Monday Ada met Bo Lee in Port Ellis. They Swam.", language: "en").contains("ellis"))
        #expect(!ProperNames.of("Rescuers came. Boats left. On Monday it rained.", language: "en").contains("rescuers"))
        #expect(ProperNames.of("It rained on Monday.", language: "en").isEmpty)
    }
}

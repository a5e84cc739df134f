import Content
import FeedParsing
import TestSupport
import Testing

@testable import Ingestion

/// What becomes of a parsed entry: cleaned, measured, never without a title.
struct ItemMakerTests {
    static func item(_ change: (inout ParsedEntry) -> Void, feedLanguage: String? = nil) -> IncomingItem {
        var entry = ParsedEntry()
        change(&entry)
        let keys = ItemKeys(names: [], full: "x", scope: "", guid: nil, isDated: false)
        return ItemMaker(feedLanguage: feedLanguage, wordsPerMinute: 100).item(entry, keys: keys)
    }

    @Test func anUntitledItemHasItsFirstWordsElseItsAddressElseAWord() {
        let text = "The fish sleep\nwith one eye open."
        #expect(Self.item { $0.content = text }.title == "The fish sleep")
        #expect(
            Self.item {
                $0.title = " \n "; $0.summary = text
            }.title == "The fish sleep")
        #expect(Self.item { $0.link = "https://x.example/a" }.title == "https://x.example/a")
        #expect(Self.item { _ in }.title == "Untitled")
        #expect(Self.item { $0.link = "javascript:alert(1)" }.title == "Untitled")
        let long = Self.item { $0.content = String(repeating: "many words ", count: 40) }.title
        #expect(long.count <= 80 && long.hasSuffix("words…") || long.hasSuffix("many…"))
    }

    @Test func aVeryLongTitleIsCutAndAnOrdinaryOneIsNot() {
        let title = String(repeating: "word ", count: 59) + "words"
        #expect(Self.item { $0.title = title }.title == title)
        let cut = Self.item { $0.title = String(repeating: "word ", count: 100) }.title
        #expect(cut.count <= ItemMaker.longestTitle && cut.hasSuffix("word…"))
        #expect(Self.item { $0.title = "  A\n river\t rises " }.title == "A river rises")
    }

    @Test(arguments: [
        ("One two three.", 20, "One two three."), ("One two three four five", 12, "One two…"),
        ("One two. Three four five", 12, "One two."), ("A. Two three four five", 12, "A. Two…"),
        ("Is it 3.5 km? Then 4.25 more", 20, "Is it 3.5 km?"), ("It is 12.5 degrees today", 13, "It is 12.5…"),
        ("Run! Now 3.5 km on", 9, "Run! Now…"), ("abcdefghij", 5, "abcd…"), ("", 5, ""), ("a\n\nb", 5, "a b"),
        ("One two three. Four", 14, "One two three."), ("Ends at 3.5 x", 10, "Ends at…"),
    ])
    func summariesEndWithASentenceElseWithAWord(_ text: String, _ limit: Int, _ cut: String) {
        #expect(ItemMaker.shortened(text, to: limit) == cut)
    }

    @Test func aShortenedTextIsNeverTooLongAndAlwaysABeginning() {
        var random = SeededRandom(seed: 4)
        let parts = ["word", "a", ". ", "! ", " ", "3.5", "\n", "é", "火", "👍", "averyveryverylongword", "?"]
        for _ in 0..<2_000 {
            let text = (0..<20).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
            let limit = Int.random(in: 2...60, using: &random)
            let cut = ItemMaker.shortened(text, to: limit)
            #expect(cut.count <= limit)
            let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(line.hasPrefix(cut.hasSuffix("…") ? String(cut.dropLast()) : cut))
            #expect(line.count > limit || cut == line)
        }
    }

    @Test func theLongerOfBodyAndTeaserIsTheTextAndTheTeaserTheSummary() {
        let item = Self.item {
            $0.summary = "A teaser."; $0.content = "The whole body of the text."
        }
        #expect(item.text == "The whole body of the text." && item.summary == "A teaser." && item.words == 6)
        let swapped = Self.item {
            $0.summary = "A summary that says it all."; $0.content = "More…"
        }
        #expect(swapped.text == "A summary that says it all.")
        #expect(Self.item { $0.content = "Only a body." }.summary == "Only a body.")
    }

    @Test func tagsAreTrimmedOnceEachAndNotTooManyOrTooLong() {
        let item = Self.item {
            $0.tags = [" sea ", "sea", "", " ", String(repeating: "x", count: 81), "fish"] + (0..<40).map { "t\($0)" }
        }
        #expect(item.tags.prefix(3) == ["sea", "fish", "t0"])
        #expect(item.tags.count == 20)
    }

    @Test func theEntrysLanguageComesBeforeTheFeedsAndThatBeforeAGuess() {
        let english = "The old lighthouse on the hill has been dark for years, but it is still there."
        #expect(
            Self.item(
                {
                    $0.content = english; $0.language = "es-MX"
                }, feedLanguage: "fr"
            ).language == "es")
        #expect(
            Self.item(
                {
                    $0.content = english; $0.language = "?"
                }, feedLanguage: "FR_ca"
            ).language == "fr")
        #expect(Self.item({ $0.content = english }, feedLanguage: nil).language == "en")
        #expect(Self.item({ $0.content = "Two words" }, feedLanguage: "").language == nil)
    }

    @Test(arguments: [
        ("en", "en"), ("en-GB", "en"), ("EN_us", "en"), (" de-AT ", "de"), ("gsw", "gsw"), ("english", ""), ("e", ""),
        ("", ""),
        ("-en", ""), ("12", ""), ("日本", ""),
    ])
    func tagsOfLanguagesAreCutToTheirPrimaryPart(_ tag: String, _ primary: String) {
        #expect(ItemMaker.primaryTag(tag) == primary)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "mailto:a@x.example", "file:///etc/passwd",
        "//x.example", "",
    ])
    func onlyWebAddressesAreKept(_ address: String) {
        let item = Self.item {
            $0.title = "T"; $0.link = address; $0.image = address
        }
        #expect(item.url == nil && item.image == nil)
        let kept = Self.item {
            $0.link = "https://x.example/?utm_source=a#b"; $0.image = "http://x.example/i.png"
        }
        #expect(kept.url == "https://x.example/?utm_source=a#b", "the address is kept as the feed gives it")
        #expect(kept.image == "http://x.example/i.png")
    }

    @Test(arguments: ["[…]", "[...]", "Read more", "Continue reading →"])
    func aTextThatSaysThereIsMoreHasNeitherMinutesNorLevel(_ end: String) {
        let text = String(repeating: "The cat is on the table. ", count: 20)
        let teaser = Self.item({ $0.summary = text + end }, feedLanguage: "en")
        #expect(teaser.minutes == 0 && teaser.level == nil && teaser.words >= 120)
        // What the feed states of the whole article counts.
        let stated = Self.item(
            {
                $0.summary = text + end; $0.learning.timesRequired = ["PT20M"]
            }, feedLanguage: "en")
        #expect(stated.minutes == 20)
        #expect(Self.item({ $0.summary = text }, feedLanguage: "en").level != nil)
    }

    @Test func datesMinutesAndLevelsAreTaken() {
        let text = String(repeating: "The cat is on the table. ", count: 20)
        let item = Self.item(
            {
                $0.content = text; $0.updated = Sample.now
            }, feedLanguage: "en")
        #expect(item.published == Sample.now && item.words == 120 && item.minutes == 2 && item.level == 0.5)
        #expect(
            Self.item {
                $0.published = Sample.now; $0.updated = Timestamp(seconds: 0)
            }.published == Sample.now)
        #expect(Self.item { _ in }.published == nil)
        #expect(Self.item { $0.authors = ["", "Ann"] }.authors == ["Ann"])
    }
}

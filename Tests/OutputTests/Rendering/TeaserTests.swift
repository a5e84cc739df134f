import Testing

@testable import Output

@Suite("Teasers end where a sentence ends")
struct TeaserTests {
    @Test(arguments: [
        ("Short.", 40, "Short."),
        ("The first sentence is here. The second one goes on and on.", 45, "The first sentence is here."),
        ("Is it? “Yes, it is.” And here it breaks off in the middle of", 45, "Is it? “Yes, it is.”"),
        // What the feed has cut off ends earlier, too.
        (
            "One sentence that is long enough to stand. And then it breaks…", 320,
            "One sentence that is long enough to stand."
        ),
        (
            "The temperatures rise more than people think. Nobody knows it yet", 47,
            "The temperatures rise more than people think."
        ),
        ("Mr. Jones and Dr. Wu went to the U.S. and looked for the bird", 40, "Mr. Jones and Dr. Wu went to the U.S.…"),
        ("No sentence ends in all of this long text at all", 30, "No sentence ends in all of…"),
        (
            "Too short. But this goes on without an end for very long indeed", 60,
            "Too short. But this goes on without an end for very long…"
        ),
        ("これは最初の文です。そして二番目の文が続きますがとても長いです", 20, "これは最初の文です。"), ("", 10, ""), ("Text", 0, ""),
    ])
    func cuts(text: String, limit: Int, to: String) { #expect(Teaser.of(text, limit) == to) }
}

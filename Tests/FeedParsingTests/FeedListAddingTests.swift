import Content
import Testing

@testable import FeedParsing

/// A feed that is added to a list is on it afterwards, or nothing is changed.
@Suite struct FeedListAddingTests {
    private static let new = FeedList.Outline(
        address: "https://new.example/?a=1&b=2", title: "A <new> & \"odd\" one", audience: 4, language: "es")

    @Test func aListHasWhatItHadAndOneMore() throws {
        let list = "<opml><body><outline text='A' xmlUrl='a.xml'/>\n</body></opml>"
        let text = try #require(FeedList.adding([Self.new], to: list))
        let read = try FeedList.read(Array(text.utf8))
        #expect(read.outlines == [FeedList.Outline(address: "a.xml", title: "A"), Self.new])
    }

    @Test(arguments: [
        // An attribute that is not closed, a root that is over at once, no end.
        "<opml><body><outline xmlUrl=\"a.xml\" text=\"B/></body></opml>",
        "<opml verser:language=\"en\"/>\n<outline xmlUrl=\"a.xml\"/></body></opml>", "<opml></opml>", "",
    ])
    func aBrokenListThatWouldSwallowItTakesNone(list: String) { #expect(FeedList.adding([Self.new], to: list) == nil) }
}

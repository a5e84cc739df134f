@testable import Desk
import Testing

/// Addresses and forms, read strictly.
@Suite struct RequestReadingTests {
    @Test func targets() throws {
        let read = try #require(DeskRequest.target("/review/5%C3%A1/?edition=weekly%402026-09-07&x=a+b"))
        #expect(read.path == ["review", "5á"])
        #expect(read.query["edition"] == "weekly@2026-09-07" && read.query["x"] == "a b")
        #expect(try #require(DeskRequest.target("/")).path.isEmpty)
        for wrong in [
            "", "review", "http://evil.example/", "//evil.example", "/a//b", "/a/../b", "/a/./b", "/a/%2e%2e/b", "/%",
            "/%4", "/%zz", "/%ff", "/a%00b", "/a%0ab", "/?x=%", "/" + String(repeating: "a", count: 4_001),
        ] { #expect(DeskRequest.target(wrong) == nil, "\(wrong.prefix(30))") }
    }

    @Test func whatIsReadIsWrittenTheSame() throws {
        for target in ["/review/5%20A?edition=weekly%402026-09-07", "/", "/as/ana", "/find?words=black%20hole&level="] {
            let (path, query) = try #require(DeskRequest.target(target))
            let request = DeskRequest(.get, path: path, query: query, peer: .unixSocket)
            #expect(request.target == target)
        }
    }

    @Test func forms() throws {
        let form = try #require(DeskForm(encoded: "tick=am&tick=bm&wish=sea+turtles%21&empty=&bare".utf8))
        #expect(form.all("tick") == ["am", "bm"] && form["wish"] == "sea turtles!")
        #expect(form["empty"] == "" && form["bare"] == "" && form["none"] == nil)
        #expect(DeskForm(encoded: "a=%".utf8) == nil && DeskForm(encoded: "a=%80".utf8) == nil)
        #expect(DeskForm(encoded: "a=%07".utf8) == nil)
        #expect(DeskForm(encoded: Array(String(repeating: "a=1&", count: 2_001).utf8)) == nil)
    }
}

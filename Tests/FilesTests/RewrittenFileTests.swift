import Files
import Glibc
import Testing

/// Files that are written anew.
@Suite struct RewrittenFileTests {
    @Test func modeAndLinkStayAsTheyAre() throws {
        let place = try Place()
        defer { place.remove() }
        try place.write("old", to: "list.opml")
        #expect(chmod(place.path("list.opml"), 0o664) == 0 && symlink("list.opml", place.path("feeds.opml")) == 0)
        try RewrittenFile(place.path("feeds.opml")).write(Array("new".utf8))
        #expect(place.isLink("feeds.opml") && place.text("list.opml") == "new" && place.mode("list.opml") == 0o664)
        #expect(place.names == ["feeds.opml", "list.opml"], "nothing is left over")
    }

    @Test(.enabled(if: geteuid() == 0)) func theOwnerStays() throws {
        let place = try Place()
        defer { place.remove() }
        try place.write("old", to: "list.opml")
        #expect(chown(place.path("list.opml"), 1_234, 5_678) == 0)
        try RewrittenFile(place.path("list.opml")).write(Array("new".utf8))
        var status = stat()
        #expect(stat(place.path("list.opml"), &status) == 0 && status.st_uid == 1_234 && status.st_gid == 5_678)
    }

    @Test func aNewFileIsForItsOwnerUnlessItIsSaid() throws {
        let place = try Place()
        defer { place.remove() }
        try RewrittenFile(place.path("a")).write([1])
        try RewrittenFile(place.path("b.prom")).write([1], mode: 0o644)
        #expect(place.mode("a") == 0o600 && place.mode("b.prom") == 0o644)
    }

    @Test func aLinkThatLeadsNowhereAndAFolderAreRefused() throws {
        let place = try Place()
        defer { place.remove() }
        #expect(symlink("nothing", place.path("a")) == 0 && mkdir(place.path("b"), 0o700) == 0)
        #expect(throws: FileProblem.self) { try RewrittenFile(place.path("a")).write([1]) }
        #expect(throws: FileProblem.self) { try RewrittenFile(place.path("b")).write([1]) }
        #expect(place.names == ["a", "b"])
    }
}

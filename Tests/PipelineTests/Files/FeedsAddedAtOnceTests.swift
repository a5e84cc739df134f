import Configuration
import Content
import Foundation
import Glibc
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// Files of the school that a command rewrites.
@Suite struct FeedsAddedAtOnceTests {
    @Test func ofTwentyFeedsThatAreAddedAtOnceTwentyAreOnTheList() throws {
        let school = try GeneratedSchool(feeds: 1, learners: 1, seed: 613)
        defer { school.remove() }
        // The school's list is a link to one that a group shares.
        let feeds = school.root.path + "/Feeds"
        #expect(rename(feeds + "/feeds.opml", feeds + "/shared.list") == 0)
        #expect(symlink("shared.list", feeds + "/feeds.opml") == 0 && chmod(feeds + "/shared.list", 0o664) == 0)
        let feed = try String(contentsOfFile: feeds + "/feed0.xml", encoding: .utf8)
        for number in 0..<20 { try school.write(feed, to: "Feeds/new\(number).xml") }
        let program = Program(folder: school.root)
        let processes = try (0..<20).map { try program.start(["feeds", "add", "Feeds/new\($0).xml"]) }
        for process in processes {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        let list = try String(contentsOfFile: feeds + "/shared.list", encoding: .utf8)
        #expect((0..<20).filter { list.contains("xmlUrl=\"new\($0).xml\"") }.count == 20)
        var status = stat()
        #expect(lstat(feeds + "/feeds.opml", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(stat(feeds + "/feeds.opml", &status) == 0 && status.st_mode & 0o777 == 0o664)
        let names = try FileManager.default.contentsOfDirectory(atPath: feeds)
        #expect(!names.contains { $0.hasPrefix(".gleaner") }, "\(names)")
    }
}

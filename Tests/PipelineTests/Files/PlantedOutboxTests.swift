import Configuration
import Content
import Foundation
import Glibc
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// Links that somebody planted in Data/ and Outbox/, and who may read what is made.
@Suite struct PlantedOutboxTests {
    private static func kind(_ path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
    }

    @Test func aLinkInThePlaceOfAnEditionOrPartIsNotFollowed() throws {
        let school = try GeneratedSchool(feeds: 2, learners: 3, seed: 641)
        let elsewhere = try Place()
        defer {
            school.remove()
            elsewhere.remove()
        }
        try elsewhere.write("mine", to: "victim")
        let outbox = school.root.path + "/Outbox"
        let (opened, store) = try school.open()
        #expect(mkdir(outbox, 0o700) == 0)
        #expect(symlink(elsewhere.root.path, outbox + "/manual@2026-09-07") == 0)
        let report = try RunTests.run(opened, store)
        #expect(report.findings.contains { $0.severity == .error && $0.problem.contains("not a folder") })
        #expect(elsewhere.names == ["victim"] && report.summary.deliver?.written == 0)
        // The link is taken away, and one planted for a part of a page.
        #expect(unlink(outbox + "/manual@2026-09-07") == 0 && mkdir(outbox + "/manual@2026-09-07", 0o700) == 0)
        let pages = outbox + "/manual@2026-09-07/print"
        #expect(mkdir(pages, 0o700) == 0)
        #expect(symlink(elsewhere.root.path + "/victim", pages + "/5A.html.part") == 0)
        let second = try RunTests.run(opened, store, importing: false)
        #expect((second.summary.deliver?.written ?? 0) > 0)
        #expect(try String(contentsOf: elsewhere.root.appendingPathComponent("victim"), encoding: .utf8) == "mine")
        #expect(Self.kind(pages + "/5A.html") == S_IFREG && Self.kind(pages + "/5A.html.part") == 0)
    }

    @Test(arguments: ["run.lock", "write.lock"]) func aLinkInThePlaceOfALockEndsTheRun(_ name: String) throws {
        let school = try GeneratedSchool(feeds: 1, learners: 1, seed: 642)
        let elsewhere = try Place()
        defer {
            school.remove()
            elsewhere.remove()
        }
        try elsewhere.write("mine", to: "victim")
        #expect(mkdir(school.root.path + "/Data", 0o700) == 0)
        #expect(symlink(elsewhere.root.path + "/victim", school.root.path + "/Data/\(name)") == 0)
        let result = try Program(folder: school.root).run("run")
        #expect(result.status == 2 && result.talk.contains("is a link"), "\(result.talk)")
        #expect(try String(contentsOf: elsewhere.root.appendingPathComponent("victim"), encoding: .utf8) == "mine")
    }

    @Test func whatAProgramMakesIsForItsOwnerAlone() throws {
        let school = try GeneratedSchool(feeds: 2, learners: 3, seed: 643)
        defer { school.remove() }
        let program = Program(folder: school.root)
        #expect(try program.run("learners", "import").status == 0)
        #expect(try program.run("run", "--now", "2026-09-07T05:00:00Z").status == 0)
        for folder in ["Data", "Outbox"] {
            for name in school.files(below: folder).keys {
                var status = stat()
                #expect(stat(school.root.path + "/\(folder)/\(name)", &status) == 0)
                #expect(status.st_mode & 0o077 == 0, "\(folder)/\(name)")
            }
        }
    }
}

import Files
import Glibc
import Testing

/// Files that are read by their names: whatever stands there, reading ends.
@Suite struct RegularFileTests {
    @Test func aPipeASocketADeviceAndAFolderAreRefusedAtOnce() throws {
        let place = try Place()
        defer { place.remove() }
        #expect(mkfifo(place.path("pipe"), 0o600) == 0)
        let start = ContinuousClock.now
        #expect(throws: RegularFile.Problem.notAFile("a pipe")) { try RegularFile.read(place.path("pipe"), limit: 10) }
        #expect(throws: RegularFile.Problem.notAFile("a device")) { try RegularFile.read("/dev/zero", limit: 10) }
        #expect(throws: RegularFile.Problem.notAFile("a folder")) { try RegularFile.read(place.root, limit: 10) }
        #expect(RegularFile.beginning(of: place.path("pipe"), atMost: 10) == nil)
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func aLinkOfTheSchoolsToAFileIsFollowedAndOneToAPipeIsNot() throws {
        let place = try Place()
        defer { place.remove() }
        try place.write("feed", to: "there.xml")
        #expect(symlink("there.xml", place.path("link.xml")) == 0)
        #expect(try RegularFile.read(place.path("link.xml"), limit: 10) == Array("feed".utf8))
        #expect(mkfifo(place.path("pipe"), 0o600) == 0 && symlink("pipe", place.path("trap.xml")) == 0)
        #expect(throws: RegularFile.Problem.notAFile("a pipe")) {
            try RegularFile.read(place.path("trap.xml"), limit: 10)
        }
    }

    @Test func aFileOfTheKernelsWithoutSizeIsBounded() throws {
        #expect(throws: RegularFile.Problem.tooLarge) { try RegularFile.read("/proc/self/maps", limit: 100) }
        #expect(try !RegularFile.read("/proc/self/maps", limit: 10_000_000).isEmpty)
    }

    @Test func aFileOfTheLargestSizeIsReadAndOneByteMoreIsNot() throws {
        let place = try Place()
        defer { place.remove() }
        try place.write("12345", to: "a")
        #expect(try RegularFile.read(place.path("a"), limit: 5).count == 5)
        #expect(throws: RegularFile.Problem.tooLarge) { try RegularFile.read(place.path("a"), limit: 4) }
        #expect(throws: RegularFile.Problem.missing) { try RegularFile.read(place.path("b"), limit: 4) }
        #expect(RegularFile.beginning(of: place.path("a"), atMost: 2) == Array("12".utf8))
    }
}

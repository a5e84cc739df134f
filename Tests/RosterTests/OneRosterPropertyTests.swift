import Content
import Roster
import Testing

/// What holds for any district and for any bytes.
@Suite struct OneRosterPropertyTests {
    private typealias Generator = RosterPropertyTests.Generator

    @Test(arguments: RosterPropertyTests.seeds) func theOrderOfRowsDoesNotMatter(seed: UInt64) throws {
        var random = Generator(state: seed)
        let version = random.pick(["1.1", "1.2"], or: "1.1")
        var district = OneRosterFixture(version)
        // Rows that stand twice, a person of two rows, and two classes under one id are put in order as well.
        district.add("classes.csv", "c2,,Sums,M-9,scheduled,y")
        district.add(
            "users.csv",
            version == "1.1"
                ? "l1,true,S2,student,Cara,Fenn,,g2,06,pw,+1" : "l1,,true,Cara,Fenn,Caro,,,g2,06,pw")
        let first = try district.read()
        for name in district.tables.keys where name != "manifest.csv" {
            guard let rows = district.tables[name] else { continue }
            district.tables[name] = rows.prefix(1) + rows.dropFirst().shuffled(using: &random)
        }
        let other = try district.read()
        #expect(other.links == first.links)
        #expect(other.snapshot.classes == first.snapshot.classes)
        #expect(other.snapshot.learners.map(\.values) == first.snapshot.learners.map(\.values))
        #expect(other.snapshot.learners.map(\.guardians) == first.snapshot.learners.map(\.guardians))
    }

    @Test(arguments: RosterPropertyTests.seeds) func anyBytesAreReadOrRefused(seed: UInt64) throws {
        var random = Generator(state: seed)
        let words = [
            "\"", ",", "\n", "\r", "tobedeleted", "\u{0}", ";", "1.2E+9", "\u{FEFF}", "é", "student", "l1", "c1",
            "<html",
        ]
        for version in ["1.1", "1.2"] {
            let kept = try OneRosterFixture(version).read().links
            var files = OneRosterFixture(version).files
            for _ in 0..<6 {
                let which = Int.random(in: 0..<files.count, using: &random)
                let word = Array(random.pick(words, or: "\"").utf8)
                let at = Int.random(in: 0...files[which].bytes.count, using: &random)
                let end = min(files[which].bytes.count, at + Int.random(in: 0...20, using: &random))
                files[which].bytes.replaceSubrange(at..<end, with: random.pick([word, [], [0xFF], [0xC3]], or: []))
            }
            let today = OneRosterFixture.today
            do throws(RosterError) {
                let read = try OneRosterImport.read(files, name: "d", map: nil, earlier: kept, today: today)
                let again = try OneRosterImport.read(files, name: "d", map: nil, earlier: read.links, today: today)
                #expect(again.links == read.links)
                #expect(Set(read.snapshot.learners.map(\.id)).count == read.snapshot.learners.count)
                #expect(Set(read.snapshot.classes.map(\.name)).count == read.snapshot.classes.count)
            } catch {
                #expect(error.finding.severity == .error)
            }
        }
    }
}

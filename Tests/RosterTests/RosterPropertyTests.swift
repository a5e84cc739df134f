import Content
import Roster
import Testing

/// Properties over made-up rosters from a seeded generator, so that a failure can be repeated.
struct RosterPropertyTests {
    /// SplitMix64: small, and the same on every machine.
    struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }

        mutating func pick<Element>(_ choices: [Element], or other: Element) -> Element {
            choices.randomElement(using: &self) ?? other
        }
    }

    static let seeds: [UInt64] = Array(1...40)
    static let header = "learner_id,name,class,grade,interests,level,consent,guardian_email"

    /// A good row: cells with blanks, quotes, delimiters, accents and nothing.
    static func goodRow(_ number: Int, _ random: inout Generator) -> String {
        let cells = [
            "R-\(number)",
            random.pick(["Ana Prueba", "\"Muster, Cid\"", "\"Dot \"\"D\"\" Quill\"", " Íñigo Muestra "], or: "Ben"),
            random.pick(["7A", "7A;7B", " 7C ; Chess club"], or: "7A"),
            random.pick(["K", "0", "7", "13"], or: "7"),
            random.pick(["", "volcanoes", "wild horses;chess;", "\"space\ntravel\""], or: ""),
            random.pick(["", "6", "6.50", "16"], or: ""),
            random.pick(["", "yes", "No", "sí", "1"], or: ""),
            random.pick(["", "mum@home.example", "mum@home.example; dad@home.example"], or: ""),
        ]
        return cells.joined(separator: ",")
    }

    /// A bad row of its own id, in one of the ways that rows are bad.
    static func badRow(_ number: Int, _ random: inout Generator) -> String {
        let id = "B-\(number)"
        return random.pick(
            [
                "\(id),Bad Sample,7A,99,,,,", "\(id),Bad Sample,7A,7,,650L,,", "\(id),,7A,7,,,,", "\(id),Bad Sample",
                "\(id),\"Bad Sample,7A,7,,,,", "\(id),Bad \"B\" Sample,7A,7,,,,", "\(id),\"Bad\" Sample,7A,7,,,,",
                "\"\(id),Bad Sample,7A,7,,,,", "\(id),Bad,7A,7,,,,,surplus", "\(id),Bad\u{1},7A,7,,,,",
                "\(id),Bad Sample,7A,7,,,,nobody", "\(id),Bad Sample,7A,7,\"volcanoes;space,,,",
                "\"", "\"\"\"", ",\",\",,", "\(id),Bad Sample,7A,7,,,,\"",
            ], or: "")
    }

    static func file(_ rows: [String], end: String = "\n") throws -> RosterFile<LearnerRow> {
        try RosterFixture.file(([header] + rows).joined(separator: end) + end)
    }

    @Test(arguments: seeds) func importingTwiceAppendsNothing(_ seed: UInt64) throws {
        var random = Generator(state: seed)
        let file = try Self.file((1...12).map { Self.goodRow($0, &random) })
        #expect(file.rows.count == 12)
        let first = RosterFixture.plan(file, current: [:], now: RosterFixture.now)
        let facts = RosterFixture.apply(first)
        let second = RosterFixture.plan(file, current: facts, now: RosterFixture.later, full: true)
        #expect(second.isEmpty)
        #expect(second.unchanged.count == 12)
        // Another file, and back again: the state is that of the file, and then nothing is new.
        let other = try Self.file((1...12).map { Self.goodRow($0, &random) })
        let there = RosterFixture.plan(other, current: facts, now: RosterFixture.later)
        let moved = RosterFixture.apply(there, to: facts)
        #expect(RosterFixture.plan(other, current: moved, now: RosterFixture.later).isEmpty)
        let back = RosterFixture.plan(file, current: moved, now: RosterFixture.later)
        let returned = RosterFixture.apply(back, to: moved)
        for (id, now) in returned {
            #expect(Learner(id: id, facts: now) == Learner(id: id, facts: facts[id] ?? []))
        }
    }

    @Test(arguments: seeds) func theOrderOfRowsDoesNotMatter(_ seed: UInt64) throws {
        var random = Generator(state: seed)
        let rows = (1...12).map { Self.goodRow($0, &random) }
        let plan = RosterFixture.plan(try Self.file(rows), current: [:], now: RosterFixture.now)
        let shuffled = rows.shuffled(using: &random)
        let other = RosterFixture.plan(try Self.file(shuffled, end: "\r\n"), current: [:], now: RosterFixture.now)
        #expect(plan.facts == other.facts)
        #expect(plan == other)
    }

    @Test(arguments: seeds) func aBadRowNeverCostsAnotherRow(_ seed: UInt64) throws {
        var random = Generator(state: seed)
        let good = (1...10).map { Self.goodRow($0, &random) }
        let expected = try Self.file(good).rows
        var mixed = good
        for number in 1...Int.random(in: 1...8, using: &random) {
            let place = Int.random(in: 0...mixed.count, using: &random)
            mixed.insert(Self.badRow(number, &random), at: place)
        }
        let file = try Self.file(mixed)
        let kept = file.rows.filter { $0.id.rawValue.hasPrefix("R-") }
        #expect(kept.map(\.id) == expected.map(\.id), "\(mixed.joined(separator: "\n"))")
        #expect(kept.map(\.values) == expected.map(\.values))
        #expect(!file.findings.isEmpty)
    }

    @Test(arguments: seeds) func anyBytesAreReadWithoutATrap(_ seed: UInt64) throws {
        var random = Generator(state: seed)
        let alphabet = Array("R-1,;\"\n\r\t ñ\u{0}é7A".utf8) + [0xFF, 0x80, 0xC3]
        for _ in 0..<20 {
            let noise = (0..<200).map { _ in random.pick(alphabet, or: 0) }
            _ = try LearnerRow.read(Array("\(RosterFixture.header)\n".utf8) + noise)
            _ = try? LearnerRow.read(noise)
            _ = try? WishRow.read([0xFF, 0xFE] + noise)
        }
    }
}

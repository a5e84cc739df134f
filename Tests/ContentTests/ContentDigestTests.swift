import ContentDigest
import TestSupport
import Testing

/// SHA-256 by its known answers, and what we make of it.
struct ContentDigestTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func knownAnswers(_ text: String, _ hex: String) {
        #expect(ContentDigest(ofBytes: Array(text.utf8)).hex == hex)
    }

    @Test func aMillionBytesAndNULsAreDigestedWhole() {
        let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(
            ContentDigest(ofBytes: million).hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
        #expect(ContentDigest(ofBytes: [0, 1]) != ContentDigest(ofBytes: [0, 2]))
        #expect(ContentDigest(ofBytes: [0]) != ContentDigest(ofBytes: []))
    }

    @Test func partsNeverRunTogether() {
        let lists: [[String]] = [
            [], [""], ["", ""], ["ab"], ["a", "b"], ["", "ab"], ["ab", ""], ["1:a"], ["2:ab"], ["1", ":a"], ["a1:b"],
            ["a", "", "b"], ["a1:", "b"],
        ]
        #expect(Set(lists.map { ContentDigest(of: $0).hex }).count == lists.count)
        var random = SeededRandom(seed: 6)
        // Cutting one text at two different places never gives the same digest.
        for _ in 0..<300 {
            let text = (0..<12).map { _ in ["1", "2", ":", "a"].randomElement(using: &random) ?? "a" }
            let cuts = (0...text.count).map { [text[..<$0].joined(), text[$0...].joined()] }
            #expect(Set(cuts.map { ContentDigest(of: $0).hex }).count == cuts.count)
        }
    }

    @Test func codesAreOfTheAlphabetAndAsLongAsAskedFor() {
        let alphabet = Set("23456789BCDFGHJKMNPQRSTVWXYZ")
        var seen: Set<Character> = []
        for number in 0..<2_000 {
            let digest = ContentDigest(of: ["item \(number)"])
            for length in [5, 6, 16] {
                let code = digest.code(length: length)
                #expect(code.count == length)
                #expect(code.hasPrefix(digest.code(length: 5)))
                seen.formUnion(code)
            }
        }
        #expect(seen == alphabet, "every character is used and no other")
    }

    @Test func twentyThousandCodesHardlyEverMeet() {
        // 28⁵ codes: of 20,000 some 12 are expected to meet; three times that would speak for an uneven code.
        let codes = Set((0..<20_000).map { ContentDigest(of: ["\($0)"]).code(length: 5) })
        #expect(codes.count > 20_000 - 36)
    }
}

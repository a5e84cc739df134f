import Configuration
import Content
import Testing

/// The list of held words.
struct HeldWordsTests {
    @Test func wordsAndPhrasesWithoutCommentsAndDoubles() {
        let text = "\u{FEFF}# a comment\r\n torture \r\n\r\nself-harm # why\r\nTorture\r\neating   disorder\r\nC#\r\n"
        let words = HeldWords(text: text, file: "held.txt")
        #expect(words.phrases == ["torture", "self-harm", "eating disorder", "C#"])
        #expect(words.findings.isEmpty)
    }

    @Test func badLinesAreToldAndTheOthersKept() {
        let long = String(repeating: "x", count: 101)
        let words = HeldWords(text: "good\n\(long)\n---\na\u{1}b\nbetter\n", file: "held.txt")
        #expect(words.phrases == ["good", "better"])
        #expect(words.findings.map(\.place) == ["held.txt:2:1", "held.txt:3:1", "held.txt:4:1"])
    }

    @Test func aMarkThatNobodySeesNeverHidesAWord() {
        // Two files that were joined: the second one's mark stands before its first word.
        let words = HeldWords(text: "guns\n\u{FEFF}knives\nself\u{AD}-harm\nki\u{200B}ll\n", file: "held.txt")
        #expect(words.phrases == ["guns", "knives", "self-harm", "kill"])
    }

    @Test func absentFileIsAnError() {
        #expect(throws: ConfigurationError.self) { try HeldWords.read(path: "/nowhere-at-all/x", name: "x") }
    }

    @Test(arguments: [
        ("a@school.example", true), ("a.b+c'd@x.example", true), ("dot@localhost", true), ("a@b", false),
        ("a b@school.example", false), ("a@@school.example", false), ("a@school..example", false),
        ("@x.example", false),
        ("a@", false), ("a,b@x.example", false), ("a@x.example\nBcc: b@x.example", false), ("a@.example", false),
        ("", false), ("a;b@x.example", false), ("<a@x.example>", false), (".a@x.example", false),
        ("a@b_c.example", false), ("a`b@x.example", false),
    ])
    func mailAddressesAreCheckedForSanity(_ address: String, _ isSane: Bool) {
        #expect((MailAddress.problem(in: address) == nil) == isSane)
    }

    @Test func mailAddressesHaveANameOrNot() throws {
        #expect(MailAddress("Sample School <a@x.example>")?.name == "Sample School")
        #expect(MailAddress("\"School, Sample\" <a@x.example>")?.description == "School, Sample <a@x.example>")
        #expect(MailAddress(" a@x.example ")?.name == nil)
        #expect(MailAddress("<a@x.example>") == (try MailAddress(address: "a@x.example")))
        #expect(MailAddress("A <b> <a@x.example>") == nil)
        #expect(MailAddress("a@x.example>") == nil)
    }
}

import Testing

@testable import Roster

@Suite struct MailDomainTests {
    @Test(arguments: [
        ("lea@schüle.example", "lea@xn--schle-mva.example"), ("LEA@SCHÜLE.example", "LEA@xn--schle-mva.example"),
        ("lea@escuela.example", "lea@escuela.example"), ("léa@école.example", "léa@xn--cole-9oa.example"),
        ("lea@a b.example", "lea@a b.example"), ("no address", "no address"),
    ])
    func aDomainBeyondASCIIIsWrittenForServersOfEveryAge(written: String, kept: String) {
        #expect(MailDomain.ascii(written) == kept)
    }
}

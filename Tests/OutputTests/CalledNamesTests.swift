import Testing

@testable import Output

/// What learners are called on their own pages.
@Suite struct CalledNamesTests {
    @Test func theFirstNameAlone() {
        let names = CalledNames(["Ana Ruiz", "Chen Wei", "Díaz, Marta", "Bo"])
        #expect(names.name(of: "Ana Ruiz") == "Ana" && names.name(of: "Chen Wei") == "Chen")
        #expect(names.name(of: "Díaz, Marta") == "Marta" && names.name(of: "Bo") == "Bo")
        #expect(names.name(of: "Somebody Else") == "Somebody")
    }

    @Test func anInitialWhereTwoShareIt() {
        let names = CalledNames(["Ben Okafor", "Ben Olsen", "ben Adams", "Dora Lind"])
        #expect(names.name(of: "ben Adams") == "ben A")
        #expect(names.name(of: "Ben Okafor") == "Ben Ok" && names.name(of: "Ben Olsen") == "Ben Ol")
        #expect(names.name(of: "Dora Lind") == "Dora")
    }

    @Test func whoHasTheSameWholeNameIsCalledByIt() {
        #expect(CalledNames(["Ana Ruiz", "Ana Ruiz"]).name(of: "Ana Ruiz") == "Ana Ruiz")
        #expect(CalledNames([]).name(of: "") == "")
    }
}

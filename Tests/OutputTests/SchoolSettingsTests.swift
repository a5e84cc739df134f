import Content
import Testing

@testable import Output

/// Which school's settings a page or mail is made with.
@Suite struct SchoolSettingsTests {
    private func learner(_ school: String?) -> Learner {
        let id = LearnerID(rawValue: "a")
        let facts = school.map {
            [Fact(learner: id, kind: .school, value: $0, origin: .roster, at: Timestamp(seconds: 0))]
        }
        return Learner(id: id, facts: facts ?? [])
    }

    private func settings(_ name: String) -> DeliverySettings {
        DeliverySettings(
            school: name, language: "en", from: nil, wishes: nil, listDomain: "x.example", oneClick: nil,
            policy: .learner, paper: .a4, printedClasses: .all)
    }

    private func district() throws -> DeliverySettings {
        var district = settings("District")
        for name in ["Hill Road", "Lake"] {
            district.schools[try #require(SchoolName(name))] = settings(name)
        }
        return district
    }

    @Test func aListIsMadeByItsLearnersSchool() throws {
        let district = try district()
        #expect(district.of(learner(" hill ROAD")).school == "Hill Road")
        #expect(district.of(learner("Hil Road")).school == "District" && district.of(learner(nil)).school == "District")
        #expect(district.school(of: learner("hill road"))?.text == "Hill Road")
        #expect(settings("Only").of(learner("Lake")).school == "Only")
    }

    @Test func aFileOfSeveralIsMadeByTheirSchoolWhereItIsOne() throws {
        let district = try district()
        #expect(district.of([learner("Lake"), learner(nil), learner("lake")]).school == "Lake")
        #expect(district.of([learner("Lake"), learner("Hill Road")]).school == "District")
        #expect(district.of([Learner]()).school == "District")
    }

    @Test func theDigestOfOneSchoolIsAsItWasAndThatOfADistrictTellsItsSchools() throws {
        var other = try district()
        #expect(settings("District").digestText != other.digestText)
        let before = other.digestText
        other.schools[try #require(SchoolName("Lake"))]?.region = "GB"
        #expect(other.digestText != before)
    }
}

import Content
import Testing

@testable import Configuration

/// The schools of a district: what each says of its own, and what is filled in.
struct DistrictReadingTests {
    static let district = """
        school: {name: The District, time-zone: Europe/London, language: en, languages: [en, es], region: gb, safeguarding: d@d.example}
        mail: {from: District <d@d.example>, wishes-to: wishes@d.example, to: both}
        operation: {keep-days: 300}
        schools:
          Hill Road School:
            name: Hill Road
            time-zone: America/New_York
            language: es
            safeguarding: lead@hill.example
            from: Hill Road <hill@hill.example>
            to: guardian
            feeds: [Feeds/hill.opml, {source: "https://hill.example/a.xml", audience: 3}]
            staff: [office@hill.example, head@hill.example]
            terms: [2026-09-07..2026-12-18]
            holidays: [2026-10-12, Config/hill.ics]
            keep-days: 60
          " Lake School ":
        schedules:
          hill: {school: HILL ROAD SCHOOL, days: [monday], time: 06:30}
          both: {days: [friday], time: 06:30}
        """

    @Test func whatASchoolLeavesOutIsWhatTheDistrictSays() throws {
        let read = try GleanerConfiguration(yaml: Self.district)
        #expect(read.schools.map { $0.name.text } == ["Hill Road School", "Lake School"])
        let hill = try #require(read.entry(of: SchoolName(" hill road SCHOOL")))
        #expect(hill.school.name == "Hill Road" && hill.school.timeZone == "America/New_York")
        #expect(hill.school.languages == ["es", "en"] && hill.school.region == "GB")
        #expect(hill.school.safeguarding == "lead@hill.example")
        #expect(hill.mail.from?.address == "hill@hill.example" && hill.mail.policy == .guardian)
        #expect(hill.mail.wishesTo?.address == "wishes@d.example")
        #expect(hill.feeds.map { $0.source } == ["Feeds/hill.opml", "https://hill.example/a.xml"])
        #expect(hill.feeds.allSatisfy { $0.school == hill.name })
        #expect(hill.staff.map { $0.address } == ["office@hill.example", "head@hill.example"])
        #expect(hill.holidays.count == 2 && hill.terms.count == 1 && hill.keepDays == 60)
        let lake = try #require(read.entry(of: SchoolName("lake school")))
        var school = read.school
        school.name = "Lake School"
        #expect(lake.school == school && lake.mail == read.mail && lake.keepDays == 300)
        #expect(lake.feeds.isEmpty && lake.staff.isEmpty && lake.terms.isEmpty && lake.holidays.isEmpty)
        #expect(
            read.allFeeds.map { $0.source } == ["Feeds/feeds.opml", "Feeds/hill.opml", "https://hill.example/a.xml"])
        #expect(read.allLanguages == ["en", "es"])
        #expect(read.schedules.map { $0.school } == [SchoolName("hill road school"), nil])
        #expect(read.schedules.map { read.zone(of: $0) } == ["America/New_York", "Europe/London"])
    }

    @Test func oneSchoolIsAsItWas() throws {
        let read = try GleanerConfiguration(yaml: "school: {name: X}\nschedules: {a: {days: [monday], time: 06:30}}")
        #expect(!read.isDistrict && !read.canonicalText.contains("schools") && read.allFeeds == read.feeds)
        #expect(!read.canonicalText.contains("\"school\""))
        #expect(
            try GleanerConfiguration(yaml: "school: {name: X}\nschools:\n").canonicalText
                == GleanerConfiguration(yaml: "school: {name: X}").canonicalText)
    }

    @Test func noneKeepsForEver() throws {
        let read = try GleanerConfiguration(yaml: "schools: {A: {keep-days: none}, B: {}}")
        #expect(read.schools.map { $0.keepDays } == [nil, 400])
    }

    @Test(arguments: [
        ("schools: {A: {tme-zone: UTC}}", "g.yaml:1:15", "Did you mean 'time-zone'?"),
        ("schools: {A: {time-zone: Mars/Olympus}}", "g.yaml:1:26", "'schools.A.time-zone' is 'Mars/Olympus'"),
        ("schools: {A: {keep-days: 3}}", "g.yaml:1:26", "from 30 to 36500"),
        ("schools: {A: {staff: [office]}}", "g.yaml:1:23", "expected a mail address"),
        ("schools: {A: {safeguarding: nobody}}", "g.yaml:1:29", "expected a mail address"),
        ("schools: {A: {feeds: [a, a]}}", "g.yaml:1:26", "listed twice"),
        ("schools: {A: {terms: [tomorrow]}}", "g.yaml:1:23", "an .ics file"),
        ("schools: {Hill: {}, hill : {}}", "g.yaml:1:28", "is there already"),
        ("schools: {\" \": {}}", "g.yaml:1:16", "has no name"),
        ("schools: [A]", "g.yaml:1:10", "'schools' is not a group of keys"),
        ("schools: {A: 3}", "g.yaml:1:14", "'schools.A' is not a group of keys"),
        (
            "schools: {Hill Road: {}}\nschedules: {a: {school: Hil Road, days: [monday], time: 06:30}}", "g.yaml:2:25",
            "Did you mean 'Hill Road'?"
        ),
        ("schedules: {a: {school: Hill, days: [monday], time: 06:30}}", "g.yaml:1:25", "Name it under 'schools:'."),
    ])
    func faultsAreToldWithTheirPlaces(_ yaml: String, _ place: String, _ words: String) throws {
        let findings = try ConfigurationFaultTests.findings(yaml)
        #expect(findings.count == 1, "\(findings)")
        #expect(findings.first?.place == place, "\(findings)")
        #expect(findings.first?.description.contains(words) == true, "\(findings)")
    }
}

import Content
import Testing

@testable import Store

/// What a run found is kept with it, by what it is about.
struct KeptFindingTests {
    @Test func findingsAreReadBackByRunAndByWhatTheyAreAbout() throws {
        let store = try Store.inMemory()
        let (first, second) = (try Sample.run(store), try Sample.run(store))
        let mia = FindingSite.learner(LearnerID(rawValue: "s1"))
        let sites: [FindingSite] = [
            mia, .feed("https://a.example/f"), .item(ItemCode(rawValue: "KRT4W")), .schoolClass("5A"), .scorer("Trial"),
            .edition(Sample.edition), .file("learners.csv", line: 4, column: 3), .file("a.xml"), .part("mail"),
        ]
        let findings = sites.map { Finding(.warning, at: $0, "It is odd.", remedy: "Look.") }
        try store.runs.keep(findings, of: first, in: .unguarded)
        try store.runs.keep([Finding(.note, at: mia, "Later.")], of: second, in: .unguarded)
        #expect(try store.runs.findings(of: first) == findings)
        #expect(try store.runs.findings(about: mia).map { $0.problem } == ["Later.", "It is odd."])
        try store.runs.keep([], of: first, in: .unguarded)
        #expect(try store.runs.findings(of: first).isEmpty)
    }

    @Test func theConfigurationOfARunIsKeptOnce() throws {
        let store = try Store.inMemory()
        for _ in 0..<2 {
            _ = try store.runs.begin(
                RunRecord(edition: Sample.edition, stages: ["rank"], now: Sample.now, version: "1", configuration: "d"),
                configuration: "school: {}", in: .unguarded)
        }
        #expect(try store.runs.configurationText(of: "d") == "school: {}")
        #expect(try store.runs.configurationText(of: "e") == nil)
    }
}

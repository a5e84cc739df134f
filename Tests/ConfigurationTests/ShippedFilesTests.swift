import Content
import Foundation
import Testing

@testable import Configuration

/// The files that the repository ships are what the code reads.
struct ShippedFilesTests {
    static let folder = WorkingFolder(root: WorkingFolder.join(#filePath, "../../.."))

    static func text(_ path: String) throws -> String {
        try String(contentsOfFile: folder.resolve(path), encoding: .utf8)
    }

    @Test func shippedConfigurationIsReadWithoutErrors() throws {
        let configuration = try GleanerConfiguration(of: Self.folder)
        #expect(configuration.school.name == "Riverside School")
        #expect(configuration.school.timeZone == "Europe/Madrid")
        #expect(configuration.school.languages == ["en", "es"])
        #expect(configuration.feeds == [FeedSource(source: "Feeds/feeds.opml")])
        #expect(configuration.scorers["InterestMatch"]?.weight == 6)
        #expect(configuration.mail.from?.address == "reading@school.example")
        #expect(configuration.lists == ListSettings())
        #expect(configuration.fetching == FetchingSettings())
        #expect(configuration.suitability == SuitabilitySettings())
        #expect(configuration.print == PrintSettings())
    }

    @Test func shippedConfigurationShowsEveryKeyThatExists() throws {
        let text = try Self.text("Config/gleaner.yaml")
        let known = try GleanerConfiguration.reading(text, file: "gleaner.yaml").knownKeys
        #expect(known.contains("lists.words-per-minute"))
        #expect(known.contains("scorers.*.weight"))
        for key in known {
            let name = key.split(separator: ".").last ?? ""
            #expect(text.contains("\n\(name):") || text.contains(" \(name):") || text.contains("{\(name):"), "\(key)")
        }
    }

    @Test func theExampleOfADistrictIsValidAndHasAllKeys() throws {
        let lines = try Self.text("Config/gleaner.yaml").split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: "# schools:"))
        let block = lines[start...].prefix { $0.hasPrefix("# ") }.map { $0.dropFirst(2) }.joined(separator: "\n")
        let (configuration, known) = try GleanerConfiguration.reading(block, file: "gleaner.yaml")
        #expect(configuration.schools.map { $0.name.text } == ["Hill Road School", "Lake School"])
        for key in known.filter({ $0.hasPrefix("schools.*.") }) where key.split(separator: ".").count == 3 {
            #expect(block.contains(" \(key.split(separator: ".").last ?? ""):"), "\(key)")
        }
    }

    @Test func examplesInCommentsAreValidToo() throws {
        let text = try Self.text("Config/gleaner.yaml").replacingOccurrences(of: "  # - ", with: "  - ")
        let configuration = try GleanerConfiguration(yaml: text)
        #expect(configuration.feeds.count == 3)
        var library = FeedSource(source: "Feeds/library", audience: 5, language: "en")
        library.text = .page
        #expect(configuration.feeds.last == library)
    }

    @Test func heldWordsLieWhereTheConfigurationSays() throws {
        let configuration = try GleanerConfiguration(yaml: Self.text("Config/gleaner.yaml"))
        #expect(configuration.suitability.heldWords == SuitabilitySettings.usualHeldWords)
        for language in ["en", "es"] {
            let path = "\(SuitabilitySettings.usualHeldWords)/\(language).txt"
            #expect(try HeldWords.text(path: Self.folder.resolve(path), name: path).contains("[13]"))
        }
    }
}

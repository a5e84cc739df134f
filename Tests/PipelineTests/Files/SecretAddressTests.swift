import Configuration
import Content
import Foundation
import Phrases
import Pipeline
import Store
import TestSupport
import Testing
import UseCases

/// A feed that its school logs in to: neither the password nor the key leaves the store, whatever is printed, made or failed.
@Suite struct SecretAddressTests {
    private static let secrets = ["hunter2", "s3cretkey"]
    private static let login = "reader:hunter2@"

    private static func document(_ server: String) -> [UInt8] {
        Array(
            """
            <rss version="2.0"><channel><link>\(server)?key=s3cretkey</link>
            <item><title>About a moon</title><link>/moon?key=s3cretkey</link>
            <description>A moon goes round and round its planet, and some planets have many moons.</description></item>
            <item><title>About a star</title><link>\(server)/star?t=s3cretkey&amp;page=2</link>
            <description>A star is a sun that is far away, and the sun is a star that is near.</description></item>
            <item><title>About chess</title><link>#chess</link>
            <description>Chess is a game of two players, who take turns, and of many pieces on a board.</description></item>
            </channel></rss>
            """.utf8)
    }

    @Test func nothingThatIsPrintedOrMadeHoldsThem() throws {
        let server = try LoopbackServer(patience: 120) { path, head in
            guard head.contains("Authorization: Basic") else { return .status("401 Unauthorized") }
            return path.hasPrefix("/feed") ? .ok(Self.document("http://127.0.0.1/")) : .status("404 Not Found")
        }
        let school = try GeneratedSchool(feeds: 1, learners: 3, seed: 612)
        defer { school.remove() }
        let outlines = ["/gone.xml", "/gone.opml"].map {
            "<outline xmlUrl=\"\(server.address($0, login: Self.login))?key=s3cretkey\" gleaner:audience=\"0\"/>"
        }
        try school.write(
            "<opml xmlns:gleaner=\"urn:gleaner:feeds\"><body>\(outlines.joined())</body></opml>", to: "Feeds/feeds.opml"
        )
        let configuration = school.root.appendingPathComponent("Config/gleaner.yaml")
        let text = try String(contentsOf: configuration, encoding: .utf8)
        try school.write(
            text + "\nfetching: {allow-private-addresses: true}\nlists: {per-feed: 5}\n"
                + "forms: [print, json, text, markdown, csv, atom]\n",
            to: "Config/gleaner.yaml")
        let program = Program(folder: school.root)
        let address = server.address("/feed.xml?key=s3cretkey", login: Self.login)
        var printed = ""
        for arguments in [
            ["feeds", "add", address, "--audience", "0"], ["feeds", "add", address], ["feeds", "ad", address],
            ["feeds", "add", server.address("/none?key=s3cretkey", login: Self.login)], ["learners", "import"],
            ["feeds", "check"], ["feeds", "check", "--json"], ["feeds", "check", address], ["check"], ["run"],
            ["run", "--json"], ["ingest", address], ["feeds", "list"], ["feeds", "list", "--json"],
            ["say", "l0", "more", address], ["say", "l0", "too-hard", address], ["explain", "l0", address], ["status"],
            ["run", "--now", "2026-09-07T06:00:00Z", "--config", address],
        ] {
            let result = try program.run(arguments)
            printed += "$ \(arguments[0])\n" + result.output + result.talk
        }
        #expect(printed.contains("127.0.0.1:\(server.port)/gone.xml?key=…"), "\(printed)")
        let feeds = try Store(path: school.root.path + "/Data/gleaner.sqlite").items.feeds().map { $0.address }
        #expect(feeds.contains(address), "it is known by its whole address: \(feeds)")
        let made = school.files(below: "Outbox")
        #expect(made.keys.contains { $0.hasSuffix(".eml") } && made.keys.contains { $0.hasSuffix(".html") })
        let all = made.values.map { String(decoding: $0, as: UTF8.self).replacing("=\r\n", with: "") } + [printed]
        // Of articles whose level nobody knows a list takes few.
        #expect(
            ["About a moon", "About a star", "About chess"].contains { title in all.contains { $0.contains(title) } })
        for secret in Self.secrets {
            for text in all where text.contains(secret) {
                let line = text.split(separator: "\n").first { $0.contains(secret) } ?? ""
                Issue.record("it holds \(secret): \(line)")
            }
        }
    }
}

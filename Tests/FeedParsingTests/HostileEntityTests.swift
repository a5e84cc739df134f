import Foundation
import Testing

@testable import FeedParsing

extension HostileTests {
    /// Entities that grow, and entities that would fetch something.
    @Suite struct Entities {
        private func document(type: String, body: String = "", times: Int = 1) -> HostileDocument {
            var document = HostileDocument.rss(before: "<!DOCTYPE rss \(type)>")
            document.addItem(body: body, times: times)
            document.endFeed()
            return document
        }

        @Test func entitiesOfEntitiesStayAsTheyAre() throws {
            let levels = (1...11).map { level in
                "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
            }
            let type = "[<!ENTITY l0 \"lol\">" + levels.joined() + "]"
            let run = try document(type: type, body: "&l11;").parse()
            run.expectBounded()
            #expect(run.keepsGoodItem && run.count(of: "&l11;") == 1)
        }

        @Test func oneEntityAMillionTimes() throws {
            let run = try document(
                type: "[<!ENTITY a \"\(String(repeating: "x", count: 250))\">]", body: "&a;", times: 1_000_000
            ).parse()
            run.expectBounded()
            #expect(run.keepsGoodItem)
            #expect(run.output.count < 2_000_000)
        }

        @Test func aMillionReferencesToNothing() throws {
            let run = try document(type: "", body: "&nothing;", times: 1_000_000).parse()
            run.expectBounded()
            #expect(run.keepsGoodItem)
        }

        @Test func entitiesFromElsewhereAreNeverRead() throws {
            let secret = FileManager.default.temporaryDirectory.appending(path: "gleaner-secret-\(UUID().uuidString)")
            try Data("do not tell".utf8).write(to: secret)
            defer { try? FileManager.default.removeItem(at: secret) }
            let type = """
                SYSTEM "\(secret.path)" [<!ENTITY a SYSTEM "file://\(secret.path)"><!ENTITY b PUBLIC "x" "\(secret.path)">
                <!ENTITY % p SYSTEM "file://\(secret.path)">%p;<!ENTITY % q "<!ENTITY c 'inner'>">%q;]
                """
            let run = try document(type: type, body: "&a;&b;&c;%p;").parse()
            run.expectBounded()
            #expect(run.keepsGoodItem)
            #expect(run.count(of: "do not tell") == 0)
        }

        @Test func aDeclarationOfFiftyMegabytes() throws {
            var document = HostileDocument("<!DOCTYPE rss [<!ENTITY a \"")
            document.add("x", times: 50_000_000)
            document.add("\"><!ENTITY b \"beans\">]><rss><channel><item><title>&b;</title></item>")
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.keepsGoodItem && run.count(of: "\"title\":\"beans\"") == 1)
        }

        @Test func manyDeclarations() throws {
            var document = HostileDocument("<!DOCTYPE rss [")
            document.addNumbered("<!ENTITY a", " \"x\">", count: 100_000)
            document.add("]><rss><channel>")
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.keepsGoodItem)
        }
    }
}

import Foundation
import TestSupport
import Testing

@testable import FeedParsing

/// The fuzzer's stored inputs, and changes of them, go through what the fuzzer runs.
@Suite struct FuzzCorpusTests {
    static let corpus: [String] = {
        let folder = fixtures.appending(path: "fuzz")
        return (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []
    }()

    private static var fixtures: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures")
    }

    @Test func thereIsACorpus() { #expect(Self.corpus.count >= 20) }

    @Test(arguments: corpus) func whatIsStoredHolds(name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.fixtures.appending(path: "fuzz/\(name)")))
        #expect(FeedExercise.violations(bytes).isEmpty, "\(name): \(FeedExercise.violations(bytes))")
    }

    @Test(arguments: corpus) func changesOfItHold(name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.fixtures.appending(path: "fuzz/\(name)")))
        var random = SeededRandom(seed: UInt64(bytes.count))
        for _ in 0..<60 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) where !changed.isEmpty {
                let index = Int.random(in: 0..<changed.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: changed[index] = UInt8.random(in: 0...255, using: &random)
                case 1: changed.remove(at: index)
                case 2: changed.insert("<>&\"'/;=![]{}-".utf8.randomElement(using: &random) ?? 0, at: index)
                default: changed.append(contentsOf: changed[index...].prefix(40))
                }
            }
            let violations = FeedExercise.violations(changed)
            #expect(violations.isEmpty, "\(violations): \(changed)")
        }
    }
}

#if DEBUG
    import Content
    import Foundation
    @testable import JSON
    @testable import Pipeline
    @testable import Store
    @testable import UseCases

    extension FuzzLoop {
        /// Any JSON, to compare two readers by.
        private indirect enum Value: Decodable, Equatable {
            case null, bool(Bool), number(Double), text(String), list([Value]), object([String: Value])

            private struct Key: CodingKey {
                let stringValue: String
                var intValue: Int? { nil }
                init(stringValue: String) { self.stringValue = stringValue }
                init?(intValue: Int) { nil }
            }

            init(from decoder: any Decoder) throws {
                if let keyed = try? decoder.container(keyedBy: Key.self) {
                    var values: [String: Value] = [:]
                    for key in keyed.allKeys { values[key.stringValue] = try keyed.decode(Value.self, forKey: key) }
                    self = .object(values)
                    return
                }
                if var ordered = try? decoder.unkeyedContainer() {
                    var values: [Value] = []
                    while !ordered.isAtEnd { values.append(try ordered.decode(Value.self)) }
                    self = .list(values)
                    return
                }
                let single = try decoder.singleValueContainer()
                if single.decodeNil() {
                    self = .null
                } else if let value = try? single.decode(Bool.self) {
                    self = .bool(value)
                } else if let value = try? single.decode(Double.self) {
                    self = .number(value)
                } else {
                    self = .text(try single.decode(String.self))
                }
            }

            /// The largest number of values inside of one another.
            var depth: Int {
                switch self {
                case .list(let values): 1 + (values.map { $0.depth }.max() ?? 0)
                case .object(let values): 1 + (values.values.map { $0.depth }.max() ?? 0)
                default: 0
                }
            }

            /// Whether all numbers are finite.
            var isFinite: Bool {
                switch self {
                case .number(let number): number.isFinite
                case .list(let values): values.allSatisfy { $0.isFinite }
                case .object(let values): values.values.allSatisfy { $0.isFinite }
                default: true
                }
            }
        }

        /// The store's own JSON.
        static let storedJSON = FuzzLoop(
            "stored-json",
            texts: [
                #"{"edition":"manual@2026-09-07","learner":"m1","made":"2026-09-07T05:00:00Z","dial":2,"state":"ready","entries":[],"silentScorers":[]}"#,
                #"[{"a":[1,-2.5,3e-7,0.1,true,false,null],"b":"é\u00e9\ud83e\udd8a\n\"\\\/"},[[[]]],{}]"#,
                #"[1,12345678901234567890,0.000001,1e308,5e-324]"#,
                #"{"items":3,"feeds":9223372036854775807,"facts":-1,"classes":0,"rules":0}"#,
            ],
            words: [
                "{", "}", "[", "]", ",", ":", "\"", "\\u00e9", "\\ud83e\\udd8a", "\\ud800", "\\n", "\\", "null", "true",
                "false", "-", "-0", "1e5", "1E+5", ".5", "1.",
                "01", "\"a\":", "[[[[[[[[[[", "]]]]]]]]]]", " ", "\u{B}",
            ]
        ) { bytes in
            // With a zero among the first bytes Foundation takes them for UTF-16.
            guard let text = String(validating: bytes, as: UTF8.self), !bytes.prefix(4).contains(0) else { return [] }
            let theirs = try? JSONDecoder().decode(Value.self, from: Data(bytes))
            // Where a comma is too many or a name stands twice, readers may differ.
            let isPlain = !hasKeyTwice(Array(bytes)) && text.firstMatch(of: /,\s*[\]}]/) == nil
            var found: [String] = []
            var ours: Value?
            do { ours = try JSONText.value(Value.self, of: text, rules: .own) } catch { found += Holds.error(error) }
            if let theirs, theirs.depth < 95, ours != theirs, !text.unicodeScalars.contains("\u{FEFF}"), isPlain {
                found.append("read otherwise than by Foundation: \(ours.map { "\($0)".prefix(300) } ?? "an error")")
            }
            if ours?.isFinite == false { found.append("a number that is not finite") }
            // A type of the store: what one reads the other does, to the same value. `2.0` is no whole number to the store.
            if let list = try? JSONDecoder().decode(ReadingList.self, from: Data(bytes)), isPlain {
                let own = try? JSONText.value(ReadingList.self, of: text, rules: .own)
                if own != list, own != nil || text.firstMatch(of: /[0-9][.eE]/) == nil {
                    found.append("a list is another list")
                }
            }
            return found
        }

        /// Whether a name stands twice in an object: of two, readers may take either.
        private static func hasKeyTwice(_ bytes: [UInt8]) -> Bool {
            guard let tree = try? JSONTree(bytes) else { return false }
            return tree.nodes.indices.contains { index in
                guard tree.nodes[index].kind == .object else { return false }
                let keys = tree.members(of: index).map { tree.string($0.key) }
                return Set(keys).count < keys.count
            }
        }

        /// Items and slates to be evaluated on.
        static let evaluation = FuzzLoop(
            "evaluation",
            texts: [
                """
                {"id": "a", "title": "One", "text": "volcano lava ash", "tags": ["x"], "language": "en", "published": "2026-03-01"}
                {"id": "b", "text": ""}

                """,
                #"{"learner": "u1", "history": ["a"], "interests": ["lava"], "candidates": ["b", "c"], "relevant": ["b"]}"#
                    + "\n",
            ],
            words: [
                "{", "}", "[", "]", ",", "\n", "\r\n", "\"id\":", "\"id\":\"a\"", "null", "\\u001b", "\\n",
                "\"learner\":", "\"relevant\":[]", "1",
            ]
        ) { bytes in
            let path = NSTemporaryDirectory() + "/gleaner-fuzz-lines-\(ProcessInfo.processInfo.processIdentifier)"
            defer { try? FileManager.default.removeItem(atPath: path) }
            try? Data(bytes).write(to: URL(filePath: path))
            let lines = bytes.count { $0 == 0x0A } + 1
            var found: [String] = []
            do {
                let items = try EvaluationFiles.items(path: path)
                if items.count > lines || Set(items.map { $0.id }).count != items.count {
                    found.append("too many items, or one twice")
                }
            } catch { found += Holds.error(error) }
            do {
                let slates = try EvaluationFiles.slates(path: path)
                if slates.count > lines { found.append("more slates than lines") }
                let written = try slates.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }.joined(
                    separator: "\n")
                try Data(written.utf8).write(to: URL(filePath: path))
                if try EvaluationFiles.slates(path: path) != slates { found.append("written again, other slates") }
            } catch { found += Holds.error(error) }
            return found
        }
    }
#endif

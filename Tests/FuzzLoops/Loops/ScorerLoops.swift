#if DEBUG
    import Content
    import Foundation
    @testable import Ranking
    import ScorerKit
    import TestSupport

    extension FuzzLoop {
        private static let learnerCount = 2
        private static let itemCount = 3
        private static let batch = ItemBatch(
            (1...3).map {
                Sample.item($0, title: "Whales \($0)", text: "Whales sing to whales.", level: $0 == 2 ? nil : 5)
            }, now: Sample.now)
        private static let learner = LearnerView(
            pseudonym: "p1", grade: 5, languages: ["en"],
            profile: InterestProfile(
                facts: Sample.facts(of: Sample.learner, [.interests: "whales;chess", .needs: "music", .level: "5"])))
        private static var plan: ExternalPlan {
            ExternalPlan(
                card: ScorerCard(name: "Trial", version: "1.0", summary: "For trials.", say: .neither),
                folder: "/nowhere", command: ["./trial"], face: .json,
                items: [.title, .text], learners: [.grade], scratch: "/nowhere")
        }

        /// Lines of JSON from a scorer.
        static let linesOfScorers = FuzzLoop(
            "scorer-lines",
            texts: [
                #"{"type":"scores","batch":1,"scores":[[0.5,null,1],[0,0.25,1e-3]]}"#, #"{"type":"ready"}"#,
                #"{"type":"error","message":"no \"words\""}"#,
                #"{"type":"hello","protocol":1,"version":"1.0","face":"json","items":["title"],"learners":[]}"#,
                #"{"type":"evidence","question":1,"evidence":{"kind":"terms","terms":[{"phrase":"whales","words":["Whales","sing"]}]}}"#,
                #"{"type":"evidence","question":1,"evidence":{"kind":"measure","name":"minutes","value":0.5}}"#,
                #"{"type":"evidence","question":1,"evidence":{"kind":"nearness","item":0,"similarity":0.5}}"#,
                #"{"type":"evidence","question":1,"evidence":{"kind":"levels"}}"#,
                #"{"type":"evidence","question":1,"evidence":{"kind":"age"}}"#,
            ],
            words: [
                "{", "}", "[", "]", ",", ":", "\"", "\\u0000", "\\ud800", "\\\"", "null", "true", "NaN", "Infinity",
                "-", "1.0000001", "-0.0", "1e-999", "0.1e1",
                "123456789012345678901234567890", "0.00000000000000000000000000000000001", "\"scores\":",
                "\"type\":\"scores\"", "\"batch\":1", "[[[[[[[[[[[[",
                "\"evidence\":null", "\"item\":-1", "\"item\":99",
            ]
        ) { bytes in
            var found = scores(.json, bytes)
            found += answers(.json, bytes)
            do throws(AnswerFault) {
                let agreed = try Handshake(plan: plan).agreement(bytes)
                if !Set(agreed.items).isSubset(of: [.title, .text]) || !Set(agreed.learners).isSubset(of: [.grade]) {
                    found.append("it sees more than its manifest says")
                }
            } catch { found += Holds.text(error.problem, "a fault") }
            return found
        }

        /// Frames from a scorer.
        static let framesOfScorers = FuzzLoop(
            "scorer-frames",
            seeds: [
                frame(4, numbers: [1, 2, 3, 0] + [Float(0.5), .nan, 1, 0, 0.25, 0.125].map { $0.bitPattern }), frame(2),
                frame(8, text: "out of \u{1B}[2J words"),
                frame(
                    6,
                    text: #"{"type":"evidence","question":1,"evidence":{"kind":"measure","name":"minutes","value":2}}"#),
            ],
            words: ["\u{4}\0\0\0", "\0\0\0\0", "\0\0\u{80}?", "\0\0\u{80}\u{7F}", "{", "}", "\"", "null"]
        ) { bytes in
            // The channel gives whole frames only: a header, and as many bytes as it says.
            var whole =
                bytes.count >= FrameBytes.header
                ? bytes : bytes + [UInt8](repeating: 0, count: FrameBytes.header - bytes.count)
            let length = UInt32(whole.count - FrameBytes.header)
            for byte in 0..<4 { whole[byte] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(byte))) }
            return scores(.binary, whole) + answers(.binary, whole)
        }

        private static func frame(_ kind: UInt8, numbers: [UInt32] = [], text: String = "") -> [UInt8] {
            [0, 0, 0, 0, kind, 0, 0, 0]
                + numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
                + Array(text.utf8)
        }

        /// Scores are from 0 to 1 or none, in their place and nowhere else.
        private static func scores(_ face: ScorerFace, _ bytes: [UInt8]) -> [String] {
            var values = [Float](repeating: 7, count: (learnerCount + 2) * itemCount)
            let messages = ScorerMessages(face: face)
            do throws(AnswerFault) {
                var span = values.mutableSpan
                try messages.read(bytes, batch: 1, learners: learnerCount, items: itemCount, into: &span, from: 1)
            } catch {
                return Holds.text(error.problem, "a fault") + (face == .json ? refused(bytes) : [])
            }
            let inside = values[itemCount..<(learnerCount + 1) * itemCount]
            var found = inside.allSatisfy { $0.isNaN || (0...1).contains($0) } ? [] : ["a score that is none"]
            if values[..<itemCount].contains(where: { $0 != 7 })
                || values[((learnerCount + 1) * itemCount)...].contains(where: { $0 != 7 })
            {
                found.append("a score elsewhere")
            }
            if face == .json, let known = known(bytes),
                !zip(known.joined(), inside).allSatisfy({ ($0.map { Float($0) } ?? .nan).isSame(as: $1) })
            {
                found.append("other scores than were given")
            }
            return found
        }

        private struct Scores: Decodable {
            var type: String
            var batch: Int
            var scores: [[Double?]]
        }

        /// The scores as another reader has them, where they are what was asked for.
        private static func known(_ bytes: [UInt8]) -> [[Double?]]? {
            guard let answer = try? JSONDecoder().decode(Scores.self, from: Data(bytes)), answer.type == "scores",
                answer.batch == 1,
                answer.scores.count == learnerCount, answer.scores.allSatisfy({ $0.count == itemCount })
            else { return nil }
            let isSound = answer.scores.joined().allSatisfy { $0.map { (0...1).contains($0) } ?? true }
            return isSound ? answer.scores : nil
        }

        /// What another reader takes for sound scores is not refused, but where a name stands twice or is written with escapes, or a comma is
        /// too many.
        private static func refused(_ bytes: [UInt8]) -> [String] {
            guard known(bytes) != nil, !bytes.contains(0x5C) else { return [] }
            let text = bytes.text
            let isPlain = ["\"type\"", "\"batch\"", "\"scores\"", "\"message\""].allSatisfy {
                text.ranges(of: $0).count <= ($0 == "\"scores\"" ? 2 : 1)
            }
            let hasComma = text.firstMatch(of: /,\s*[\]}]/) != nil
            return isPlain && text.contains("\"batch\":1,") && !text.contains("[[[") && !hasComma
                ? ["sound scores were refused"] : []
        }

        /// The other answers.
        private static func answers(_ face: ScorerFace, _ bytes: [UInt8]) -> [String] {
            let messages = ScorerMessages(face: face)
            var found: [String] = []
            do throws(AnswerFault) { try messages.checkReady(bytes) } catch {
                found += Holds.text(error.problem, "a fault")
            }
            do throws(AnswerFault) {
                guard let answer = try messages.evidence(bytes, question: 1) else { return found }
                for item in 0..<itemCount {
                    do throws(AnswerFault) {
                        let evidence = try answer.evidence(
                            for: item, learner: learner, batch: batch, measures: ["minutes"])
                        found += own(evidence)
                    } catch { found += Holds.text(error.problem, "a fault") }
                }
            } catch { found += Holds.text(error.problem, "a fault") }
            return found
        }

        /// No text of a scorer's own: phrases of the profile, words of the article, measures of the manifest.
        private static func own(_ evidence: Evidence) -> [String] {
            switch evidence {
            case .terms(let terms):
                return terms.flatMap { term in
                    (["whales", "chess", "music"].contains(term.phrase)
                        ? [] : ["a phrase that nobody said: \(term.phrase)"])
                        + (term.words.allSatisfy { word in
                            "whales 1 whales 2 whales 3 whales sing to whales.".contains(word.lowercased())
                        }
                            ? [] : ["a word that is not in the article: \(term.words)"])
                }
            case .measure(let name, let value):
                return name == "minutes" && value.isFinite ? [] : ["a measure \(name) of \(value)"]
            case .nearness(_, let similarity, _):
                return (0...1).contains(similarity) ? [] : ["a nearness of \(similarity)"]
            default: return []
            }
        }
    }

    extension Float {
        /// Equal, or both no number.
        fileprivate func isSame(as other: Float) -> Bool { self == other || (isNaN && other.isNaN) }
    }
#endif

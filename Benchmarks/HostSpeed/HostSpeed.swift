import Content
import Foundation
import Ranking
import ScorerKit
import TextAnalysis

/// What `Benchmarks/host.py` measures: the host alone, and the dense product alone, on one thread.
@main enum HostSpeed {
    static func main() throws {
        guard CommandLine.arguments.count > 1 else { return print("host-speed pairs | product DEPTH") }
        switch CommandLine.arguments[1] {
        case "pairs": try pairs()
        default: product(depth: CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 256 : 256)
        }
    }

    /// Seconds of the processor that some work takes.
    private static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let before = clock()
        try work()
        return Double(clock() - before) / Double(CLOCKS_PER_SEC)
    }

    /// Pairs a second of a scorer of the simplest kind: its rows filled and checked, standardised over the candidates and
    /// blended.
    private static func pairs() throws {
        let (learners, items) = (2_000, 5_000)
        let now = Timestamp(seconds: 1_800_000_000)
        let batch = ItemBatch(
            (0..<items).map { number in
                ContentItem(
                    id: ItemID(rawValue: "item-\(1_000_000 + number)"), code: ItemCode(rawValue: "AAAAA"),
                    version: Int64(number), feed: "feed", feedTitle: "Feed", url: nil, title: "Title \(number)",
                    summary: "", text: "", published: now.adding(seconds: -Int64(number) * 600), firstSeen: now,
                    words: 100, minutes: 1)
            }, now: now)
        let active = ActiveScorer(
            card: NewerFirst.card, weight: 1, options: "{}", scorer: try NewerFirst(options: NoOptions()))
        let scorers = try ScorersAtWork([active], batch: batch)
        let views = (0..<16).map { number in
            LearnerView(pseudonym: "L\(number)", grade: 5, languages: ["en"], profile: InterestProfile(facts: []))
        }
        let passed = [Gate?](repeating: nil, count: items)
        var check = 0.0
        let time = try seconds {
            for _ in 0..<(learners / views.count) {
                let block = try scorers.scores(of: views, items: items)[0]
                for learner in views.indices {
                    let column = Blend.Column(card: active.card, weight: 1, row: block.row(learner), removed: passed)
                    check += Blend(columns: [column], count: items).totals[learner]
                }
            }
        }
        print("{\"pairs\": \(Double(learners * items) / time), \"check\": \(check)}")
    }

    /// Products a second, in billions of multiplications and additions, at each width of registers.
    private static func product(depth: Int) {
        let (high, wide) = (256, 5_000)
        func numbers(_ count: Int) -> [Float] { (0..<count).map { Float($0 % 1_009) / 1_009 - 0.5 } }
        let (rows, columns) = (numbers(high * depth), numbers(wide * depth))
        var out = [Float](repeating: 0, count: high * wide)
        var lines: [String] = []
        for width in DenseProduct.Width.available {
            var best = Double.infinity
            for _ in 0..<5 {
                best = min(
                    best,
                    seconds {
                        var span = out.mutableSpan
                        DenseProduct.multiply(rows: rows, columns: columns, depth: depth, into: &span, width: width)
                    })
            }
            lines.append("\"\(width)\": \(2 * Double(high * wide * depth) / best / 1e9)")
        }
        print("{" + lines.joined(separator: ", ") + "}")
    }
}

/// A scorer of the simplest kind: a table look-up would be slower.
private struct NewerFirst: AnybodyScorer {
    static let examples: [ScorerExample] = []
    static let card = ScorerCard(name: "NewerFirst", version: "1", summary: "Newer first.", say: .neither)

    init(options: NoOptions) throws(OptionsError) {}

    func score(_ item: ItemView) -> Double? { 1 / (1 + item.ageInDays) }
    func evidence(for item: ItemView) -> Evidence { .age(days: item.ageInDays) }
}

import Pipeline

/// A learner for whom articles run out, among the lines of a review.
struct SupplyRow: Encodable {
    private let line: SupplyDesk.Line

    private enum Key: CodingKey {
        case row, learner, name, classes, languages, text
    }

    init(_ line: SupplyDesk.Line) { self.line = line }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode("supply", forKey: .row)
        try row.encode(line.learner, forKey: .learner)
        try row.encode(line.name, forKey: .name)
        try row.encode(line.classes, forKey: .classes)
        try row.encode(line.languages, forKey: .languages)
        try row.encode(SupplyText.line(line), forKey: .text)
    }
}

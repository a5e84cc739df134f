import ScorerKit

/// Reads the scores of a batch of learners into their rows.
enum ScoresAnswer {
    /// A line of JSON: `{"type":"scores","batch":1,"scores":[[0.5,null],[…]]}`.
    static func read(
        json line: [UInt8], batch: Int, learners: Int, items: Int, into values: inout MutableSpan<Float>,
        from first: Int
    ) throws(AnswerFault) {
        var scanner = JSONScanner(line)
        var type: String?
        var message: String?
        var number: Int?
        var rows: Int?
        // The closures below may not hold the span itself.
        var scores = [Float](repeating: .nan, count: learners * items)
        try scanner.object { (scanner, name) throws(AnswerFault) in
            switch name {
            case "type": type = try scanner.string()
            case "message": message = try scanner.string()
            case "batch": number = try scanner.whole()
            case "scores": rows = try read(&scanner, learners: learners, items: items, into: &scores)
            default: try scanner.skip()
            }
        }
        guard scanner.isAtEnd() else { throw scanner.unexpected("the end of the line") }
        try AnswerJSON.check(type ?? "", is: "scores", message: message)
        guard number == batch else { throw AnswerFault("answered batch \(number ?? 0) instead of \(batch)") }
        guard rows == learners else { throw AnswerFault("gave \(rows ?? 0) rows for \(learners) learners") }
        for place in scores.indices { values[first * items + place] = scores[place] }
    }

    private static func read(
        _ scanner: inout JSONScanner, learners: Int, items: Int, into scores: inout [Float]
    ) throws(AnswerFault) -> Int {
        var row = 0
        try scanner.list { (scanner) throws(AnswerFault) in
            var item = 0
            try scanner.list { (scanner) throws(AnswerFault) in
                let score = try scanner.numberOrNull()
                guard score.isNaN || (score >= 0 && score <= 1) else { throw outOfRange(score) }
                if row < learners, item < items { scores[row * items + item] = Float(score) }
                item += 1
            }
            guard item == items || row >= learners else {
                throw AnswerFault("gave \(item) scores for \(items) items")
            }
            row += 1
        }
        return row
    }

    /// A frame: batch, learners, items, a zero, and the scores, a row a learner.
    static func read(
        frame: [UInt8], batch: Int, learners: Int, items: Int, into values: inout MutableSpan<Float>, from first: Int
    ) throws(AnswerFault) {
        let body = try FrameReader.body(frame, .scores)
        guard body.count >= 16 else { throw AnswerFault("gave a frame of scores without its beginning") }
        let place = body.startIndex
        let given = (FrameReader.whole(frame, at: place + 4), FrameReader.whole(frame, at: place + 8))
        guard FrameReader.whole(frame, at: place) == batch else {
            throw AnswerFault("answered batch \(FrameReader.whole(frame, at: place)) instead of \(batch)")
        }
        guard given == (learners, items), body.count == 16 + 4 * learners * items else {
            throw AnswerFault(
                "gave \(given.0) rows of \(given.1) scores in \(body.count) bytes for \(learners) learners and \(items) items"
            )
        }
        var wrong: Float?
        let start = first * items
        frame.withUnsafeBytes { bytes in
            for number in 0..<(learners * items) {
                let bits = bytes.loadUnaligned(fromByteOffset: place + 16 + 4 * number, as: UInt32.self)
                let score = Float(bitPattern: UInt32(littleEndian: bits))
                if !(score >= 0 && score <= 1) && !score.isNaN { wrong = score }
                values[start + number] = score
            }
        }
        if let wrong { throw outOfRange(Double(wrong)) }
    }

    private static func outOfRange(_ score: Double) -> AnswerFault {
        AnswerFault("gave the score \(score); a score is a number from 0 to 1")
    }
}

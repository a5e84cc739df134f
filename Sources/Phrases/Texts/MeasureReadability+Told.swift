import Content
import Files
import JSON
import Pipeline
import UseCases

extension MeasureReadability.Outcome: ToldAsItIs, ToldAsJSON {
    /// One line.
    public var texts: [String] {
        switch text {
        case .failure(let problem): return ["\(path): \(problem)"]
        case .success(let measures):
            guard let difficulty = measures.difficulty, let grade = measures.fleschKincaid else {
                return ["\(path): \(measures.words) words, too short to tell"]
            }
            return [
                "\(path): \(measures.words) words, difficulty \((difficulty * 100).rounded() / 100), "
                    + "Flesch-Kincaid grade \(grade)"
            ]
        }
    }

    private struct Line: Encodable {
        let path: Verbatim
        var words = 0
        var difficulty: Double?
        var fleschKincaid: Double?
        var error: String?

        private enum CodingKeys: CodingKey { case path, words, difficulty, fleschKincaid, error }

        /// The line, with null for what is not known.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(path, forKey: .path)
            try container.encode(words, forKey: .words)
            try container.encode(difficulty, forKey: .difficulty)
            try container.encode(fleschKincaid, forKey: .fleschKincaid)
            try container.encodeIfPresent(error, forKey: .error)
        }
    }

    /// One line.
    public func jsonLines() throws -> [String] {
        switch text {
        case .failure(let problem):
            [try JSONText.of(Line(path: path, error: "\(problem)"))]
        case .success(let measures):
            [
                try JSONText.of(
                    Line(
                        path: path, words: measures.words, difficulty: measures.difficulty,
                        fleschKincaid: measures.fleschKincaid))
            ]
        }
    }

    /// 1 where the file could not be read.
    public var status: Int32 { if case .failure = text { 1 } else { 0 } }
}

import TestSupport
import Testing

@testable import TextAnalysis

/// Dense products, rows as bytes, and the inverted index, against their plain definitions.
struct DenseTests {
    @Test func productsAgreeWithThePlainSum() {
        var random = SeededRandom(seed: 21)
        for count in [16, 32, 128] {
            let a = (0..<count).map { _ in Float.random(in: -1...1, using: &random) }
            let b = (0..<count).map { _ in Float.random(in: -1...1, using: &random) }
            let plain = zip(a, b).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
            #expect(abs(Double(Dense.dot(a, b)) - plain) < 1e-4)
            let unit = Dense.unit(a)
            #expect(abs(Dense.dot(unit, unit) - 1) < 1e-5)
        }
        #expect(Dense.unit([Float](repeating: 0, count: 16)) == [Float](repeating: 0, count: 16))
    }

    @Test func columnsBecomeOrthonormal() {
        var random = SeededRandom(seed: 22)
        let (height, width) = (200, 32)
        var matrix = (0..<(height * width)).map { _ in Float.random(in: -1...1, using: &random) }
        // The last column repeats the first: it depends on it, and becomes zeros.
        for row in 0..<height { matrix[row * width + width - 1] = 2 * matrix[row * width] }
        Dense.orthonormalise(&matrix, width: width)
        for i in 0..<width {
            for j in 0...i {
                let product = (0..<height).reduce(0.0) {
                    $0 + Double(matrix[$1 * width + i]) * Double(matrix[$1 * width + j])
                }
                #expect(abs(product - (i == j && i < width - 1 ? 1 : 0)) < 1e-4, "\(i) \(j)")
            }
        }
    }

    @Test func rowsAreReadBackFromTheirBytes() {
        var random = SeededRandom(seed: 23)
        for _ in 0..<200 {
            let count = Int.random(in: 0...60, using: &random)
            let forms = (0..<count).map { _ in Int32.random(in: -1...70_000, using: &random) }
            let row = TextRow(forms: forms, bodyStart: Int.random(in: 0...count, using: &random))
            #expect(TextRow(bytes: row.bytes, forms: 70_001) == row)
            // Cut short it is nothing, or fewer words; never more than there were.
            let cut = TextRow(bytes: Array(row.bytes.dropLast()), forms: 70_001)
            #expect((cut?.forms.count ?? 0) <= forms.count)
        }
        #expect(TextRow(bytes: [], forms: 9) == nil)
        #expect(TextRow(bytes: [0, 200], forms: 9) == nil)
        #expect(TextRow(bytes: TextRow(forms: [9], bodyStart: 0).bytes, forms: 9) == nil, "no such form")
    }

    @Test func likenessIsTheCosineLessWhatAllHaveInCommon() {
        let model = TextModel(TextModelTests.random(80, seed: 24))
        let words = Int(model.table.words.count)
        func dense(_ vector: TermVector) -> [Double] {
            var all = [Double](repeating: 0, count: words)
            for (term, weight) in zip(vector.terms, vector.weights) { all[Int(term)] = Double(weight) }
            return all
        }
        let rows = model.vectors.map { dense($0) }
        let mean = (0..<words).map { word in rows.reduce(0) { $0 + $1[word] } / Double(rows.count) }
        let parts: [(item: Int, weight: Float)] = [(3, 1), (17, 2), (40, 0.5)]
        let whole = parts.reduce(0) { $0 + Double($1.weight) }
        let sum = (0..<words).map { word in
            parts.reduce(0) { $0 + Double($1.weight) * rows[$1.item][word] } - whole * mean[word]
        }
        let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
        let likeness = model.likeness(to: parts)
        for (item, row) in rows.enumerated() {
            let plain = zip(row, sum).reduce(0) { $0 + $1.0 * $1.1 } / length
            #expect(abs(Double(likeness[item]) - plain) < 1e-4)
        }
        #expect(model.likeness(to: []) == [Float](repeating: 0, count: 80))
    }
}

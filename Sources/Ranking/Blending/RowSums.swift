/// Passes over rows of scores, eight lanes at a time in a fixed order, multiply and add unfused: the same bits on every
/// processor. NaN counts as not there.
///
/// The pointers are those of buffers whose lengths are checked at each entrance; loads stay below that length.
enum RowSums {
    /// How many there are, their sum, and the sum of their squared distances from a centre.
    static func moments(of row: [Float], around centre: Double = 0) -> (count: Double, sum: Double, squares: Double) {
        row.withUnsafeBufferPointer { row in
            var counts = SIMD8<Double>(repeating: 0)
            var sums = SIMD8<Double>(repeating: 0)
            var squares = SIMD8<Double>(repeating: 0)
            let raw = UnsafeRawBufferPointer(row)
            let whole = row.count / 8 * 8
            for start in stride(from: 0, to: whole, by: 8) {
                let wide = SIMD8<Double>(raw.loadUnaligned(fromByteOffset: 4 * start, as: SIMD8<Float>.self))
                let isThere = wide .== wide
                let distance = (wide - centre).replacing(with: 0, where: .!isThere)
                counts += SIMD8<Double>(repeating: 0).replacing(with: 1, where: isThere)
                sums += wide.replacing(with: 0, where: .!isThere)
                squares += distance * distance
            }
            for item in whole..<row.count where !row[item].isNaN {
                let distance = Double(row[item]) - centre
                counts[item - whole] += 1
                sums[item - whole] += Double(row[item])
                squares[item - whole] += distance * distance
            }
            return (folded(counts), folded(sums), folded(squares))
        }
    }

    /// Adds ((score − mean) × scale) × share to each number; nothing where there is no score.
    static func add(_ row: [Float], mean: Double, scale: Double, share: Double, to sums: inout [Double]) {
        precondition(row.count == sums.count, "a row has a number for each item")
        row.withUnsafeBytes { raw in
            sums.withUnsafeMutableBytes { into in
                let whole = row.count / 8 * 8
                for start in stride(from: 0, to: whole, by: 8) {
                    let wide = SIMD8<Double>(raw.loadUnaligned(fromByteOffset: 4 * start, as: SIMD8<Float>.self))
                    let part = ((wide - mean) * scale * share).replacing(with: 0, where: wide .!= wide)
                    let before = into.loadUnaligned(fromByteOffset: 8 * start, as: SIMD8<Double>.self)
                    into.storeBytes(of: before + part, toByteOffset: 8 * start, as: SIMD8<Double>.self)
                }
            }
        }
        for item in row.count / 8 * 8..<row.count where !row[item].isNaN {
            sums[item] += (Double(row[item]) - mean) * scale * share
        }
    }

    private static func folded(_ lanes: SIMD8<Double>) -> Double {
        let four = lanes.lowHalf + lanes.highHalf
        let two = four.lowHalf + four.highHalf
        return two[0] + two[1]
    }
}

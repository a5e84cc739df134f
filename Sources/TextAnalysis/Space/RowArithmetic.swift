/// Arithmetic on rows with a number for each item, sixteen lanes at a time, multiply and add unfused: the same bits on
/// every processor.
///
/// Loads and stores stay below the lengths of the buffers, which are checked to be alike at each entrance.
public enum RowArithmetic {
    /// Adds a row times a weight to another row of the same length.
    public static func add(_ row: [Float], times weight: Float, to sum: inout [Float]) {
        precondition(row.count == sum.count, "rows have a number for each item")
        let whole = row.count / 16 * 16
        row.withUnsafeBytes { row in
            sum.withUnsafeMutableBytes { sum in
                for offset in stride(from: 0, to: 4 * whole, by: 64) {
                    let lanes =
                        sum.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self)
                        + row.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self) * weight
                    sum.storeBytes(of: lanes, toByteOffset: offset, as: SIMD16<Float>.self)
                }
            }
        }
        for item in whole..<row.count { sum[item] += row[item] * weight }
    }

    /// The largest numbers of some rows at each place, summed: the largest of up to four rows, the largest two of up to seven,
    /// else the largest three; their mean. At least one row, all of the same length.
    public static func meanOfBest(_ rows: [[Float]]) -> [Float] {
        guard let count = rows.first?.count else { return [] }
        let few = min(3, max(1, (rows.count + 1) / 3))
        var first = [Float](repeating: -.infinity, count: count)
        var second = few > 1 ? first : []
        var third = few > 2 ? first : []
        for row in rows {
            var rest = raise(&first, by: row)
            if few > 1 { rest = raise(&second, by: rest) }
            if few > 2 { _ = raise(&third, by: rest) }
        }
        if few > 1 { add(second, times: 1, to: &first) }
        if few > 2 { add(third, times: 1, to: &first) }
        return few == 1 ? first : first.map { $0 / Float(few) }
    }

    /// Puts the larger of two numbers at each place into `best`; gives the smaller ones.
    private static func raise(_ best: inout [Float], by row: [Float]) -> [Float] {
        precondition(row.count == best.count, "rows have a number for each item")
        let whole = row.count / 16 * 16
        return [Float](unsafeUninitializedCapacity: row.count) { rest, made in
            let out = UnsafeMutableRawBufferPointer(rest)
            row.withUnsafeBytes { row in
                best.withUnsafeMutableBytes { best in
                    for offset in stride(from: 0, to: 4 * whole, by: 64) {
                        let new = row.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self)
                        let old = best.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self)
                        let isLarger = new .> old
                        best.storeBytes(
                            of: old.replacing(with: new, where: isLarger), toByteOffset: offset,
                            as: SIMD16<Float>.self)
                        out.storeBytes(
                            of: new.replacing(with: old, where: isLarger), toByteOffset: offset,
                            as: SIMD16<Float>.self)
                    }
                }
            }
            for item in whole..<row.count {
                rest[item] = min(best[item], row[item])
                best[item] = max(best[item], row[item])
            }
            made = row.count
        }
    }
}

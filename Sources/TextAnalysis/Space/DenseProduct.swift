import CDense

/// The product of two matrices, row by row: for each of some vectors its products with all vectors of a larger set.
///
/// The loop is compiled for each width of registers and the widest that the processor has is taken; all give the same
/// bits, those of ``Dense/dot(_:_:_:)``.
public enum DenseProduct {
    /// A width of registers.
    public enum Width: UInt32, Sendable, CaseIterable {
        /// Whatever the processor's kind has.
        case plain = 0
        /// 256 bits.
        case avx2 = 1
        /// 512 bits.
        case avx512 = 2

        /// The widest of this processor.
        public static let widest = Width(rawValue: dense_widest().rawValue) ?? .plain
        /// Those of this processor.
        public static let available = allCases.filter { $0.rawValue <= widest.rawValue }
    }

    /// Writes the product of each row with each column: as many numbers a row as there are columns, one row after
    /// another. `depth` is the length of rows and columns, a multiple of 16.
    public static func multiply(
        rows: [Float], columns: [Float], depth: Int, into out: inout MutableSpan<Float>, width: Width = .widest
    ) {
        precondition(depth > 0 && depth % 16 == 0, "the lanes are sixteen")
        precondition(width.rawValue <= Width.widest.rawValue, "the processor has no such registers")
        let (high, wide) = (rows.count / depth, columns.count / depth)
        precondition(high * depth == rows.count && wide * depth == columns.count && out.count == high * wide)
        guard high > 0, wide > 0 else { return }
        rows.withUnsafeBufferPointer { rows in
            columns.withUnsafeBufferPointer { columns in
                out.withUnsafeMutableBufferPointer { out in
                    // The lengths that the loop relies on were checked above.
                    dense_products(
                        rows.baseAddress, high, columns.baseAddress, wide, depth, out.baseAddress, wide,
                        dense_width(rawValue: width.rawValue))
                }
            }
        }
    }
}

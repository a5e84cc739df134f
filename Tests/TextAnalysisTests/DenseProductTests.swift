import TestSupport
import Testing

@testable import TextAnalysis

/// The same bits at every width of registers and for every shape.
struct DenseProductTests {
    private static func numbers(_ count: Int, _ random: inout SeededRandom) -> [Float] {
        (0..<count).map { _ in Float(random.number(-1_000_000...1_000_000)) / 333_333 }
    }

    private static func product(_ rows: [Float], _ columns: [Float], _ depth: Int, _ width: DenseProduct.Width)
        -> [Float]
    {
        var out = [Float](repeating: .nan, count: rows.count / depth * (columns.count / depth))
        var span = out.mutableSpan
        DenseProduct.multiply(rows: rows, columns: columns, depth: depth, into: &span, width: width)
        return out
    }

    @Test(arguments: [(1, 1), (1, 7), (5, 1), (2, 3), (4, 4), (9, 13), (33, 50)], [16, 128, 256])
    func everyWidthGivesTheBitsOfAPlainSum(shape: (Int, Int), depth: Int) {
        var random = SeededRandom(seed: UInt64(depth + shape.0))
        let rows = Self.numbers(shape.0 * depth, &random)
        let columns = Self.numbers(shape.1 * depth, &random)
        let plain = (0..<shape.0).flatMap { row in
            (0..<shape.1).map { column in
                Dense.dot(
                    Array(rows[row * depth..<(row + 1) * depth]), Array(columns[column * depth..<(column + 1) * depth]))
            }
        }
        for width in DenseProduct.Width.available {
            let found = Self.product(rows, columns, depth, width)
            #expect(found.map { $0.bitPattern } == plain.map { $0.bitPattern }, "\(width)")
        }
    }

    @Test func aFusedSumWouldShow() {
        // 1 + 2^-13 squared is not a Float: rounded it is less, fused with the subtraction it is not.
        let one = 1 + Float(sign: .plus, exponent: -13, significand: 1)
        var rows = [Float](repeating: 0, count: 32)
        var columns = rows
        (rows[0], columns[0]) = (1, -(one * one))
        (rows[16], columns[16]) = (one, one)
        #expect((-(one * one)).addingProduct(one, one) != 0)
        for width in DenseProduct.Width.available { #expect(Self.product(rows, columns, 32, width) == [0]) }
    }
}

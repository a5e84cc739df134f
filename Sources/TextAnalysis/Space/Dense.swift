/// Dense products in a fixed order of sixteen lanes, multiply and add unfused: the same bits on every processor.
enum Dense {
    /// The sum of the lanes, pair by pair, always in the same order.
    private static func sum(_ lanes: SIMD16<Float>) -> Float {
        let eight = lanes.lowHalf + lanes.highHalf
        let four = eight.lowHalf + eight.highHalf
        let two = four.lowHalf + four.highHalf
        return two[0] + two[1]
    }

    /// The product of two vectors of so many numbers, a multiple of 16.
    static func dot(_ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, _ count: Int) -> Float {
        var lanes = SIMD16<Float>(repeating: 0)
        let a = UnsafeRawPointer(left)
        let b = UnsafeRawPointer(right)
        for offset in stride(from: 0, to: 4 * count, by: 64) {
            lanes +=
                a.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self)
                * b.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self)
        }
        return sum(lanes)
    }

    /// The product of two vectors of the same number of numbers, a multiple of 16.
    static func dot(_ left: [Float], _ right: [Float]) -> Float {
        left.withUnsafeBufferPointer { a in
            right.withUnsafeBufferPointer { b in
                guard let a = a.baseAddress, let b = b.baseAddress, left.count == right.count else { return 0 }
                return dot(a, b, left.count)
            }
        }
    }

    /// Adds weight × one row of a matrix to numbers; `count` a row, a multiple of 16.
    static func add(
        _ left: UnsafePointer<Float>, times weight: Float, to sum: UnsafeMutablePointer<Float>, _ count: Int
    ) {
        let a = UnsafeRawPointer(left)
        let b = UnsafeMutableRawPointer(sum)
        for offset in stride(from: 0, to: 4 * count, by: 64) {
            let lanes =
                b.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self)
                + a.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self) * weight
            b.storeBytes(of: lanes, toByteOffset: offset, as: SIMD16<Float>.self)
        }
    }

    /// Adds weight × one row of a matrix to a vector.
    static func add(_ matrix: [Float], row: Int, of count: Int, times weight: Float, to sum: inout [Float]) {
        precondition((row + 1) * count <= matrix.count && sum.count == count, "the matrix has no such row")
        matrix.withUnsafeBufferPointer { matrix in
            sum.withUnsafeMutableBufferPointer { sum in
                guard let from = matrix.baseAddress, let to = sum.baseAddress else { return }
                add(from + row * count, times: weight, to: to, count)
            }
        }
    }

    /// A vector scaled to length 1; as it is where its length is 0.
    static func unit(_ vector: [Float]) -> [Float] {
        let length = dot(vector, vector).squareRoot()
        return length > 0 ? vector.map { $0 / length } : vector
    }
}

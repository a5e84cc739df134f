extension Dense {
    /// Makes the columns of a matrix orthonormal, in their order (Gram and Schmidt's way, modified and done twice, which
    /// is as exact as the numbers allow). A column that depends on those before it becomes zeros.
    static func orthonormalise(_ matrix: inout [Float], width: Int) {
        let height = matrix.count / width
        // Column after column, each filled up with zeros to whole lanes.
        let padded = (height + 15) / 16 * 16
        var columns = [Float](repeating: 0, count: padded * width)
        for row in 0..<height {
            for column in 0..<width { columns[column * padded + row] = matrix[row * width + column] }
        }
        columns.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            for column in 0..<width {
                let this = base + column * padded
                let before = dot(this, this, padded)
                for _ in 0..<2 {
                    for other in 0..<column {
                        let one = base + other * padded
                        add(one, times: -dot(one, this, padded), to: this, padded)
                    }
                }
                let square = dot(this, this, padded)
                let scale = square > 1e-10 * before ? 1 / square.squareRoot() : 0
                for row in 0..<height { this[row] *= scale }
            }
        }
        for row in 0..<height {
            for column in 0..<width { matrix[row * width + column] = columns[column * padded + row] }
        }
    }
}

import CLibQREncode

/// A QR code of an address, drawn locally by libqrencode: nothing on paper asks a service that counts.
struct QRCode: Hashable {
    /// Its modules a side, with the quiet zone that readers need.
    let side: Int
    /// The dark modules as an SVG path of runs, one unit a module.
    let path: String

    /// The white modules around it.
    private static let quiet = 2
    /// The most modules a side: beyond, a module is too small to be read from paper.
    private static let largest = 45

    /// The code of a plain address; nil for one that is too long to be read from paper.
    init?(_ address: String) {
        let bytes = Array(address.utf8)
        guard !bytes.isEmpty, bytes.count <= 200 else { return nil }
        let code = bytes.withUnsafeBufferPointer {
            QRcode_encodeData(Int32($0.count), $0.baseAddress, 0, QR_ECLEVEL_L)
        }
        // The code and its data are ours until they are freed together.
        guard let code else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard width <= QRCode.largest, let data = code.pointee.data else { return nil }
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                var end = column
                while end < width, data[row * width + end] & 1 == 1 { end += 1 }
                if end > column {
                    path += "M\(column + QRCode.quiet) \(row + QRCode.quiet)h\(end - column)v1h-\(end - column)z"
                }
                column = max(end, column + 1)
            }
        }
        side = width + 2 * QRCode.quiet
        self.path = path
    }
}

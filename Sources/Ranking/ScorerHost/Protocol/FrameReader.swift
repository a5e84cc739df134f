/// Reads what a scorer wrote as a frame.
enum FrameReader {
    /// An unsigned number of four bytes, little-endian.
    static func whole(_ bytes: [UInt8], at place: Int) -> Int {
        Int(bytes[place]) | Int(bytes[place + 1]) << 8 | Int(bytes[place + 2]) << 16 | Int(bytes[place + 3]) << 24
    }

    /// The body of a frame of the kind that is expected.
    static func body(_ frame: [UInt8], _ kind: FrameBytes.Kind) throws(AnswerFault) -> ArraySlice<UInt8> {
        let body = frame[FrameBytes.header...]
        if frame[4] == FrameBytes.Kind.error.rawValue {
            throw AnswerFault("says: “\(AnswerFault.shown(String(decoding: body, as: UTF8.self), limit: 200))”")
        }
        guard frame[4] == kind.rawValue else {
            throw AnswerFault("answered with a frame of kind \(frame[4]) instead of \(kind.rawValue)")
        }
        return body
    }
}

/// Members and elements whose number is not known yet: each is written with a comma behind it, and the last one gives way to the bracket.
extension JSONWriter {
    /// Begins a member; gives where.
    mutating func beginMember(_ key: String) -> Int {
        needsComma = false
        let start = bytes.count
        self.key(key)
        return start
    }

    /// Begins an element; gives where.
    mutating func beginElement() -> Int {
        needsComma = false
        return bytes.count
    }

    /// Ends either.
    mutating func endPart() { bytes.append(UInt8(ascii: ",")) }

    /// Takes back what was begun at a place.
    mutating func takeBack(to start: Int) { bytes.removeSubrange(start...) }

    /// Ends the object or array whose bracket stands at a place.
    mutating func closeParts(from start: Int, _ bracket: Unicode.Scalar) {
        if bytes.count > start + 1 { bytes.removeLast() }
        close(bracket)
    }
}

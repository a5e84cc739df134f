extension String {
    /// A text as a part of a file's name: letters, digits, `-` and `_` stay; everything else becomes `%` and its bytes in
    /// hexadecimal, so that no two texts share a name and none leaves the folder.
    var asFileName: String {
        var name = ""
        for byte in utf8 {
            let plain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            if plain {
                name.append(Character(UnicodeScalar(byte)))
            } else {
                name += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return name
    }
}

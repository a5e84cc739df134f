/// References in text, and characters that XML forbids.
extension MarkupRepair {
    /// Goes over a control character, a noncharacter, or a character that only begins like one: what of it is to be kept.
    mutating func forbidden() -> ArraySlice<UInt8> {
        let start = at
        if input[at] != 0xEF {
            at += 1
        } else {
            at = min(at + 3, input.count)
            guard at - start == 3, input[start + 1] == 0xBF, input[start + 2] >= 0xBE else { return input[start..<at] }
        }
        damage.note(.forbiddenCharacters)
        return []
    }

    /// Takes what the reference that begins here stands for; what is none is text as it stands.
    mutating func textReference() {
        let start = at + 1
        if start < input.count, input[start] == UInt8(ascii: "#") { return textNumber() }
        let end = endOfReferenceName(from: start)
        guard end > start, end < input.count, input[end] == UInt8(ascii: ";") else { return takeAmpersand() }
        at = end + 1
        if let byte = predefined(start..<end) {
            take(byte)
        } else if let text = replacement(start..<end) {
            take(text[...])
        } else {
            damage.note(.unknownEntities)
            take(input[(start - 1)...end])
        }
    }

    private mutating func textNumber() {
        guard let (value, end) = HTMLReferences.number(in: input.span, at: at) else { return takeAmpersand() }
        at = end
        if MarkupRepair.isAllowed(value) { takeScalar(value) } else { damage.note(.forbiddenCharacters) }
    }

    private mutating func takeAmpersand() {
        damage.note(.bareMarkupCharacters)
        take(UInt8(ascii: "&"))
        at += 1
    }
}

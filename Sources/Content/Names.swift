/// The lasting identity of a content item: 64 hexadecimal digits, derived from what the publisher gave (never from
/// position or chance), so that the same article keeps it from run to run and from machine to machine.
public struct ItemID: Hashable, Comparable, Codable, Sendable, RawRepresentable, CustomStringConvertible {
    /// The hexadecimal digits.
    public let rawValue: String
    /// An identity by its digits.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The digits.
    public var description: String { rawValue }
    /// Orders by the digits: the last word in every tie.
    public static func < (left: ItemID, right: ItemID) -> Bool { left.rawValue < right.rawValue }
}

/// The short code that is printed beside an item, to be read aloud, ticked or typed: ``lengths`` characters of the
/// ``alphabet``.
public struct ItemCode: Hashable, Comparable, Codable, Sendable, RawRepresentable, CustomStringConvertible {
    /// The code in capitals.
    public let rawValue: String
    /// A code as typed by a person: case and surrounding blanks do not matter.
    public init(rawValue: String) {
        self.rawValue = rawValue.filter { !$0.isWhitespace && $0 != "-" }.uppercased()
    }
    /// The characters of codes that people type: no vowels, so that no word appears, and nothing that looks like 0 or 1.
    public static let alphabet = Array("23456789BCDFGHJKMNPQRSTVWXYZ")
    /// How many characters a code has.
    public static let lengths = 5...16
    /// Whether it has the form of a printed code; there may be no such item.
    public var isWellFormed: Bool {
        Self.lengths.contains(rawValue.count) && rawValue.allSatisfy { Self.alphabet.contains($0) }
    }

    /// The code in capitals.
    public var description: String { rawValue }
    /// Orders by the characters.
    public static func < (left: ItemCode, right: ItemCode) -> Bool { left.rawValue < right.rawValue }
}

/// A learner's id as the school gives it in `learners.csv`. It never leaves the machine: scorers see a pseudonym.
public struct LearnerID: Hashable, Comparable, Codable, Sendable, RawRepresentable, CustomStringConvertible {
    /// The school's id.
    public let rawValue: String
    /// An id as the school writes it.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The school's id.
    public var description: String { rawValue }
    /// Orders by the id's characters.
    public static func < (left: LearnerID, right: LearnerID) -> Bool { left.rawValue < right.rawValue }
}

extension ItemID {
    /// Encodes as a plain string.
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
    /// Decodes from a plain string.
    public init(from decoder: any Decoder) throws { self.init(rawValue: try String(from: decoder)) }
}

extension ItemCode {
    /// Encodes as a plain string.
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
    /// Decodes from a plain string.
    public init(from decoder: any Decoder) throws { self.init(rawValue: try String(from: decoder)) }
}

extension LearnerID {
    /// Encodes as a plain string.
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
    /// Decodes from a plain string.
    public init(from decoder: any Decoder) throws { self.init(rawValue: try String(from: decoder)) }
}

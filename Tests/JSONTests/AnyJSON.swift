import TestSupport

/// Any value that JSON has a form for, made by chance, in the shapes that encoders and decoders of types are asked for.
indirect enum AnyJSON: Codable, Hashable {
    case null, bool(Bool), whole(Int), number(Double), text(String)
    case list([AnyJSON]), object([String: AnyJSON])

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Name.self) {
            var members: [String: AnyJSON] = [:]
            for name in object.allKeys { members[name.stringValue] = try object.decode(AnyJSON.self, forKey: name) }
            self = .object(members)
        } else if var list = try? decoder.unkeyedContainer() {
            var elements: [AnyJSON] = []
            while !list.isAtEnd { elements.append(try list.decode(AnyJSON.self)) }
            self = .list(elements)
        } else {
            let single = try decoder.singleValueContainer()
            if single.decodeNil() {
                self = .null
            } else if let value = try? single.decode(Bool.self) {
                self = .bool(value)
            } else if let value = try? single.decode(Int.self) {
                self = .whole(value)
            } else if let value = try? single.decode(Double.self) {
                self = .number(value)
            } else {
                self = .text(try single.decode(String.self))
            }
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let members):
            var object = encoder.container(keyedBy: Name.self)
            for (name, value) in members { try object.encode(value, forKey: Name(stringValue: name)) }
        case .list(let elements):
            var list = encoder.unkeyedContainer()
            for element in elements { try list.encode(element) }
        default:
            var single = encoder.singleValueContainer()
            switch self {
            case .bool(let value): try single.encode(value)
            case .whole(let value): try single.encode(value)
            case .number(let value): try single.encode(value)
            case .text(let value): try single.encode(value)
            case .null, .list, .object: try single.encodeNil()
            }
        }
    }

    private static let letters = [
        "a", "B", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{1F}", "\u{7F}",
        "\u{85}",
        "é", "語", "\u{2028}", "\u{2029}", "🦊", "👩‍👩‍👧", "{", "]", ":", ",", " ", "10", "9", "\u{FB01}",
    ]

    static func text(_ random: inout SeededRandom) -> String {
        (0..<random.number(0...8)).map { _ in random.pick(letters) }.joined()
    }

    static func number(_ random: inout SeededRandom) -> Double {
        let number =
            switch random.number(0...5) {
            case 0: Double(random.number(-9...9))
            case 1: Double(random.number(-999_999...999_999)) / 100
            case 2: Double.random(in: -1...1, using: &random)
            case 3: Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
            case 4: Double.random(in: -1...1, using: &random) * 1e-30
            default:
                random.pick([-0.0, 1e21, 1e16, 1e15, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1, 1 / 3, 100])
            }
        return number.isFinite ? number : 0.5
    }

    static func any(_ random: inout SeededRandom, depth: Int = 0) -> AnyJSON {
        switch random.number(0...(depth < 4 ? 9 : 5)) {
        case 0: .null
        case 1: .bool(random.chance(0.5))
        case 2: .whole(random.pick([0, -1, .max, .min, 42, random.number(-1_000_000...1_000_000)]))
        case 3: .number(number(&random))
        case 4, 5: .text(text(&random))
        case 6, 7: .list((0..<random.number(0...4)).map { _ in any(&random, depth: depth + 1) })
        default:
            .object(
                Dictionary(
                    (0..<random.number(0...6)).map { _ in (text(&random), any(&random, depth: depth + 1)) },
                    uniquingKeysWith: { first, _ in first }))
        }
    }
}

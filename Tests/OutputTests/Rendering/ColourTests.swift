import Foundation
import Testing

/// The colours of mails can be read in light and dark, and also where a mail program turns them over by force.
@Suite("Colours")
struct ColourTests {
    /// A colour's channels, 0…1.
    struct Colour {
        var red: Double
        var green: Double
        var blue: Double

        init?(_ hex: Substring) {
            guard hex.count == 6, let value = Int(hex, radix: 16) else { return nil }
            (red, green, blue) = (Double(value >> 16) / 255, Double(value >> 8 & 255) / 255, Double(value & 255) / 255)
        }

        init(_ red: Double, _ green: Double, _ blue: Double) { (self.red, self.green, self.blue) = (red, green, blue) }

        /// Each channel turned over.
        var inverted: Colour { Colour(1 - red, 1 - green, 1 - blue) }

        /// The lightness turned over and the hue kept, as most programs do it: black and white change places, blue stays blue.
        var turned: Colour {
            let shift = 1 - (max(red, green, blue) + min(red, green, blue))
            return Colour(red + shift, green + shift, blue + shift)
        }

        /// Relative luminance (WCAG 2.2).
        var luminance: Double {
            func linear(_ value: Double) -> Double {
                value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
        }

        func contrast(to other: Colour) -> Double {
            let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
            return (high + 0.05) / (low + 0.05)
        }
    }

    private static func colours(_ pattern: String, in text: String) throws -> [Colour] {
        let found = text.matches(of: try Regex(pattern)).compactMap { $0.output[1].substring }
        return Set(found).sorted().compactMap { Colour($0) }
    }

    @Test("every text on every ground: 4.5 to 1 at least, also turned over")
    func contrasts() throws {
        let file = repository.appendingPathComponent("Config/templates/mail.html.mustache")
        let template = try String(contentsOf: file, encoding: .utf8)
        let dark = try #require(template.range(of: "@media (prefers-color-scheme:dark){"))
        let end = try #require(template.range(of: "@media (max-width", range: dark.upperBound..<template.endIndex))
        let modes = [
            ("light", String(template[..<dark.lowerBound] + template[end.lowerBound...])),
            ("dark", String(template[dark.upperBound..<end.lowerBound])),
        ]
        for (name, text) in modes {
            let texts = try Self.colours("[;{\" ]color:#([0-9a-f]{6})", in: text)
            let grounds = try Self.colours("background-color:#([0-9a-f]{6})", in: text)
            #expect(texts.count >= 3 && grounds.count == 2, "\(name)")
            for colour in texts {
                for ground in grounds {
                    #expect(colour.contrast(to: ground) >= 4.5, "\(name)")
                    #expect(colour.inverted.contrast(to: ground.inverted) >= 4.5, "\(name), inverted")
                    #expect(colour.turned.contrast(to: ground.turned) >= 4.5, "\(name), lightness turned over")
                }
            }
        }
    }
}

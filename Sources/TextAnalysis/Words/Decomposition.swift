import Foundation

extension String {
    /// The canonical composition: a letter and its mark as one scalar where there is one. Snowball knows only these.
    var composed: String { utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping }

    /// The scalars of the canonical decomposition: letters and their marks apart.
    var decomposedScalars: String.UnicodeScalarView { decomposedStringWithCanonicalMapping.unicodeScalars }
}

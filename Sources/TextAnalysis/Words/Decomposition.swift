import Foundation

extension String {
    /// The scalars of the canonical decomposition: letters and their marks apart.
    var decomposedScalars: String.UnicodeScalarView { decomposedStringWithCanonicalMapping.unicodeScalars }
}

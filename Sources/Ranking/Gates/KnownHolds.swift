import Safeguarding

/// What words of the school's lists hold, of versions of articles that were looked through before: looking is the slowest part of a look at all
/// articles.
package struct KnownHolds: Sendable {
    private var looked: Set<Int64> = []
    private var verdicts: [Int64: HeldVerdict] = [:]

    /// Nothing was looked through.
    package init() {}

    /// Takes in what a version is held for; nil: for nothing.
    package mutating func take(_ verdict: HeldVerdict?, of version: Int64) {
        looked.insert(version)
        verdicts[version] = verdict
    }

    /// Whether a version was looked through. One that is not stored yet never was.
    package func knows(_ version: Int64) -> Bool { version > 0 && looked.contains(version) }

    /// What a version is held for; nil: for nothing, as far as it is known.
    package subscript(version: Int64) -> HeldVerdict? { verdicts[version] }

    /// The versions that are held, in their order.
    package var held: [Int64] { verdicts.keys.sorted() }
}

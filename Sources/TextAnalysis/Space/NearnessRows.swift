import Synchronization

/// How near all items are to phrases and to single items, remembered: in a school many learners say the same words and like
/// the same articles. A class, because all who ask share one memory; what is remembered is what would be computed, so that
/// neither the order of asking nor the bound shows.
final class NearnessRows: Sendable {
    /// What a row is about.
    enum Key: Hashable {
        case phrase(Phrase)
        case item(Int)
        case direction([Float])
    }

    /// At most so many bytes of rows are kept.
    static let most = 32_000_000

    private let rows = Mutex<[Key: [Float]]>([:])
    private let mostRows: Int

    /// A memory of rows with so many numbers.
    init(items: Int) { mostRows = max(16, Self.most / max(1, 4 * items)) }

    /// The row of a key, made where it is not remembered.
    func row(_ key: Key, make: () -> [Float]) -> [Float] {
        if let row = rows.withLock({ $0[key] }) { return row }
        let row = make()
        rows.withLock { if $0.count < mostRows { $0[key] = row } }
        return row
    }
}

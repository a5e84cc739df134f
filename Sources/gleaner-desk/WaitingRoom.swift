import Synchronization

/// Room for so many at once.
final class WaitingRoom: Sendable {
    private let places: Int
    private let taken = Mutex(0)

    /// Room for so many.
    init(places: Int) { self.places = places }

    /// Takes a place; false where there is none.
    func enter() -> Bool {
        taken.withLock { taken in
            guard taken < places else { return false }
            taken += 1
            return true
        }
    }

    /// Gives a place back.
    func leave() { taken.withLock { $0 -= 1 } }
}

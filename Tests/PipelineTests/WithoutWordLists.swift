@testable import Phrases
@testable import Pipeline
import Safeguarding
import Store
@testable import UseCases

extension WishScreen {
    /// One that finds nothing, for tests of other things.
    static let findingNothing = WishScreen(
        distress: DistressFinder(DistressList(text: "", file: "")), heldWords: [], languages: ["en"])
}

extension Saying {
    init(store: Store) { self.init(Hearing(store: store, screen: .findingNothing)) }
}

extension RosterImport {
    init(store: Store) { self.init(Hearing(store: store, screen: .findingNothing)) }
}

extension LearnerFile {
    init(store: Store) { self.init(store: store, screen: .findingNothing) }
}

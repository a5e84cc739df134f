import Configuration
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

extension SayWish {
    init(store: Store) { self.init(Hearing(store: store, screen: .findingNothing)) }
}

extension ImportRoster {
    init(store: Store) { self.init(Hearing(store: store, screen: .findingNothing)) }
}

extension ImportRoster.Request {
    /// The files of a school, named.
    init(of school: School) {
        self.init(
            learners: school.folder.resolve("Config/learners.csv"),
            classes: school.classesFile.map { .file($0) } ?? .none)
    }
}

extension ListLearners {
    init(store: Store) { self.init(store) }
}

extension ShowLearner {
    init(store: Store) { self.init(store, screen: .findingNothing) }
}

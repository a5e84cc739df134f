import Phrases
import Pipeline
import Store

extension Pipeline {
    /// A run in the words of the program.
    init(school: School, store: Store, isOffline: Bool = false) {
        self.init(school: school, store: store, words: RunPhrases(), isOffline: isOffline)
    }
}

import Content
import ContentDigest

/// What scorers know learners by: names that hold for one run. Without the run's key they lead to nobody, whatever list of the
/// school's ids somebody has.
package struct Pseudonyms {
    /// Chance, drawn once a run and kept with it.
    let key: String

    /// The pseudonyms of a run by its key.
    package init(key: String) { self.key = key }

    /// A key that nobody can guess.
    package static func newKey() -> String {
        // No argument: chance that a caller could give is chance that a scorer's author could know. It is kept with the run, so that
        // what is asked of the run later is asked by the same names.
        var chance = SystemRandomNumberGenerator()
        return (0..<2).map { _ in String(chance.next(), radix: 16) }.joined()
    }

    /// A learner's name in the run.
    package func name(of learner: LearnerID) -> String {
        "L" + ContentDigest(of: [key, learner.rawValue]).hex.prefix(16)
    }
}

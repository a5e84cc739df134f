import Content
import Output
import UseCases

/// The reasons of a sheet in the school's wording: what is said of several is worded once, without anybody's name.
package struct SheetReasons {
    let wording: ReasonWording
    let language: String
    /// Whom a sentence is about that is said of several.
    private let anybody: String

    /// The reasons in a language. `anybody`: whom a sentence is about that is said of several.
    package init(wording: ReasonWording, language: String, anybody: String? = nil) {
        (self.wording, self.language) = (wording, language)
        self.anybody = anybody ?? (language == "en" || language.hasPrefix("en-") ? "the learner" : "…")
    }

    /// A sentence with those of whom it is said.
    package struct Told {
        package let text: String
        package let learners: [Learner]
    }

    /// A sentence, and from which reason it is.
    private struct Sentence {
        let text: String
        let reason: Reason
        let clause: Int
        var learners: [Learner]
    }

    /// The reasons as sentences, the one that most have first.
    package func told(_ reasons: [ReviewSheet.Why]) -> [Told] {
        var told: [Sentence] = []
        for group in reasons {
            for (clause, text) in sentences(of: group.reason, to: anybody).enumerated() {
                // Levels differ by a tenth from learner to learner, and the sentence is the same.
                if let index = told.firstIndex(where: { $0.text == text }) {
                    let there = Set(told[index].learners.map { $0.id })
                    told[index].learners += group.learners.filter { !there.contains($0.id) }
                } else {
                    told.append(Sentence(text: text, reason: group.reason, clause: clause, learners: group.learners))
                }
            }
        }
        return told.enumerated().sorted {
            ($1.element.learners.count, $0.offset) < ($0.element.learners.count, $1.offset)
        }.map { _, told in
            guard let only = told.learners.first, told.learners.count == 1 else {
                return Told(text: told.text, learners: told.learners)
            }
            let own = sentences(of: told.reason, to: only.name)
            return Told(text: own.indices.contains(told.clause) ? own[told.clause] : told.text, learners: told.learners)
        }
    }

    private func sentences(of reason: Reason, to name: String) -> [String] {
        wording.sentences([reason], role: .teacher, name: name, language: language)
    }
}

import Content

/// Where the files of learners lie in an edition's folder, of the forms that have one for each.
enum FormPath {
    /// The path of a learner's file, of the forms that have one for each.
    static func of(_ form: ListForm, _ file: String) -> String {
        switch form {
        case .text: "text/\(file).txt"
        case .markdown: "markdown/\(file).md"
        case .epub: "epub/\(file).epub"
        default: "atom/learners/\(file).xml"
        }
    }

    /// The names that an older version of Gleaner gave the files of learners, by their names of now, where these are others.
    static func formerNames(of learners: [LearnerID], in edition: Edition) -> [String: String] {
        var names: [String: String] = [:]
        for learner in learners {
            guard let former = FileName.former(ofLearner: learner.rawValue) else { continue }
            let file = FileName.of(learner: learner.rawValue)
            for form in [ListForm.text, .markdown, .epub, .atomOfLearners] {
                let name = "\(edition)/" + of(form, former)
                if FileName.isWritable(name) { names["\(edition)/" + of(form, file)] = name }
            }
        }
        return names
    }
}

import Content
import Files
import Ranking
import UseCases

extension ScorerRefusal: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .noName(let name):
            "'\(name)' is no name for a scorer: letters and digits, beginning with a capital, as Brevity."
        case .taken(let name):
            "there is a scorer called \(name) already; nothing was changed. Choose another name."
        case .takenForInstalling(let name):
            "there is a scorer called \(name) already. Take its folder out of Plugins/External first, or give this one "
                + "another name. Nothing was installed."
        case .folderIsThere(let place): "\(place) is there already; nothing was changed."
        case .fileIsThere(let place): "\(place) is there already; it was not changed."
        case .noSources(let folder):
            "a scorer in Swift is part of the program: this needs Gleaner's sources, and \(folder) has none. "
                + "Name them with --config, or choose --language python, c or sh."
        case .noTemplate(let path):
            "the template \(path) is missing. It belongs beside the program's other files."
        case .unwritable(let path, let why):
            "could not write \(path): \(why). Check that the folder belongs to you."
        case .unmakeable(let path, let why):
            "could not make \(path): \(why). Check that the folder belongs to you."
        case .noScorer(let name, let nearest, let known):
            "there is no scorer '\(name)'.\(Hint.didYouMean(nearest)) Known: \(Listing.of(known))."
        case .unusable(let failure): "\(failure). \(failure.remedy)"
        case .noArticles: "there are no articles yet. Fetch some with 'gleaner ingest'."
        case .noLearners: "there are no learners yet. Import them with 'gleaner learners import'."
        case .noManifest(let path):
            "\(path) holds no scorer.yaml, so it is no scorer. See Plugins/PROTOCOL.md for what one is made of."
        case .severalManifests(let path, let names):
            "\(path) holds several manifests: \(Listing.of(names)). Nothing was installed; a scorer has "
                + "one, so that what is shown is what runs."
        case .wouldNotStart(let name, let fault): "\(name) would not be started: \(fault.words). Nothing was installed."
        case .notAgreed: "nothing was installed. Say 'y' at the terminal, or give --yes."
        case .binaryFace(let name):
            "\(name) speaks the binary face, which cannot be kept as lines of text. Only scorers with 'face: json' can be recorded."
        case .partOfProgram(let name):
            "\(name) is part of the program; only a scorer of Plugins/External speaks the protocol."
        case .unreadableConversation(let path, let why): "\(path) cannot be read: \(why). Check the path."
        case .unwritableConversation(let path, let problem):
            "could not write \(path): \(problem.problem). \(problem.remedy)"
        case .noConversation(let path):
            "\(path) is no kept conversation: its first line is no greeting of a scorer."
        case .nothingToMeasureOn:
            "there is no list yet of which a learner has said 'more', so nothing can be measured. "
                + "Record what learners say with 'gleaner say'."
        case .noRanker(let name, let nearest, let known):
            "there is no ranker '\(name)'.\(Hint.didYouMean(nearest)) Known: \(Listing.of(known))."
        case .itemTwice(let file, let line, let item):
            "\(file), line \(line): the item '\(item)' is there twice. Take one of them out."
        }
    }
}

extension ScorerRefusal.StartFault {
    /// Why, as a clause.
    fileprivate var words: String {
        switch self {
        case .refused(let why): "\(why)"
        case .noProgram(let program): "its program \(program) is not in it, or is no program; build it first"
        }
    }
}

extension PackageFault: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .missing(let path): "\(path) does not exist. Name a scorer's folder or an archive of one."
        case .neither(let path):
            "\(path) is neither a folder nor a file. Name a scorer's folder or an archive of one."
        case .empty(let path): "\(path) holds no files."
        case .leadsElsewhere(let path):
            "it holds a file with a path that leads elsewhere: '\(path)'. Nothing was installed."
        case .twins(let first, let second):
            "it holds '\(first)' twice\(first == second ? "" : ", also as '\(second)'"): nobody could say which one runs. "
                + "Nothing was installed."
        case .unreadable(let path): "\(path) cannot be read. Check that it belongs to you."
        case .noMemory(let path): "there is no memory for \(path)."
        case .noArchive(let path, let why):
            "\(path) is no archive that can be read (zip, tar, tar.gz, tar.xz). \(why)"
        case .damaged(let path, let why): "\(path) is damaged: \(why)"
        case .nameless(let path): "\(path) holds a file without a name."
        case .noFile(let path):
            "it holds '\(path)', which is a link or a device, not a file. Nothing was installed; a scorer is made of files."
        case .tooLarge(let files, let bytes):
            "it holds more than \(files) files or \(bytes / 1_000_000) million bytes. Nothing was installed; "
                + "put a large scorer into Plugins/External yourself."
        }
    }
}

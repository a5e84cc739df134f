import Content
import Files
import Ranking

/// Why something that was asked for about scorers cannot be done.
public enum ScorerRefusal: Error, Hashable, Sendable {
    /// What a name of a scorer must not be.
    case noName(Verbatim)
    /// A scorer of the name is there already, where a new one is to be written.
    case taken(Verbatim)
    /// The same, where one is to be installed.
    case takenForInstalling(Verbatim)
    /// The folder of a new scorer is there already.
    case folderIsThere(Verbatim)
    /// A file of a new scorer is there already.
    case fileIsThere(Verbatim)
    /// A scorer in Swift needs the program's sources, which a folder does not hold.
    case noSources(folder: Verbatim)
    /// A template that ships is missing.
    case noTemplate(Verbatim)
    /// A file could not be written, with the system's word for it.
    case unwritable(Verbatim, Verbatim)
    /// A folder could not be made, with the system's word for it.
    case unmakeable(Verbatim, Verbatim)
    /// There is no scorer of the name; the nearest one, and all that there are.
    case noScorer(Verbatim, nearest: Verbatim?, known: [Verbatim])
    /// The scorer is named in the configuration and cannot be started.
    case unusable(ScorerFailure)
    /// There are no articles to measure with.
    case noArticles
    /// There are no learners to measure with.
    case noLearners
    /// It has no manifest.
    case noManifest(Verbatim)
    /// It has several manifests.
    case severalManifests(Verbatim, [Verbatim])
    /// It would not be started as it is.
    case wouldNotStart(Verbatim, StartFault)
    /// Nobody agreed to install it.
    case notAgreed
    /// It speaks the binary face, which cannot be kept as text.
    case binaryFace(Verbatim)
    /// It is part of the program and speaks no protocol.
    case partOfProgram(Verbatim)
    /// A kept conversation cannot be read.
    case unreadableConversation(Verbatim, RegularFile.Problem)
    /// A conversation cannot be kept where it was to be.
    case unwritableConversation(Verbatim, FileProblem)
    /// A file is no kept conversation.
    case noConversation(Verbatim)
    /// There is no list yet that rankings could be measured on.
    case nothingToMeasureOn
    /// There is no ranker of the name; the nearest one, and all that there are.
    case noRanker(Verbatim, nearest: Verbatim?, known: [Verbatim])
    /// An item stands twice in a file of items.
    case itemTwice(file: Verbatim, line: Int, item: Verbatim)

    /// Why a scorer would not be started.
    public enum StartFault: Hashable, Sendable {
        /// In the words of whoever starts it.
        case refused(Verbatim)
        /// Its program is not among its files, or is none.
        case noProgram(Verbatim)
    }
}

/// What is wrong with a folder or archive that holds a scorer.
public enum PackageFault: Error, Hashable, Sendable {
    /// There is nothing of the name.
    case missing(Verbatim)
    /// It is neither a folder nor a file.
    case neither(Verbatim)
    /// It holds no files.
    case empty(Verbatim)
    /// It holds a file with a path that leads elsewhere.
    case leadsElsewhere(Verbatim)
    /// It holds one file twice, perhaps under another spelling.
    case twins(Verbatim, Verbatim)
    /// It, or a file of it, cannot be read.
    case unreadable(Verbatim)
    /// There is no memory for it.
    case noMemory(Verbatim)
    /// It is no archive, with the library's word for it.
    case noArchive(Verbatim, Verbatim)
    /// It is damaged, with the library's word for it.
    case damaged(Verbatim, Verbatim)
    /// It holds a file without a name.
    case nameless(Verbatim)
    /// It holds a link or a device.
    case noFile(Verbatim)
    /// It has more files or bytes than these.
    case tooLarge(files: Int, bytes: Int)
}

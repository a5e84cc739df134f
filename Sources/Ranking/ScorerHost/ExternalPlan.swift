import Content
import ScorerKit

/// What it takes to run a scorer outside of this process: from its manifest, the school's configuration and the folders.
public struct ExternalPlan: Hashable, Sendable {
    /// What a scorer may use.
    public struct Limits: Hashable, Sendable {
        /// Seconds until it has answered the greeting, above 0.
        public var start = 10.0
        /// Seconds until it has taken in the items, above 0.
        public var items = 60.0
        /// Seconds until it has scored a batch of learners, above 0.
        public var batch = 30.0
        /// Seconds until it has told evidence, above 0.
        public var evidence = 10.0
        /// Mebibytes of memory.
        public var memory = 1_024
        /// Mebibytes of files in its working folder.
        public var files = 64
        /// Seconds of processor time in all.
        public var processor = 3_600

        /// The defaults.
        package init() {}
    }

    /// Name, version, summary and whose say it is.
    public var card: ScorerCard
    /// The absolute path of its own folder.
    public var folder: String
    /// The program and its arguments. A program with a slash is a path below the folder, or an absolute one that leads into
    /// the system's folders or into what is in `reads`; `{folder}` in an argument stands for the folder.
    public var command: [String]
    /// The form of its messages.
    public var face: ScorerFace
    /// What it may ask to see of the items.
    public var items: [ItemColumn]
    /// What it may ask to see of the learners.
    public var learners: [LearnerColumn]
    /// The names of the measures that it may give as evidence.
    public var measures: [String] = []
    /// Its options as JSON with sorted keys.
    public var options = "{}"
    /// What it may use.
    public var limits = Limits()
    /// Folders and files outside of its own that it may read.
    public var reads: [String] = []
    /// Whether it may run where it cannot be closed off from the machine.
    public var mayRunUnsandboxed = false
    /// As whom it is started, where the system's root runs this program and has said so; nil: as whoever runs it, which must
    /// not be root.
    public var runsAs: SystemUser?
    /// Whether it is only tried: then a word that does not mean its topic is a fault, and not just passed over.
    public var isTried = false
    /// Folders that it must not see in any case: the school's.
    public var hidden: [String] = []
    /// The folder that its working folders are made in.
    public var scratch: String
    /// Where its log is kept; nil: nowhere.
    public var log: String?

    /// A plan by what each needs; the rest has defaults.
    package init(
        card: ScorerCard, folder: String, command: [String], face: ScorerFace, items: [ItemColumn],
        learners: [LearnerColumn], scratch: String
    ) {
        self.card = card
        self.folder = folder
        self.command = command
        self.face = face
        self.items = items
        self.learners = learners
        self.scratch = scratch
    }
}

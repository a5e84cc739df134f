import Content
import Store

/// A list as those see it whom it goes to, for a teacher who looks at it.
extension ListPreview {
    /// Whose mail it is.
    public enum Reader: Hashable, Sendable {
        /// The learner's.
        case learner
        /// That of a guardian who is written to, by place among them, from 1.
        case guardian(Int)
    }

    /// What of it is to be shown.
    public enum Part: Hashable, Sendable {
        /// What there is, without any document.
        case contents
        /// The mail to somebody.
        case mail(Reader)
        /// The page to print.
        case page
    }

    /// A mail that goes out with it. Its address is nobody's business here.
    public struct Copy: Hashable, Sendable {
        /// To whom.
        public var reader: Reader
        /// The language that it is in.
        public var language: String
        /// Its subject.
        public var subject: String
    }

    /// A list as it is seen.
    public struct Seen: Sendable {
        /// What becomes of it.
        public var state: ReadingList.State
        /// The mails that go out with it.
        public var copies: [Copy]
        /// Whether the school sends mail at all.
        public var hasSender: Bool
        /// Whether a mail says something that only its reader is to see, and that is left out here.
        public var leavesOut: Bool
        /// The document; nil where none was asked for, or where there is no such mail.
        public var html: [UInt8]?
    }

    /// A list as it is seen, whatever its state; nil where there is none, or where nothing of it may be sent any more. One that may not go out is
    /// marked. What only the learner or a guardian may read is left out, for it is a teacher who looks.
    public func seen(_ part: Part, of learner: LearnerID, edition: Edition) throws(StoreError) -> Seen? {
        guard let (gathered, settings) = try gathered(of: learner, edition) else { return nil }
        let isOfClass = learner.classRead != nil
        let maker = DocumentMaker(settings: settings)
        let recipients =
            isOfClass || settings.from == nil ? [] : settings.policy.recipients(for: gathered.addressee)
        let guardians = recipients.filter { $0.role == .guardian }
        func marked(_ document: ListDocument) -> ListDocument {
            var document = document
            if gathered.list.state != .ready { document.notices.insert(.preview, at: 0) }
            return document
        }
        // What guardians said is theirs.
        var shown = gathered
        shown.profile.avoids.removeAll { $0.origin == .guardian }
        shown.profile.wants.removeAll { $0.origin == .guardian }
        // On paper stands what is in the learner's own mail, but for what is theirs alone.
        let own = maker.document(gathered, role: .learner, sight: .paper)
        func document(to reader: Reader) -> ListDocument? {
            switch reader {
            case .learner: return own
            case .guardian(let number):
                guard number > 0, number <= guardians.count else { return nil }
                return maker.document(
                    shown, role: .guardian, sight: .guardianShown(settings.guardianSees),
                    language: guardians[number - 1].language)
            }
        }
        let readers =
            recipients.filter { $0.role == .learner }.map { _ in Reader.learner }
            + guardians.indices.map { .guardian($0 + 1) }
        var seen = Seen(
            state: gathered.list.state,
            copies: readers.compactMap { reader in
                document(to: reader).map {
                    Copy(reader: reader, language: $0.language, subject: renderers.mail.subject(of: $0))
                }
            },
            hasSender: settings.from != nil, leavesOut: false)
        seen.leavesOut = readers.contains { reader in
            switch reader {
            case .learner: own != maker.mail(gathered, to: .learner)
            case .guardian(let number):
                document(to: reader)
                    != maker.mail(gathered, to: .guardian, language: guardians[number - 1].language)
            }
        }
        switch part {
        case .contents: break
        case .page:
            let page = marked(isOfClass ? maker.classPage(gathered) : own)
            let className = gathered.learner.classes.first ?? ""
            seen.html = renderers.print.render([page], className: className, paper: settings.paper)
        case .mail(let reader):
            // Somebody made-up stands for who gets it.
            guard !isOfClass, let document = document(to: reader), reader != .learner || readers.contains(.learner),
                let envelope = Self.envelope(settings, gathered, nil)
            else { break }
            seen.html = Self.inFrame(renderers.mail.parts(of: marked(document), envelope: envelope).html)
        }
        return seen
    }

    /// A mail whose links open beside the page that it is shown in.
    private static func inFrame(_ html: String) -> [UInt8] {
        Array(html.replacing("<head>", with: "<head><base target=\"_blank\">", maxReplacements: 1).utf8)
    }
}

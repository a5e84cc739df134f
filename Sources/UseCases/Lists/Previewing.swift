import Configuration
import Content
import Foundation
import Output
import Pipeline
import Store

/// Writes what a learner's list will look like, for a look before it goes out. Nothing is sent, and nothing counts as given.
public struct Previewing: Sendable {
    let school: School
    let store: Store

    /// A preview over a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// What was written.
    public struct Answer: Sendable {
        /// The learner's name.
        public var learner: String
        /// The edition.
        public var edition: Edition
        /// What becomes of the list: its state in words.
        public var state: ReadingList.State
        /// The mail's subject.
        public var subject: String
        /// The addresses it would go to; empty: print and the teacher alone.
        public var recipients: [String]
        /// The page that shows all views beside each other.
        public var index: String
        /// All files.
        public var files: [String]

        /// Opens the views; gives what to say where they could not be opened.
        public func open(with opener: some Opener) -> String? {
            opener.open(index) ? nil : "There is no browser to open it in. Open it yourself: \(index)"
        }
    }

    /// Writes the views of a learner's list of an edition (the newest, where none is named), as it speaks to somebody (to
    /// whom it would be sent, where nobody is named).
    public func preview(learner name: String, edition: Edition?, to reader: Fact.Origin?) throws -> Answer {
        let role = reader.flatMap { RecipientRole(rawValue: $0.rawValue) }
        let learner = try NamedThings(store: store).learner(name)
        guard let list = try store.lists.newest(for: learner.id, edition: edition)?.list else {
            if let edition, edition.schedule != Edition.manualSchedule,
                !school.configuration.schedules.contains(where: { $0.name == edition.schedule })
            {
                throw EditionByHand.unknown(edition, in: school.configuration)
            }
            let which = edition.map { " of \($0)" } ?? ""
            throw RequestError("\(learner.name) has no list\(which). 'gleaner rank' makes lists without sending them.")
        }
        let preview = ListPreview(
            store: store, renderers: school.renderers, settings: try school.deliverySettings(store: store))
        guard let views = try preview.views(of: learner.id, edition: list.edition, role: role) else {
            throw RequestError(
                "the list of \(learner.name) will not go out: they left the roster, took consent back or opted out of "
                    + "all that is in it.")
        }
        let name = "preview/\(list.edition)/" + ListPreview.folderName(of: learner.id)
        let folder = school.folder.data + "/" + name
        let files: [(String, [UInt8])] = [
            ("mail.html", views.light), ("dark.html", views.dark), ("mail.txt", views.text), ("print.html", views.page),
            ("mail.eml", views.mail), ("index.html", Array(Previewing.index(views.subject).utf8)),
        ]
        let failures = DiskOutbox(root: school.folder.data).write(
            files.map { OutboxFile(name: name + "/" + $0.0, bytes: $0.1) })
        if let failure = failures.values.first { throw RequestError("\(failure)") }
        return Answer(
            learner: learner.name, edition: list.edition, state: list.state, subject: views.subject,
            recipients: views.recipients, index: folder + "/index.html", files: files.map { folder + "/" + $0.0 })
    }

    /// A page with the views beside each other: light, dark, narrow, print and text.
    private static func index(_ subject: String) -> String {
        let escaped = subject.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
        let views = [
            ("Mail", "mail.html", 640), ("Mail, dark", "dark.html", 640), ("Mail, on a telephone", "mail.html", 320),
            ("Mail, as text", "mail.txt", 640), ("Print", "print.html", 860),
        ]
        let frames = views.map { title, file, width in
            "<figure><figcaption>\(title)</figcaption><iframe title=\"\(title)\" src=\"\(file)\" width=\"\(width)\"></iframe></figure>"
        }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>\(escaped)</title>
            <style>
            body { font: 16px/1.4 sans-serif; margin: 16px; background: #e8e8e8; color: #222; }
            main { display: flex; gap: 16px; overflow-x: auto; align-items: flex-start; }
            figure { margin: 0; flex: none; }
            figcaption { font-weight: bold; margin-bottom: 6px; }
            iframe { height: 85vh; border: 1px solid #999; background: #fff; max-width: none; }
            </style>
            </head>
            <body>
            <h1>\(escaped)</h1>
            <main>
            \(frames.joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }
}

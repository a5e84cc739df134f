import Configuration
import Content
import Foundation
import Output
import Pipeline
import Store

/// Writes the views of a learner's list into the school's folder.
struct PreviewFiles {
    let school: School
    let store: Store

    /// What was written.
    struct Written {
        let views: ListPreview.Views
        /// The page that shows all views beside each other, by its path.
        let index: String
        /// All files, by their paths.
        let files: [String]
    }

    /// A learner's list of an edition; of the newest, where none is named.
    func list(of learner: Learner, _ edition: Edition?) throws -> ReadingList {
        if let list = try store.lists.newest(for: learner.id, edition: edition)?.list { return list }
        if let edition, edition.schedule != Edition.manualSchedule,
            !school.configuration.schedules.contains(where: { $0.name == edition.schedule })
        {
            throw EditionByHand.unknown(edition, in: school.configuration)
        }
        throw ListRefusal.noListToPreview(of: Verbatim(learner.name), edition)
    }

    /// Writes the views of a list, as it speaks to somebody (to whom it would be sent, where nobody is named).
    func write(
        _ list: ReadingList, of learner: Learner, to role: RecipientRole?, guardian: String? = nil
    ) throws -> Written {
        let preview = ListPreview(
            store: store, renderers: school.renderers, settings: try school.deliverySettings(store: store))
        guard let views = try preview.views(of: learner.id, edition: list.edition, role: role, guardian: guardian)
        else {
            throw ListRefusal.willNotGoOut(of: Verbatim(learner.name))
        }
        let index = try PreviewPage(folder: school.folder.templates).html(subject: views.subject)
        let folder = Self.folder(of: learner.id, list.edition)
        let files: [(name: String, bytes: [UInt8])] = [
            ("mail.html", views.light), ("dark.html", views.dark), ("mail.txt", views.text), ("print.html", views.page),
            ("mail.eml", views.mail), ("index.html", index),
        ]
        let failures = DiskOutbox(root: school.folder.data).write(
            files.map { OutboxFile(name: "\(folder)/\($0.name)", bytes: $0.bytes) })
        if let failure = failures.values.first { throw ListRefusal.previewUnwritable(failure) }
        let root = "\(school.folder.data)/\(folder)"
        return Written(views: views, index: "\(root)/index.html", files: files.map { "\(root)/\($0.name)" })
    }

    /// Writes the views of lists anew that somebody has had written: whoever opens them sees the lists as they are now. Gives those
    /// that could not be.
    func renew(_ learners: [LearnerID], of edition: Edition) -> [RepairReport.Note] {
        learners.compactMap { id in
            let page = "\(school.folder.data)/\(Self.folder(of: id, edition))/index.html"
            guard FileManager.default.fileExists(atPath: page) else { return nil }
            do {
                let learner = try NamedThings(store: store).reader(id.rawValue)
                _ = try write(try list(of: learner, edition), of: learner, to: nil)
                return nil
            } catch {
                return .previewIsOld(id, error)
            }
        }
    }

    /// The folder of a list's views below that of the school's data.
    private static func folder(of learner: LearnerID, _ edition: Edition) -> String {
        "preview/\(edition)/\(ListPreview.folderName(of: learner))"
    }
}

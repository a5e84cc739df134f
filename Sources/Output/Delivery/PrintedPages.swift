import Content
import Store

/// The pages of a class as they are printed, apart from what is put out: nothing is stored, and nothing counts as given.
extension ListPreview {
    /// The lists of some learners that may go out now, in the order of the print.
    public struct Printable: Sendable {
        /// The lists.
        public var lists: [GatheredList]
        /// Whose lists may go out no more: they left, took consent back, or all of it was vetoed or opted out of since.
        public var withdrawn: Set<LearnerID>
    }

    /// The lists of an edition that may go out now, of some learners: looked at as before they are put out.
    public func printable(_ learners: [LearnerID], edition: Edition) throws(StoreError) -> Printable {
        let stored = try store.lists.lists(of: edition, learners: learners).lists
        let keys = learners.compactMap { id in
            stored[id].map { ListKey(learner: id, run: $0.run, name: "", classes: []) }
        }
        var gatherer = ListGatherer(store: store, edition: edition)
        let gathered = try gatherer.gather(keys, look: look(at: edition))
        return Printable(
            lists: gathered.ready.sorted { ($0.learner.name, $0.learner.id) < ($1.learner.name, $1.learner.id) },
            withdrawn: Set(gathered.withdrawn))
    }

    /// The class that a learner's page is printed with: the first of theirs that gets pages, else their first.
    public func classOfPrint(_ learner: Learner) -> String? {
        learner.classes.first { settings.printedClasses.includes($0) } ?? learner.classes.first
    }

    /// The pages of lists in one document, each learner's on a sheet of their own.
    public func pages(_ lists: [GatheredList], className: String) -> [UInt8] {
        let documents = lists.map { gathered in
            let maker = DocumentMaker(settings: settings.of(gathered.addressee))
            return gathered.learner.id.classRead != nil
                ? maker.classPage(gathered) : maker.document(gathered, role: .learner, sight: .paper)
        }
        let paper = settings.of(lists.map(\.addressee)).paper
        return renderers.print.render(documents, className: className, paper: paper)
    }
}

import Content
import ScorerKit
import Store
import TextAnalysis

/// Keeps what text analysis makes of each item version in the store, so that a nightly run pays for new articles only.
public struct TextShelf: Sendable {
    package let store: Store

    /// How many versions are read and written at a time.
    private static let block = 500

    /// A shelf in a store.
    package init(store: Store) { self.store = store }

    /// Reads what is new: the words of new versions and their places. Where the archive has outgrown its space of
    /// meanings, or has none, it learns one from all items, which takes longer and is seldom.
    ///
    /// Gives the words of all articles, which the model that comes next is made with.
    @discardableResult public func catchUp() throws(StoreError) -> FormTable {
        var reader = TextReader(table: try table())
        let new = try store.texts.versionsWithoutRow()
        for start in stride(from: 0, to: new.count, by: Self.block) {
            let versions = Array(new[start..<min(start + Self.block, new.count)])
            let items = try store.items.items(versions: Set(versions))
            let known = reader.table.count
            let rows = versions.compactMap { version in
                items[version].map { (version, reader.row(of: ItemBatch.document($0)).bytes) }
            }
            let forms = reader.table.forms[known...].map {
                TextRepository.Form(
                    language: $0.language, spelling: $0.spelling, word: $0.word, stem: $0.stem, isStop: $0.isStop)
            }
            try store.write { scope throws(StoreError) in
                try store.texts.add(forms: forms, from: known, rows: rows, in: scope)
            }
        }
        try place(table: reader.table)
        return reader.table
    }

    private func place(table: FormTable) throws(StoreError) {
        let marks = try store.marks()
        let current = try store.items.currentVersions()
        var space = try self.space(asOf: marks)
        if space.map({ $0.space.isOutgrown(by: current.count) }) ?? (current.count >= MeaningSpace.fewestItems) {
            let rows = try store.texts.rows()
            let read = current.compactMap { rows[$0].flatMap { TextRow(bytes: $0, forms: table.count) } }
            let model = TextModel(table: table, rows: read, space: .learnt)
            if let learnt = model.places?.space {
                let learned = TextRepository.Space(items: marks.items, bytes: learnt.bytes)
                let number = try store.write { scope throws(StoreError) in try store.texts.add(learned, in: scope) }
                space = (number, learnt)
            }
        }
        guard let space else { return }
        let new = try store.texts.versionsWithoutPlace(in: space.number)
        for start in stride(from: 0, to: new.count, by: 20 * Self.block) {
            let versions = Array(new[start..<min(start + 20 * Self.block, new.count)])
            let bytes = try store.texts.rows(of: versions)
            let read = versions.compactMap { version in
                bytes[version].flatMap { TextRow(bytes: $0, forms: table.count) }.map { (version, $0) }
            }
            let places = space.space.places(of: read.map { $0.1 }, table: table)
            let kept = zip(read, places).map { ($0.0, MeaningSpace.bytes(of: $1)) }
            try store.write { scope throws(StoreError) in
                try store.texts.add(places: kept, of: space.number, in: scope)
            }
        }
    }

    /// The model of items as a run with these marks sees it. What is not on the shelf is made anew, and not kept.
    ///
    /// `table`: the words of all articles, where they have been read already.
    func model(
        of items: [ContentItem], asOf marks: StoreMarks, table read: FormTable?
    ) throws(StoreError) -> TextModel {
        var words = read
        if words == nil { words = try table() }
        var reader = TextReader(table: words ?? FormTable())
        let rows = try rows(of: items, reader: &reader)
        guard let (number, space) = try space(asOf: marks) else {
            return TextModel(table: reader.table, rows: rows, space: .learnt)
        }
        let places = try store.texts.places(in: number)
        return TextModel(
            table: reader.table, rows: rows,
            space: .given(space) { item in places[items[item].version].flatMap { space.place(of: $0) } })
    }

    private func rows(of items: [ContentItem], reader: inout TextReader) throws(StoreError) -> [TextRow] {
        let known = try store.texts.rows()
        let forms = reader.table.count
        return items.map { item in
            known[item.version].flatMap { TextRow(bytes: $0, forms: forms) }
                ?? reader.row(of: ItemBatch.document(item))
        }
    }

    private func table() throws(StoreError) -> FormTable {
        FormTable(
            try store.texts.forms().map {
                FormTable.Form(
                    language: $0.language, spelling: $0.spelling, word: $0.word, stem: $0.stem, isStop: $0.isStop)
            })
    }

    private func space(asOf marks: StoreMarks) throws(StoreError) -> (number: Int64, space: MeaningSpace)? {
        guard let stored = try store.texts.space(asOf: marks) else { return nil }
        return MeaningSpace(bytes: stored.bytes).map { (stored.number, $0) }
    }
}

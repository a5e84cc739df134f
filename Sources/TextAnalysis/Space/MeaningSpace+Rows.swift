extension MeaningSpace {
    /// The places of rows that were read with a table: what new items cost, whatever the archive.
    public func places(of rows: [TextRow], table: FormTable) -> [[Float]] {
        let places = ItemPlaces(space: self, table: table, counts: rows.map { WordCounts($0, table: table) })
        return rows.indices.map { places.place(of: $0) }
    }
}

import Content

/// Rows as columns, the way they go to a scorer outside of this process.
struct ColumnTable: Hashable {
    /// The values of one column, one a row.
    enum Values: Hashable {
        /// Numbers; NaN: unknown.
        case numbers([Float])
        case wholes([Int32])
        case texts([String])
        case lists([[String]])
        /// Phrases, each with its strength.
        case phrases([[Phrase]])
        /// Items by their numbers, each with a strength.
        case items([[WeighedItem]])
        /// Vectors of one length, one after another.
        case vectors(dimensions: Int, [Float])
    }

    struct Phrase: Hashable {
        var text: String
        var strength: Float
    }

    struct WeighedItem: Hashable {
        var item: Int32
        var strength: Float
    }

    struct Column: Hashable {
        var name: String
        var values: Values
    }

    var rows: Int
    var columns: [Column]
}

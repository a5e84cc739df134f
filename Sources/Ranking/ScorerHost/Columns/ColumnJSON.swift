import JSON

extension JSONWriter {
    /// The columns as an object: a list for each.
    mutating func columns(_ table: ColumnTable) {
        open("{")
        for column in table.columns {
            key(column.name)
            values(column.values, rows: table.rows)
        }
        close("}")
    }

    private mutating func values(_ values: ColumnTable.Values, rows: Int) {
        switch values {
        case .numbers(let values): list(values) { $0.value($1) }
        case .wholes(let values): list(values) { $0.value($1) }
        case .texts(let values): list(values) { $0.value($1) }
        case .lists(let values): list(values) { output, list in output.value(list) }
        case .phrases(let values):
            list(values) { output, phrases in
                output.list(phrases) { output, phrase in
                    output.open("[")
                    output.value(phrase.text)
                    output.value(phrase.strength)
                    output.close("]")
                }
            }
        case .items(let values):
            list(values) { output, items in
                output.list(items) { output, item in
                    output.open("[")
                    output.value(item.item)
                    output.value(item.strength)
                    output.close("]")
                }
            }
        case .vectors(let dimensions, let values):
            list(0..<rows) { output, row in
                output.list(values[(row * dimensions)..<((row + 1) * dimensions)]) { $0.value($1) }
            }
        }
    }
}

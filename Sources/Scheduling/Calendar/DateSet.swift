import Configuration
import Content

/// Days, as spans that neither touch nor overlap, in their order.
public struct DateSet: Hashable, Sendable {
    /// The spans.
    public let spans: [DateSpan]

    /// All days of some spans.
    public init(_ spans: [DateSpan]) {
        var merged: [DateSpan] = []
        for span in spans.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
            if let last = merged.last, span.first <= last.last.adding(days: 1),
                let joined = DateSpan(first: last.first, last: max(last.last, span.last))
            {
                merged[merged.count - 1] = joined
            } else {
                merged.append(span)
            }
        }
        self.spans = merged
    }

    /// Whether there is no day at all.
    public var isEmpty: Bool { spans.isEmpty }

    /// Whether a day is among them.
    public func contains(_ date: CalendarDate) -> Bool {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].last < date { low = middle + 1 } else { high = middle }
        }
        return low < spans.count && spans[low].contains(date)
    }
}

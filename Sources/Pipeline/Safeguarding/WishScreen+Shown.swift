import Content
import Safeguarding

extension WishScreen {
    /// What stands in place of a topic that a grown-up has to see: it holds (as something that must never come), and is named
    /// nowhere.
    static let unshown = "something that is not shown here"

    /// A fact as it may be shown.
    func shown(_ fact: Fact) -> Fact {
        guard fact.item == nil else { return fact }
        var shown = fact
        switch fact.kind {
        case .more, .less, .never, .allow: shown.value = topic(fact.value)
        case .interests, .avoid, .strengths, .needs: shown.value = fact.values.map { topic($0) }.joined(separator: ";")
        default: return fact
        }
        return shown
    }

    /// A text that may quote topics, as it may be shown.
    func shown(_ text: String, quoting topics: [String]) -> String {
        topics.filter { verdict(of: $0) != nil }.reduce(text) { $0.replacing("'\($1)'", with: Self.unshown) }
    }

    private func topic(_ topic: String) -> String { verdict(of: topic) == nil ? topic : Self.unshown }
}

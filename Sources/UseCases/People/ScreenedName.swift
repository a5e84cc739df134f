import Content
import Pipeline
import Safeguarding

extension WishScreen {
    /// What somebody typed as a name, where it may be repeated; nil: it may be what a child wrote that only a grown-up sees.
    func named(_ text: String) -> Verbatim? { verdict(of: text) == nil ? Verbatim(text) : nil }
}

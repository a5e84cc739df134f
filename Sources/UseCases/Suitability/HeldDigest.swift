import Content
import ContentDigest
import Store

/// What an article is for a class that it waits for, as a short text: it changes with what the article says, and with what the class has said of it.
struct HeldDigest {
    private let rules: [TeacherRule]

    /// Of a class's articles, as things are now.
    init(class name: String, store: Store) throws(StoreError) {
        rules = try store.learners.rules().known.filter {
            $0.scope == .schoolClass(name) && [.approve, .veto].contains($0.kind.family)
        }
    }

    /// That of an article.
    func text(of item: ContentItem) -> String {
        let said = rules.last { $0.target == .item(item.id) || $0.target == .feed(item.feed) }
        return ContentDigest(of: [item.readDigest, "\(said?.number ?? 0)"]).code(length: 12)
    }
}

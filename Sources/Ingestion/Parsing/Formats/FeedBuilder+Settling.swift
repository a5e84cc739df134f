import Content

/// What is known only at the end of the document.
extension FeedBuilder {
    /// Gives the entries what the feed says for all of them, wherever it stands in the document.
    mutating func settleEntries() {
        for index in feed.entries.indices {
            // RFC 4287, 4.2.1; what was taken from elsewhere has authors of its own.
            if isAtom, feed.entries[index].authors.isEmpty, feed.entries[index].source == nil {
                feed.entries[index].authors = feed.authors
            }
            if let link = feed.entries[index].link, WebAddress.isRelative(link),
                let resolved = WebAddress.resolved(link, base: base), kept.takesField(resolved.utf8.count)
            {
                feed.entries[index].link = resolved
            }
        }
    }
}

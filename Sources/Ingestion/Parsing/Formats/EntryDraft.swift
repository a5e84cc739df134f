import Content

/// An entry while its element is open.
struct EntryDraft {
    var entry = ParsedEntry()
    /// `rdf:about`.
    var about: String?
    /// Whether the identifier may stand for the link.
    var idIsLink = true
    /// What the identifier is relative to where it is said to be a link; nil: that is not said.
    var permalinkBase: String?
    var date: Timestamp?
    var created: Timestamp?
    /// What is said of rights in words.
    var rights: String?
    /// A link to another form of the article than a page.
    var otherLink: String?
    /// A picture found in the text.
    var textImage: String?
    var ranks = FieldRanks()

    /// Sets the link unless a better kind of element has given one; of equals the last counts.
    mutating func setLink(_ link: String?, rank: Int) {
        guard let link, rank >= ranks.link else { return }
        entry.link = link
        ranks.link = rank
    }

    /// Sets the title unless an element of the same or a better kind has given one.
    mutating func setTitle(_ title: String?, rank: Int) {
        guard let title, rank > ranks.title else { return }
        entry.title = title
        ranks.title = rank
    }

    /// Sets the teaser unless an element of the same or a better kind has given one.
    mutating func setSummary(_ summary: String?, rank: Int) {
        guard let summary, rank > ranks.summary else { return }
        entry.summary = summary
        ranks.summary = rank
    }

    /// Sets the picture unless an element of the same or a better kind has given one.
    mutating func setImage(_ image: String?, rank: Int) {
        guard let image, rank > ranks.image, !ShareLinks.isTracker(image) else { return }
        entry.image = image
        ranks.image = rank
    }

    /// The entry with what can be told from its other fields.
    func finished(limits: ParsingLimits, damage: inout DamageLog) -> ParsedEntry {
        var entry = entry
        entry.id = entry.id ?? about.flatMap { $0.isEmpty ? nil : $0 }
        if entry.link == nil, idIsLink, let id = entry.id, WebAddress.isWeb(id) {
            entry.link = WebAddress.resolved(id, base: nil)
        }
        if entry.link == nil, let permalinkBase, let id = entry.id,
            let link = WebAddress.resolved(id, base: permalinkBase), WebAddress.isWeb(link)
        {
            entry.link = link
        }
        entry.link = entry.link ?? otherLink
        entry.published = entry.published ?? date ?? created
        entry.updated = entry.updated ?? date
        entry.image = entry.image ?? textImage
        entry.license = entry.license ?? rights
        return entry
    }
}

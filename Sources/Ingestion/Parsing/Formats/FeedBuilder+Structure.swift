import Content

/// The document's structure: the root, entries, people and pictures.
extension FeedBuilder {
    /// Takes the format from the root element.
    mutating func root(_ tag: TagView, _ resolved: ElementNames.Resolved) {
        let version = tag.value("version") ?? ""
        let isOld = version.hasPrefix("0") || (tag.uri.map { String(cString: $0).contains("purl.org/") } ?? false)
        switch resolved.element {
        case .rss: feed.format = .rss(version: version.filter { !$0.isWhitespace })
        case .rdf: feed.format = .rdf
        case .atomFeed: feed.format = isOld ? .atom03 : .atom
        case .entry where tag.name.lowercased() == "entry": feed.format = .atom
        default: feed.format = .other
        }
        isAtom = feed.format == .atom || feed.format == .atom03
    }

    /// Remembers `xml:base` and `xml:lang` for the element and all in it.
    mutating func inherit(_ tag: TagView) {
        if let value = tag.xmlValue("base"), let base = WebAddress.resolved(value, base: base) {
            bases.append((depth, base))
        }
        // A language tag is short; each element of a document could have one.
        if let value = tag.xmlValue("lang"), value.utf8.count <= 64 {
            languages.append((depth, value))
            if depth == 1, !value.isEmpty { feed.language = value }
        }
    }

    mutating func begin(_ tag: TagView, _ resolved: ElementNames.Resolved) {
        switch resolved.element {
        case .rss, .rdf, .atomFeed, .channel:
            guard draft == nil else { return skip() }
            containers.append(Container(place: .feed, depth: depth))
            if resolved.element == .channel { readChannelAttributes(tag) }
        case .entry: beginEntry(tag)
        case .transparent: containers.append(Container(place: .transparent, depth: depth))
        case .ignored, .contributor, .markup: skip()
        case .author:
            guard place == .feed || place == .entry else { return skip() }
            part = ContainerPart()
            containers.append(Container(place: .author, depth: depth))
        case .image:
            guard place == .feed || place == .entry else { return skip() }
            part = ContainerPart()
            part.address = tag.value("href") ?? tag.value("url")
            containers.append(Container(place: .image, depth: depth))
        case .source:
            guard place == .entry else { return skip() }
            part = ContainerPart()
            part.address = tag.value("url")
            containers.append(Container(place: .source, depth: depth))
        default:
            switch beginField(tag, resolved) {
            case .field(let open):
                buffer.removeAll(keepingCapacity: true)
                isFull = false
                field = open
            case .children: containers.append(Container(place: .transparent, depth: depth))
            case .nothing: skip()
            }
        }
    }

    mutating func skip() { skippedFrom = depth }

    mutating func beginEntry(_ tag: TagView) {
        if draft != nil {
            // The entry before was not closed: this one ends it.
            finishEntry()
            for index in containers.indices where containers[index].place == .entry {
                containers[index].place = .finishedEntry
            }
            damage.note(.mismatchedTags)
        }
        guard feed.entries.count < limits.entries else {
            damage.note(.tooManyEntries)
            return skip()
        }
        var entry = EntryDraft()
        if tag.attributeCount > 0 {
            if let about = tag.value("about"), kept.takesField(about.utf8.count) { entry.about = about }
            if let link = tag.value("href") { entry.setLink(address(link), rank: 1) }
            if let changed = tag.value("lastmod") { entry.entry.updated = date(Array(changed.utf8)[...]) }
            if let last = languages.last, last.depth == depth { entry.entry.language = last.value.nonEmpty }
        }
        draft = entry
        containers.append(Container(place: .entry, depth: depth))
    }

    mutating func readChannelAttributes(_ tag: TagView) {
        guard tag.attributeCount > 0, let link = tag.value("href") else { return }
        feed.link = WebAddress.resolved(link, base: base)
    }

    mutating func finish(_ container: Container) {
        switch container.place {
        case .entry: finishEntry()
        case .author: finishAuthor()
        case .image: finishImage()
        case .source: finishSource()
        case .outside, .feed, .transparent, .finishedEntry: break
        }
    }

    mutating func finishEntry() {
        guard let finished = draft?.finished(limits: limits, damage: &damage) else { return }
        draft = nil
        feed.entries.append(finished)
    }
}

import Content

/// What a field's start tag says.
extension FeedBuilder {
    /// What a tag opens.
    enum Opening {
        /// A field whose text counts.
        case field(TextField)
        /// An element whose children count as if it were not there.
        case children
        /// Nothing: its attributes were all, or it has no meaning here.
        case nothing
    }

    /// What a tag opens.
    mutating func beginField(_ tag: TagView, _ resolved: ElementNames.Resolved) -> Opening {
        let place = place
        if place == .author || place == .image || place == .source { return beginPart(tag, resolved.element, place) }
        guard place == .feed || place == .entry else { return .nothing }
        switch resolved.element {
        case .title, .summary, .content, .secondTitle, .secondSummary:
            return .field(textField(resolved.element, tag, resolved.vocabulary))
        case .link: return beginLink(tag)
        case .id:
            switch tag.value("ispermalink")?.lowercased() {
            case "false": draft?.idIsLink = false
            case "true":
                let place = base
                draft?.permalinkBase = place
            default: break
            }
            return .field(valueField(.id))
        case .category:
            guard let term = tag.value("term") ?? tag.value("label") else { return .field(valueField(.category)) }
            add(tag: Array(term.utf8).span)
            return .nothing
        case .itunesCategory:
            if let text = tag.value("text") { add(tag: Array(text.utf8).span) }
            return tag.attributeCount == 0 ? .field(valueField(.category)) : .children
        case .enclosure:
            if let url = tag.value("url") ?? tag.value("href") {
                add(enclosure: url, type: tag.value("type"), length: tag.value("length"))
            }
            return .nothing
        case .mediaContent:
            readMediaContent(tag)
            return .children
        case .mediaThumbnail, .itunesImage:
            let rank = resolved.element == .mediaThumbnail ? 4 : 2
            if let url = tag.value("url") ?? tag.value("href") { setImage(address(url), rank: rank) }
            return .nothing
        case .educationLevel, .ageRange, .timeRequired, .audience, .resourceType, .license:
            var field = valueField(resolved.element, keepsInnerText: true)
            // RDF and Media RSS have the value in an attribute.
            if tag.attributeCount > 0 { field.attribute = tag.value("resource") ?? tag.value("href") }
            return .field(field)
        case .replyTo:
            if let id = tag.value("ref") ?? tag.value("href") { draft?.entry.replyTo = id }
            return .nothing
        case .rights:
            var field = valueField(.rights, keepsInnerText: true)
            field.name = resolved.key
            return .field(field)
        case .name, .email, .url, .unknown: return beginUnknown(tag, resolved)
        default: return .field(valueField(resolved.element))
        }
    }

    private mutating func beginPart(_ tag: TagView, _ element: Element, _ place: Place) -> Opening {
        switch (place, element) {
        case (.author, .name), (.author, .email), (.image, .url): return .field(valueField(element))
        case (.source, .title): return .field(textField(.name, tag, .core))
        case (.source, .link):
            guard part.address == nil, tag.value("rel") ?? "alternate" == "alternate" else { return .nothing }
            part.address = tag.value("href")
            return part.address == nil ? .field(valueField(.url)) : .nothing
        default: return .nothing
        }
    }

    /// A link by attributes (Atom) or by text (RSS).
    private mutating func beginLink(_ tag: TagView) -> Opening {
        guard tag.attributeCount > 0 else { return .field(valueField(.link)) }
        var link = LinkTag(type: tag.value("type"), length: tag.value("length"))
        if let relation = tag.value("rel")?.compactLowercased {
            // RFC 4287, 4.2.7.2: a relation may be written as IANA's address of it.
            let slash = relation.hasPrefix("http://www.iana.org/") ? relation.lastIndex(of: "/") : nil
            link.relation = slash.map { String(relation[relation.index(after: $0)...]) } ?? relation
        }
        guard let href = tag.value("href") else {
            // The address stands in the text, as in RSS.
            var field = valueField(.link)
            field.link = link
            return .field(field)
        }
        if href.trimmed.isEmpty {
            // The place itself (RFC 3986, 4.4): known only where the document says it.
            if link.isArticle, let base = bases.last?.value { setLink(base, rank: 3) }
            return .nothing
        }
        keep(link, to: href)
        return .nothing
    }

    /// Keeps what a link with a relation leads to.
    mutating func keep(_ link: LinkTag, to href: String) {
        switch link.relation {
        case "", "alternate":
            guard let address = address(href) else { return }
            if link.isPage { setLink(address, rank: 3) } else if draft?.otherLink == nil { draft?.otherLink = address }
        case "enclosure": add(enclosure: href, type: link.type, length: link.length)
        case "license": keepLicense(href)
        default:
            guard let address = address(href) else { return }
            if link.relation == "self", draft == nil, WebAddress.isWeb(address) { ownAddress = ownAddress ?? address }
            keepExtension("link:" + link.relation, address)
        }
    }

    private mutating func readMediaContent(_ tag: TagView) {
        guard let url = tag.value("url") else { return }
        let type = tag.value("type")?.compactLowercased ?? ""
        if tag.value("medium")?.lowercased() == "image" || type.hasPrefix("image/") { setImage(address(url), rank: 3) }
    }

    /// An element that no field stands for: its text and its attributes are kept under its name.
    private mutating func beginUnknown(_ tag: TagView, _ resolved: ElementNames.Resolved) -> Opening {
        guard !resolved.key.isEmpty else { return .nothing }
        var field = valueField(.unknown)
        field.name = resolved.key
        guard tag.attributeCount > 0 else { return .field(field) }
        var values: [(String, String)] = []
        tag.forEachAttribute { name, value in
            let text = HTMLText.collapsed(TagView.plain(value).span)
            if !text.isEmpty { values.append((String(decoding: name, as: UTF8.self), text)) }
        }
        for (name, value) in values { keepExtension(resolved.key + "@" + name, value) }
        return .field(field)
    }
}

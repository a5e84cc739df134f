import Content

/// What becomes of a finished field.
extension FeedBuilder {
    mutating func keep(_ field: TextField, _ collected: [UInt8]) {
        let bytes = collected.span
        switch field.element {
        case .title, .secondTitle:
            let rank = field.element == .title ? 2 : 1
            setTitle(reader.line(bytes, kind: field.kind, hasMarkup: field.hasMarkup), rank: rank)
            noteLanguage(field)
        case .summary, .secondSummary: keepSummary(field, bytes)
        case .content:
            guard draft != nil, let text = reader.paragraphs(bytes, kind: field.kind, hasMarkup: field.hasMarkup)
            else { return }
            if draft?.entry.content == nil { draft?.entry.content = text.text.nonEmpty }
            noteImage(text)
            noteLanguage(field)
        case .link, .originalLink: keepLink(field, collected)
        case .id: keepIdentifier(bytes)
        case .published, .updated, .created, .date: keepDate(field.element, collected[...])
        case .category: add(tag: bytes)
        case .tagList, .keywordList: for tag in collected.split(separator: UInt8(ascii: ",")) { add(tag: tag.span) }
        case .language:
            guard let language = line(bytes) else { return }
            if draft != nil { draft?.entry.language = language } else { feed.language = language }
        case .imageAddress: setImage(address(String(decoding: collected, as: UTF8.self)), rank: 2)
        case .name:
            part.name =
                field.keepsMarkup ? reader.line(bytes, kind: field.kind, hasMarkup: field.hasMarkup) : line(bytes)
        case .email: part.email = line(bytes)
        case .url: part.address = String(decoding: collected, as: UTF8.self).nonEmpty
        case .educationLevel, .ageRange, .timeRequired, .audience, .resourceType:
            if let text = line(bytes) ?? field.attribute { keepLearning(field.element, text) }
        case .rights: if let rights = line(bytes) { keepRights(rights, of: field) }
        case .license: if let license = line(bytes) ?? field.attribute { keepLicense(license) }
        case .commentCount:
            if let count = line(bytes).flatMap({ Int($0) }), count >= 0 { draft?.entry.commentCount = count }
        case .timeToLive, .skipHour, .skipDay:
            if draft == nil, let text = line(bytes) { keepManners(field.element, text) }
        case .point, .latitude, .longitude, .placeName: if let text = line(bytes) { keepPlace(field.element, text) }
        case .unknown: if let text = line(bytes) { keepExtension(field.name, text) }
        default: break
        }
    }

    /// A plain value: markup gone, one line.
    private func line(_ bytes: Span<UInt8>) -> String? { HTMLText.collapsed(bytes).nonEmpty }

    private mutating func keepSummary(_ field: TextField, _ bytes: Span<UInt8>) {
        let rank = field.element == .summary ? 2 : 1
        guard let text = reader.paragraphs(bytes, kind: field.kind, hasMarkup: field.hasMarkup) else { return }
        if draft != nil {
            draft?.setSummary(text.text.nonEmpty, rank: rank)
            noteImage(text)
            noteLanguage(field)
        } else if rank > feedRanks.summary {
            feed.summary = text.text
            feedRanks.summary = rank
        }
    }

    private mutating func noteImage(_ text: HTMLText) {
        guard draft?.textImage == nil, let image = text.image else { return }
        let resolved = address(image)
        draft?.textImage = resolved
    }

    private mutating func noteLanguage(_ field: TextField) {
        guard let language = field.language, draft?.entry.language == nil else { return }
        draft?.entry.language = language
    }

    private mutating func setTitle(_ title: String?, rank: Int) {
        guard let title else { return }
        if draft != nil {
            draft?.setTitle(title, rank: rank)
        } else if rank > feedRanks.title {
            feed.title = title
            feedRanks.title = rank
        }
    }

    /// Sets the link of what is open. `rank`: the article's own address 4, a page by `rel` 3, an element's text 2.
    mutating func setLink(_ link: String, rank: Int) {
        if draft != nil { draft?.setLink(link, rank: rank) } else { feed.link = link }
    }

    mutating func setImage(_ image: String?, rank: Int) {
        guard let image else { return }
        if draft != nil {
            draft?.setImage(image, rank: rank)
        } else if rank > feedRanks.image {
            feed.image = image
            feedRanks.image = rank
        }
    }

    private mutating func keepLink(_ field: TextField, _ bytes: [UInt8]) {
        // Some escape twice.
        let plain = bytes.firstIndex(ofText: "&amp;") == nil ? bytes : HTMLReferences.decoded(bytes.span)
        guard !plain.trimmed.isEmpty else { return }
        let text = String(decoding: plain, as: UTF8.self)
        if let tag = field.link, !tag.isArticle { return keep(tag, to: text) }
        // Services that count clicks name the article itself beside their own address.
        guard let link = address(text) else { return }
        // A site that is itself named from here says nothing of where it is.
        if draft == nil, field.element == .link, WebAddress.isWeb(text.trimmed) { siteAddress = link }
        if field.element == .link { setLink(link, rank: 2) } else if draft != nil { setLink(link, rank: 4) }
    }

    private mutating func keepIdentifier(_ bytes: Span<UInt8>) {
        guard let text = line(bytes) else { return }
        // Only a path is an address to resolve; a bare word is a word.
        let id = text.hasPrefix("/") ? WebAddress.resolved(text, base: base) ?? text : text
        if draft != nil {
            draft?.entry.id = id
        } else {
            feed.id = id
        }
    }

    private mutating func keepDate(_ element: Element, _ bytes: ArraySlice<UInt8>) {
        guard let date = date(bytes) else { return }
        guard draft != nil else {
            if element == .updated || feed.updated == nil { feed.updated = date }
            return
        }
        switch element {
        case .published: draft?.entry.published = date
        case .updated: draft?.entry.updated = date
        case .created: draft?.created = date
        default: draft?.date = date
        }
    }

    /// What the document says of when it is to be asked for again (RSS 2.0).
    private mutating func keepManners(_ element: Element, _ text: String) {
        switch element {
        case .timeToLive: if let minutes = Int(text), minutes > 0 { feed.timeToLive = minutes }
        // Some count the hours from 1 to 24.
        case .skipHour: if let hour = Int(text), (0...24).contains(hour) { feed.skipHours.insert(hour % 24) }
        default:
            let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
            if let day = days.firstIndex(of: text.lowercased()) { feed.skipDays.insert(day + 1) }
        }
    }

    private mutating func keepLearning(_ element: Element, _ text: String) {
        switch element {
        case .educationLevel: append(text, \.learning.educationLevels)
        case .ageRange: append(text, \.learning.ageRanges)
        case .timeRequired: append(text, \.learning.timesRequired)
        case .audience: append(text, \.learning.audiences)
        default: append(text, \.learning.resourceTypes)
        }
    }

    private mutating func append(_ text: String, _ list: WritableKeyPath<ParsedEntry, [String]>) {
        let outcome = draft?.entry[keyPath: list].add(text, limit: limits.listValues, within: &kept)
        if outcome == .isFull { damage.note(.tooManyValues) }
    }

    /// Adds a category as one line of text.
    mutating func add(tag bytes: Span<UInt8>) {
        guard kept.hasRoomForValues else { return damage.note(.tooManyValues) }
        guard let text = reader.line(bytes, kind: .guessed) else { return }
        if draft != nil {
            append(text, \.tags)
        } else {
            _ = feed.tags.add(text, limit: limits.listValues, within: &kept)
        }
    }

    mutating func add(enclosure url: String, type: String?, length: String?) {
        guard draft != nil, let url = address(url) else { return }
        let type = type?.nonEmpty
        guard draft?.entry.enclosures.count ?? 0 < limits.listValues, kept.takesValue(type ?? "") else {
            return damage.note(.tooManyValues)
        }
        let size = length.flatMap { Int($0.filter(\.isNumber)) }
        draft?.entry.enclosures.append(Enclosure(url: url, type: type, length: size))
        if type?.lowercased().hasPrefix("image/") == true { draft?.setImage(url, rank: 1) }
    }

    mutating func finishAuthor() {
        // A name may hold markup, as any text may; what is nothing else is no name.
        let name = part.name.flatMap { reader.line(Array($0.utf8).span, kind: .guessed) }
        let text = reader.line(part.bytes.span, kind: .guessed)
        guard let written = name ?? text ?? part.email, let line = AuthorName.name(in: written) else { return }
        if draft != nil {
            append(line, \.authors)
        } else {
            _ = feed.authors.add(line, limit: limits.listValues, within: &kept)
        }
    }

    mutating func finishImage() {
        let text = String(decoding: part.bytes[...].trimmed, as: UTF8.self)
        guard let written = part.address ?? (WebAddress.isWeb(text) ? text : nil) else { return }
        setImage(address(written), rank: 1)
    }
}

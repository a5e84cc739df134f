import Content

/// What the less common modules say: licences, places, sources, and what no field stands for.
extension FeedBuilder {
    /// The first licence counts. Atom and Media RSS give an address, others say it in words.
    mutating func keepLicense(_ text: String) {
        guard let license = HTMLText.plainText(of: text, style: .line).nonEmpty, !WebAddress.isUnsafe(license),
            kept.takesField(license.utf8.count)
        else { return }
        if draft != nil {
            if draft?.entry.license == nil { draft?.entry.license = license }
        } else if feed.license == nil {
            feed.license = license
        }
    }

    /// Words on rights count where no licence is named; they are kept under their own name as well.
    mutating func keepRights(_ text: String, of field: TextField) {
        if !field.name.isEmpty { keepExtension(field.name, text) }
        guard kept.takesField(text.utf8.count) else { return }
        if draft != nil {
            if draft?.rights == nil { draft?.rights = text }
        } else if rights == nil {
            rights = text
        }
    }

    mutating func keepPlace(_ element: Element, _ text: String) {
        guard var place = draft.map({ $0.entry.place ?? GeoPlace() }) else { return }
        let numbers = text.split { $0 == " " || $0 == "," }.map { Double($0) }
        switch element {
        case .placeName: place.name = text
        case .latitude: place.latitude = degrees(numbers.first, within: 90)
        case .longitude: place.longitude = degrees(numbers.first, within: 180)
        default:
            guard numbers.count == 2 else { return damage.note(.brokenValue) }
            place.latitude = degrees(numbers[0], within: 90)
            place.longitude = degrees(numbers[1], within: 180)
        }
        draft?.entry.place = place
    }

    private mutating func degrees(_ number: Double??, within bound: Double) -> Double? {
        guard let number, let number, (-bound...bound).contains(number) else {
            damage.note(.brokenValue)
            return nil
        }
        return number
    }

    mutating func finishSource() {
        let title = part.name ?? reader.line(part.bytes.span, kind: .guessed)
        let link = part.address.flatMap { address($0) }
        if title != nil || link != nil { draft?.entry.source = EntrySource(title: title, link: link) }
    }

    /// Keeps a text under the name of its element.
    mutating func keepExtension(_ name: String, _ text: String) {
        let outcome =
            draft != nil
            ? draft?.entry.extensions.add(text, under: name, limit: limits.listValues, within: &kept)
            : feed.extensions.add(text, under: name, limit: limits.listValues, within: &kept)
        if outcome == .isFull { damage.note(.tooManyValues) }
    }
}

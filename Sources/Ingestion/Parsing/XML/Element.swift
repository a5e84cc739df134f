/// What an element of a feed means, whatever its format, namespace and spelling.
enum Element: UInt8 {
    // Structure.
    case rss, rdf, atomFeed, channel, entry, transparent, ignored
    // Texts.
    case title, summary, content
    case secondTitle, secondSummary
    // Values.
    case link, originalLink, id, published, updated, created, date, author, contributor, name, email, category, tagList,
        keywordList
    case language, image, imageAddress, enclosure, url
    case mediaContent, mediaThumbnail, itunesImage, itunesCategory
    // Learning.
    case educationLevel, ageRange, timeRequired, audience, resourceType
    // What other modules say.
    case timeToLive, skipHour, skipDay
    case source, license, rights, commentCount, replyTo, point, latitude, longitude, placeName
    // Anything else.
    case markup, unknown

    /// The meaning of a name (lower case) in a vocabulary.
    static func named(_ name: String, in vocabulary: Vocabulary) -> Element {
        switch vocabulary {
        case .core: core[name] ?? .unknown
        case .dublinCore: dublinCore[name] ?? .unknown
        case .terms: terms[name] ?? dublinCore[name] ?? .unknown
        case .content: name == "encoded" ? .content : .unknown
        case .media: media[name] ?? .unknown
        case .itunes: itunes[name] ?? .unknown
        case .xhtml: name == "body" || name == "div" ? .content : .markup
        case .rdf: name == "rdf" ? .rdf : .transparent
        case .learning: learning[name] ?? .unknown
        case .lom: lom[name] ?? .unknown
        case .slash: name == "comments" ? .commentCount : .unknown
        case .threads: name == "total" ? .commentCount : name == "in-reply-to" ? .replyTo : .unknown
        case .geo: geo[name] ?? .unknown
        case .license: name == "license" ? .license : .unknown
        case .feedburner, .pheedo: name == "origlink" ? .originalLink : .unknown
        default: .unknown
        }
    }

    /// Whether a name (lower case) means something in any vocabulary.
    static func isKnown(_ name: String) -> Bool {
        name == "encoded" || name == "origlink"
            || [core, dublinCore, terms, media, itunes, learning, lom].contains { $0[name] != nil }
    }

    private static let core: [String: Element] = [
        "rss": .rss, "rdf": .rdf, "feed": .atomFeed, "channel": .channel, "item": .entry, "entry": .entry,
        "items": .transparent, "title": .title, "description": .summary, "summary": .summary, "tagline": .summary,
        "subtitle": .summary, "info": .secondSummary, "abstract": .summary, "content": .content, "body": .content,
        "fullitem": .content, "encoded": .content, "link": .link, "guid": .id, "id": .id, "pubdate": .published,
        "published": .published, "issued": .published, "publishdate": .published, "publicationdate": .published,
        "updated": .updated, "modified": .updated, "lastbuilddate": .updated, "lastmod": .updated,
        "created": .created, "date": .date, "author": .author, "managingeditor": .author, "contributor": .contributor,
        "name": .name, "email": .email, "homepage": .ignored, "uri": .ignored, "url": .url,
        "category": .category, "tags": .tagList, "tag": .category, "keywords": .keywordList, "enclosure": .enclosure,
        "image": .image, "logo": .imageAddress, "icon": .ignored, "textinput": .ignored, "source": .source,
        "generator": .ignored, "language": .language, "rights": .rights, "copyright": .rights,
        "cloud": .ignored, "skiphours": .transparent, "skipdays": .transparent, "hour": .skipHour, "day": .skipDay,
        "webmaster": .ignored, "ttl": .timeToLive,
        "docs": .ignored, "thumbnail": .mediaThumbnail,
    ]

    private static let dublinCore: [String: Element] = [
        "title": .secondTitle, "creator": .author, "author": .author, "date": .date, "subject": .category,
        "description": .secondSummary, "language": .language, "contributor": .contributor, "rights": .rights,
    ]

    private static let terms: [String: Element] = [
        "created": .created, "issued": .published, "modified": .updated, "available": .created,
        "educationlevel": .educationLevel, "audience": .audience, "mediator": .unknown, "abstract": .secondSummary,
        "license": .license,
    ]

    private static let media: [String: Element] = [
        "group": .transparent, "content": .mediaContent, "thumbnail": .mediaThumbnail, "title": .secondTitle,
        "description": .secondSummary, "category": .category, "keywords": .keywordList, "license": .license,
        "copyright": .rights,
    ]

    private static let geo: [String: Element] = [
        "point": .point, "where": .transparent, "pos": .point, "lat": .latitude, "long": .longitude,
        "featurename": .placeName,
    ]

    private static let itunes: [String: Element] = [
        "author": .author, "summary": .secondSummary, "subtitle": .secondSummary, "category": .itunesCategory,
        "keywords": .keywordList, "image": .itunesImage, "title": .secondTitle, "owner": .ignored,
    ]

    private static let learning: [String: Element] = [
        "educationallevel": .educationLevel, "typicalagerange": .ageRange, "timerequired": .timeRequired,
        "educationalrole": .audience, "audience": .audience, "learningresourcetype": .resourceType,
    ]

    private static let lom: [String: Element] = [
        "lom": .transparent, "educational": .transparent, "context": .educationLevel, "typicalagerange": .ageRange,
        "typicallearningtime": .timeRequired, "intendedenduserrole": .audience, "learningresourcetype": .resourceType,
    ]
}

/// The vocabularies (namespaces) that the parser knows, told by their URIs and, for undeclared ones, by the usual prefix.
enum Vocabulary: UInt8 {
    /// RSS and Atom in all their namespaces, and none.
    case core
    case dublinCore
    case terms
    case content
    case media
    case itunes
    case xhtml
    case rdf
    case learning
    case lom
    case slash
    case threads
    case geo
    case license
    case wellFormedWeb
    case feedburner
    case pheedo
    case podcast
    case xml
    /// Any other.
    case foreign

    /// The vocabulary of a namespace URI; nil for one that is not known. URIs differ in case and slashes in the wild.
    static func known(uri: String) -> Vocabulary? {
        var key = uri.lowercased()[...]
        if key.hasPrefix("https://") { key = "http://" + key.dropFirst(8) }
        while let last = key.last, last == "/" || last == "#" { key = key.dropLast() }
        switch key {
        case "", "http://purl.org/rss/1.0", "http://my.netscape.com/rdf/simple/0.9", "http://purl.org/net/rss1.1",
            "http://channel.netscape.com/rdf/simple/0.9", "http://my.netscape.com/publish/formats/rss-0.91.dtd",
            "http://backend.userland.com/rss", "http://backend.userland.com/rss2", "http://purl.org/rss/2.0",
            "http://backend.userland.com/blogchannelmodule", "http://blogs.law.harvard.edu/tech/rss",
            "http://backend.userland.com/rss091", "http://backend.userland.com/rss092", "http://cyber.harvard.edu/rss",
            "http://www.w3.org/2005/atom", "http://purl.org/atom/ns", "http://purl.org/atom", "http://purl.org/echo",
            "http://purl.org/pie", "uri/of/echo/namespace", "http://example.com/newformat", "http://example.com/necho":
            return .core
        case "http://purl.org/dc/elements/1.1", "http://purl.org/dc/elements/1.0",
            "http://dublincore.org/documents/dcmi-namespace":
            return .dublinCore
        case "http://purl.org/dc/terms", "http://dublincore.org/documents/dcmi-terms": return .terms
        case "http://purl.org/rss/1.0/modules/content": return .content
        case "http://search.yahoo.com/mrss", "http://video.search.yahoo.com/mrss", "http://tools.search.yahoo.com/mrss":
            return .media
        case "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://www.itunes.com/dtds/pluspodcast-1.0.dtd",
            "http://example.com/dtds/podcast-1.0.dtd":
            return .itunes
        case "http://www.w3.org/1999/xhtml": return .xhtml
        case "http://www.w3.org/1999/02/22-rdf-syntax-ns": return .rdf
        case "http://schema.org", "http://purl.org/dcx/lrmi-terms", "http://lrmi.net/the-specification",
            "http://www.lrmi.net/the-specification", "http://purl.org/dcx/lrmi-vocabs/educationaluse":
            return .learning
        case "http://ltsc.ieee.org/xsd/lom", "http://www.imsglobal.org/xsd/imsmd_v1p2",
            "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1":
            return .lom
        case "http://purl.org/rss/1.0/modules/slash": return .slash
        case "http://purl.org/syndication/thread/1.0": return .threads
        case "http://www.georss.org/georss", "http://www.opengis.net/gml", "http://www.w3.org/2003/01/geo/wgs84_pos":
            return .geo
        case "http://backend.userland.com/creativecommonsrssmodule", "http://web.resource.org/cc",
            "http://creativecommons.org/ns", "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html":
            return .license
        case "http://wellformedweb.org/commentapi": return .wellFormedWeb
        case "http://rssnamespace.org/feedburner/ext/1.0": return .feedburner
        case "http://www.pheedo.com/namespace/pheedo": return .pheedo
        case "http://podcastindex.org/namespace/1.0": return .podcast
        case "http://www.w3.org/xml/1998/namespace": return .xml
        default: return nil
        }
    }

    /// The vocabulary that an undeclared prefix usually stands for.
    static func usual(prefix: String) -> Vocabulary {
        switch prefix.lowercased() {
        case "atom", "atom10", "rss", "a10": .core
        case "dc": .dublinCore
        case "dcterms", "dct": .terms
        case "content": .content
        case "media": .media
        case "itunes": .itunes
        case "xhtml", "body": .xhtml
        case "rdf": .rdf
        case "schema", "lrmi": .learning
        case "lom": .lom
        case "slash": .slash
        case "thr": .threads
        case "georss", "geo", "gml": .geo
        case "creativecommons", "cc": .license
        case "wfw": .wellFormedWeb
        case "feedburner": .feedburner
        case "pheedo": .pheedo
        case "podcast": .podcast
        default: .foreign
        }
    }

    /// The prefix under which elements of the vocabulary are kept as extensions; nil for the document's own prefix.
    var prefix: String? {
        switch self {
        case .core: ""
        case .dublinCore: "dc"
        case .terms: "dcterms"
        case .content: "content"
        case .media: "media"
        case .itunes: "itunes"
        case .learning: "schema"
        case .lom: "lom"
        case .slash: "slash"
        case .threads: "thr"
        case .license: "creativeCommons"
        case .wellFormedWeb: "wfw"
        case .feedburner: "feedburner"
        case .pheedo: "pheedo"
        case .podcast: "podcast"
        case .rdf: "rdf"
        case .geo, .xhtml, .xml, .foreign: nil
        }
    }
}

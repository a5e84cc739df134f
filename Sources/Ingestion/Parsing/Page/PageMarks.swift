/// What pages call their parts, as far as it tells an article from what stands beside it. The words are those that publishing systems
/// use; a page that uses none of them is judged by its text alone.
enum PageMarks {
    /// What a part of a page is, by its name.
    struct Parts: OptionSet {
        let rawValue: UInt8
        /// It holds an article's text.
        static let body = Parts(rawValue: 1)
        /// It leads into an article.
        static let lead = Parts(rawValue: 2)
        /// It stands beside one.
        static let beside = Parts(rawValue: 4)
        /// It holds what readers say, or other articles: it may be longer than the article.
        static let others = Parts(rawValue: 8)
    }

    /// Elements whose text nobody reads.
    static let silent: Set<String> = [
        "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "option", "textarea", "input",
        "video",
        "audio", "canvas", "head", "title", "map", "applet", "datalist", "progress", "meter",
    ]
    /// Elements that HTML has for what stands beside an article. Where the end of one is missing it holds all the rest.
    static let besideElements: Set<String> = [
        "nav", "footer", "aside", "dialog", "menu", "button", "select", "figcaption",
    ]

    /// What a part is by its class, id, role and property.
    static func parts(_ marks: String) -> Parts {
        guard !marks.isEmpty else { return [] }
        var parts: Parts = []
        for name in marks.split(separator: " ") {
            var before: String?
            for word in name.split(whereSeparator: { !$0.isLetter }).map(String.init) {
                parts.formUnion(words[word] ?? [])
                if let before { parts.formUnion(words[before + " " + word] ?? []) }
                before = word
            }
        }
        return parts
    }

    /// The first of its names that tells an article's text, without its numbers: parts of one kind have the same. Empty: none does.
    static func kind(_ marks: String) -> String {
        marks.split(separator: " ").map { String($0.filter { !$0.isNumber }) }.first { parts($0).contains(.body) } ?? ""
    }

    /// Names in lower case, with a hyphen where a capital begins a word: `relatedPosts` is `related-posts`.
    static func words(of names: String) -> String {
        var out = ""
        var wasSmall = false
        for character in names {
            if character.isUppercase, wasSmall { out.append("-") }
            wasSmall = character.isLowercase
            out.append(contentsOf: character.lowercased())
        }
        return out
    }

    /// Words, and two words that follow each other, with what they tell.
    private static let words: [String: Parts] = [
        (Parts.body, bodyNames), (.lead, leadNames), (.beside, besideNames), (.others, otherNames),
    ].reduce(into: [:]) { table, names in for name in names.1 { table[name, default: []].formUnion(names.0) } }

    private static let bodyNames = [
        "articlebody", "article body", "entry content", "post content", "post body", "postcontent", "postbody",
        "article content", "article text", "articletext", "story body", "storybody", "story content", "article copy",
        "blog content", "content body", "body content", "name body", "parser output", "rich text", "richtext",
        "body text",
        "bodytext", "body copy", "bodycopy", "text body", "entry body", "main text", "article main", "wysiwyg", "prose",
        "story text", "content article",
    ]
    private static let leadNames = [
        "lead", "lede", "leadin", "standfirst", "summary", "subtitle", "subhead", "subheadline", "subheading", "dek",
        "deck", "intro", "introduction", "excerpt", "description", "teaser", "bajada", "entradilla", "chapo", "ingress",
        "vorspann", "abstract", "first paragraph",
    ]
    private static let besideNames = [
        "sidebar", "side bar", "sidebox", "footer", "foot", "related", "recommended", "recommendation",
        "recommendations",
        "share", "shares", "sharing", "sharebar", "social", "newsletter", "newsletters", "subscribe", "subscription",
        "signup", "sign up", "login", "log in", "paywall", "donate", "donation", "cta", "call action", "promo",
        "promos",
        "promotion", "sponsor", "sponsors", "sponsored", "advert", "adverts", "advertisement", "advertising",
        "breadcrumb",
        "breadcrumbs", "cookie", "cookies", "consent", "gdpr", "popup", "modal", "notification", "banner", "disclaimer",
        "pagination", "pager", "menu", "nav", "navigation", "navbar", "navbox", "toolbar", "masthead", "skip",
        "jump to",
        "dropdown", "tooltip", "search", "byline", "bylines", "bio", "about author", "author bio", "author box",
        "author info", "author card", "contributor", "contributors", "credit", "credits", "copyright", "attribution",
        "tags", "taglist", "tagcloud", "tag list", "tag cloud", "post tags", "entry tags", "article tags", "meta",
        "postmeta", "widget", "widgets", "trending", "most read", "most popular", "more news", "more stories",
        "more on",
        "read more", "readmore", "read next", "readnext", "up next", "also like", "also read", "see also", "you may",
        "outbrain", "taboola", "rating", "ratings", "vote", "poll", "survey", "feedback", "reply", "caption",
        "captions",
        "slideshow", "carousel", "vishidden", "screen reader", "sr only", "visually hidden", "print", "noprint", "toc",
        "table contents", "reflist", "references", "editsection", "catlinks", "hatnote", "infobox", "aside",
    ]
    private static let otherNames = [
        "comment", "comments", "commentlist", "disqus", "replies", "respond", "discussion", "related", "recommended",
        "sidebar", "footer", "newsletter", "trending", "outbrain", "taboola",
    ]
}

import Content

/// Reads feed documents: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed, damaged or not.
///
/// A pure function of its arguments: no clock, no network, no state between calls.
public struct FeedParser: Sendable {
    /// The bounds within which it works.
    public let limits: ParsingLimits

    /// What becomes of the texts.
    public let texts: TextTreatment

    /// A parser with bounds.
    package init(limits: ParsingLimits = .standard, texts: TextTreatment = .cleaned) {
        self.limits = limits
        self.texts = texts
    }

    /// The feed in a document, and what had to be repaired in it.
    ///
    /// - Parameters:
    ///   - bytes: the document as it came, in any encoding. A caller that keeps no copy spares one.
    ///   - address: how findings name the feed: its address, or the path of its file.
    ///   - charset: the encoding that the server names, as it writes it.
    ///   - baseURL: the absolute address that relative ones are resolved against, where the document names none.
    /// - Returns: the feed, with one finding a kind of damage. A document that is empty, or XML or JSON of another kind, gives a feed
    ///   of the format ``FeedFormat/none`` and an error among the findings: a server that has nothing to say is not
    ///   a reason to stop.
    /// - Throws: ``FeedParseError`` for a web page and for bytes that are neither XML nor JSON.
    public func parse(
        _ bytes: consuming [UInt8], address: String, baseURL: String? = nil, charset: String? = nil
    ) throws(FeedParseError) -> (feed: ParsedFeed, findings: [Finding]) {
        var decoder = ByteDecoder(limit: limits.decodedBytes, charset: charset)
        let text = decoder.utf8(consume bytes)
        var damage = decoder.damage
        guard let first = text.first(where: { !$0.isXMLSpace && $0 != 0 }) else {
            return nothing(.documentIsEmpty(of: address))
        }
        if first == UInt8(ascii: "{") {
            var reader = JSONFeedReader(base: baseURL, limits: limits, texts: texts)
            guard let feed = reader.read(text) else {
                if reader.isRSS { throw .rssInJSON }
                return nothing(.documentIsNoJSONFeed(of: address))
            }
            damage.merge(reader.damage)
            return (feed, damage.findings(at: address))
        }
        guard var repair = MarkupRepair(text, limits: limits) else {
            if text.span.firstIndex(ofText: "<html", from: 0) != nil { throw .webPage }
            guard first == UInt8(ascii: "<") else { throw .notAFeed }
            return nothing(.documentIsOtherXML(of: address))
        }
        let receiver = FeedReceiver(FeedBuilder(base: baseURL, limits: limits, texts: texts))
        guard let driver = SAXDriver(receiver: receiver) else { throw .noParser }
        while repair.next() { driver.push(repair.output, repair.texts) }
        driver.finish()
        receiver.builder.finishDocument()
        damage.merge(repair.damage)
        damage.merge(receiver.builder.damage)
        return (receiver.builder.feed, damage.findings(at: address))
    }

    /// A feed without anything, and why.
    private func nothing(_ reason: Finding) -> (feed: ParsedFeed, findings: [Finding]) {
        (ParsedFeed(format: .none), [reason])
    }
}

/// What becomes of titles, summaries, contents and categories.
public enum TextTreatment: Sendable {
    /// They become plain text without anything executable or remote. For everything that is kept or shown.
    case cleaned
    /// They stay as the document writes them, markup and all. For measuring only: such a text is not safe to show.
    case asWritten
}

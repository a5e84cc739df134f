/// A page of the web, read for what it says: the text of its article, and the feeds that it names.
///
/// A pure function of the bytes. What is read here is for measuring and finding; nothing of it is ever shown as the article.
public struct ArticlePage: Hashable, Sendable {
    /// The article's title, without the name of the site; nil where the page has none.
    public var title: String?
    /// The paragraphs of the article, a line each; empty where there is none.
    public var text: String
    /// The page's language, as it declares it.
    public var language: String?
    /// The feeds that it names, absolute, those that it declares first.
    public var feeds: [Feed]

    /// A feed that a page names.
    public struct Feed: Hashable, Sendable {
        /// Its address.
        public var address: String
        /// What the page calls it.
        public var title: String?
        /// Whether the page says that it is its feed; else it only links to it.
        public var isDeclared: Bool
    }

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - bytes: the page as it came, in any encoding.
    ///   - address: its own address, against which links are resolved.
    ///   - charset: the encoding that the server names.
    public init(_ bytes: consuming [UInt8], address: String? = nil, charset: String? = nil) {
        let label = charset ?? ArticlePage.declaredCharset(in: bytes)
        var decoder = ByteDecoder(limit: ParsingLimits.standard.decodedBytes, charset: label)
        let tree = PageTreeReader.tree(of: decoder.utf8(consume bytes))
        title = PageTitle.title(of: tree)
        text = MainText.paragraphs(of: tree).joined(separator: "\n")
        language = tree.language
        feeds = FeedLinks.addresses(in: tree, base: address)
    }

    /// The encoding that a `<meta>` in the first kilobytes names.
    private static func declaredCharset(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4_096)
        guard let key = head.firstIndex(ofText: "charset=") else { return nil }
        let label = head[(key + 8)...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0.isXMLSpace }
            .prefix {
                $0 > 0x20
                    && ![
                        UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ">"), UInt8(ascii: ";"), UInt8(ascii: "/"),
                    ].contains($0)
            }
        return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
    }
}

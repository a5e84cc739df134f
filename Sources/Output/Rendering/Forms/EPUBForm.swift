import Content

/// A list as an EPUB 3 book: titles, summaries, reasons and links, for readers without a network.
enum EPUBForm {
    static func bytes(of list: ListInWords, _ document: ListDocument) throws(ZipError) -> [UInt8] {
        try ZipArchive.bytes(
            of: [
                .init(name: "META-INF/container.xml", bytes: container),
                .init(name: "EPUB/package.opf", bytes: package(list, document)),
                .init(name: "EPUB/nav.xhtml", bytes: navigation(list)),
                .init(name: "EPUB/list.xhtml", bytes: page(list)),
                .init(name: "EPUB/style.css", bytes: Array(style.utf8)),
            ], mimetype: "application/epub+zip")
    }

    private static let style = """
        body { line-height: 1.4; margin: 1em; }
        .small { font-size: 0.85em; }
        .why { font-style: italic; }
        section { margin-top: 1.5em; }
        """

    private static var container: [UInt8] {
        var xml = XMLText()
        xml.raw("<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n<rootfiles>\n")
        xml.element(
            "rootfile", [("full-path", "EPUB/package.opf"), ("media-type", "application/oebps-package+xml")])
        xml.raw("</rootfiles>\n</container>\n")
        return xml.bytes
    }

    private static func package(_ list: ListInWords, _ document: ListDocument) -> [UInt8] {
        var xml = XMLText()
        xml.raw("<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\"")
        xml.raw(" xml:lang=\"\(list.language)\" dir=\"\(list.direction.rawValue)\">\n")
        xml.raw("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n")
        xml.element("dc:identifier", [("id", "id")], "urn:gleaner:list:\(document.edition):\(document.listCode)")
        xml.element("dc:title", [], "\(list.heading) – \(list.date)")
        xml.element("dc:language", [], list.language)
        for maker in list.origin.prefix(1) { xml.element("dc:publisher", [], maker) }
        xml.element("meta", [("property", "dcterms:modified")], document.made.iso)
        xml.raw("</metadata>\n<manifest>\n")
        let files = [
            ("nav", "nav.xhtml", "application/xhtml+xml", "nav"), ("list", "list.xhtml", "application/xhtml+xml", ""),
            ("style", "style.css", "text/css", ""),
        ]
        for (id, file, type, properties) in files {
            xml.element("item", [("id", id), ("href", file), ("media-type", type), ("properties", properties)])
        }
        let progression = list.direction == .rightToLeft ? " page-progression-direction=\"rtl\"" : ""
        xml.raw("</manifest>\n<spine\(progression)>\n<itemref idref=\"list\"/>\n</spine>\n</package>\n")
        return xml.bytes
    }

    private static func open(_ list: ListInWords) -> XMLText {
        var xml = XMLText()
        xml.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"")
        xml.raw(" xmlns:epub=\"http://www.idpf.org/2007/ops\" xml:lang=\"\(list.language)\" lang=\"\(list.language)\"")
        xml.raw(" dir=\"\(list.direction.rawValue)\">\n<head>\n")
        xml.element("title", [], list.heading)
        xml.raw("<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body>\n")
        return xml
    }

    private static func navigation(_ list: ListInWords) -> [UInt8] {
        var xml = open(list)
        xml.raw("<nav epub:type=\"toc\">\n")
        xml.element("h1", [], list.heading)
        xml.raw("<ol>\n<li><a href=\"list.xhtml\">")
        xml.text(list.heading)
        xml.raw("</a>")
        if !list.items.isEmpty {
            xml.raw("\n<ol>\n")
            for item in list.items {
                xml.raw("<li><a href=\"list.xhtml#item\(item.place)\">")
                xml.text(item.title)
                xml.raw("</a></li>\n")
            }
            xml.raw("</ol>\n")
        }
        xml.raw("</li>\n</ol>\n</nav>\n</body>\n</html>\n")
        return xml.bytes
    }

    private static func page(_ list: ListInWords) -> [UInt8] {
        var xml = open(list)
        xml.element("h1", [], list.heading)
        xml.element("p", [("class", "small")], ([list.date] + list.origin).joined(separator: " · "))
        xml.element("p", [], list.greeting)
        xml.element("p", [("class", "small")], list.overview)
        for notice in list.notices { xml.element("p", [("class", "small")], notice) }
        for item in list.items { write(item, list, to: &xml) }
        xml.raw("<section>\n")
        xml.element("p", [], list.sayHow)
        xml.element("h2", [], list.dataHeading)
        for line in list.data { xml.element("p", [], line) }
        xml.element("p", [], list.stop)
        xml.element("p", [("class", "small")], list.footer.joined(separator: " · "))
        xml.raw("</section>\n</body>\n</html>\n")
        return xml.bytes
    }

    private static func write(_ item: ListInWords.Item, _ list: ListInWords, to xml: inout XMLText) {
        xml.raw("<section id=\"item\(item.place)\">\n<h2>\(item.place). ")
        if let url = item.url {
            xml.raw("<a href=\"")
            xml.text(url)
            xml.raw("\">")
        }
        xml.element("bdi", [("xml:lang", item.language), ("lang", item.language), ("dir", "auto")], item.title)
        if item.url != nil { xml.raw("</a>") }
        xml.raw("</h2>\n")
        xml.element("p", [("class", "small"), ("dir", "auto")], "\(item.feed) · \(item.measure)")
        xml.element("p", [("class", "small")], item.linkMissing ?? "", unlessEmpty: true)
        xml.element(
            "p", [("xml:lang", item.language), ("lang", item.language), ("dir", "auto")], item.summary,
            unlessEmpty: true)
        xml.element("p", [("class", "why")], item.reason, unlessEmpty: true)
        xml.element("p", [("class", "small")], "\(list.code): \(item.code)")
        xml.raw("</section>\n")
    }
}

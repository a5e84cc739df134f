import Foundation

@testable import FeedParsing

/// A document that was made to cost as much as it can, put together from pieces that repeat.
struct HostileDocument {
    private(set) var bytes: [UInt8] = []

    /// An item that every document should keep, however hostile the rest is.
    static let goodItem = "<item><title>Peas</title><link>https://garden.example/peas</link></item>"

    /// A document that begins so.
    init(_ start: String = "") { add(start) }

    /// A document of bytes.
    init(bytes: [UInt8]) { self.bytes = bytes }

    /// An RSS feed; ``endFeed()`` ends it.
    static func rss(before: String = "") -> HostileDocument {
        HostileDocument(before + "<rss version=\"2.0\"><channel><title>Hostile</title>")
    }

    /// An RSS feed with one item, whose body is this text so many times.
    static func rss(body: String, times: Int, around: (String, String) = ("", "")) -> HostileDocument {
        var document = rss()
        document.addItem(body: body, times: times, around: around)
        document.endFeed()
        return document
    }

    /// A piece so many times.
    mutating func add(_ piece: String, times: Int = 1) {
        let unit = Array(piece.utf8)
        guard !unit.isEmpty, times > 0 else { return }
        // Twice as much each time: a loop without optimisation would take longer than what is tested.
        var block = unit
        var count = 1
        while count * 2 <= times, block.count < 1_000_000 {
            block += block
            count *= 2
        }
        for _ in 0..<(times / count) { bytes += block }
        bytes += block.prefix(times % count * unit.count)
    }

    /// Two pieces with the numbers 0, 1, 2 … between them.
    mutating func addNumbered(_ start: String, _ end: String, count: Int) {
        let (start, end) = (Array(start.utf8), Array(end.utf8))
        for number in 0..<count {
            bytes.append(contentsOf: start)
            bytes.append(contentsOf: String(number).utf8)
            bytes.append(contentsOf: end)
        }
    }

    /// An item with a body.
    mutating func addItem(
        body: String, times: Int, in element: String = "description", around: (String, String) = ("", "")
    ) {
        add(element == "title" ? "<item>" : "<item><title>First</title>")
        add("<\(element)>\(around.0)")
        add(body, times: times)
        add("\(around.1)</\(element)></item>")
    }

    /// The good item, and the end of an RSS feed.
    mutating func endFeed() { add(Self.goodItem + "</channel></rss>") }
}

extension HostileDocument {
    /// The bounds of the issue, times ten for time, because a build without optimisation is that much slower.
    static let mostSeconds = 10.0
    /// Twice the bound: memory does not depend on how busy a machine is.
    static let mostMegabytes = 128.0

    /// Has the program parse the document.
    func parse() throws -> MeasuredRun {
        try MeasuredRun.inFolder { folder in
            let file = folder.appending(path: "document")
            try Data(bytes).write(to: file)
            return try MeasuredRun(["feeds", "parse", "--json", file.path], in: folder, documentBytes: bytes.count)
        }
    }
}

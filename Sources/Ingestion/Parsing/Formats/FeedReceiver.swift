import CLibXML2

/// Hands the XML library's events to a builder. The builder is a value, so that each event is one access to it.
final class FeedReceiver: MarkupReceiver {
    var builder: FeedBuilder

    init(_ builder: FeedBuilder) { self.builder = builder }

    override func start(_ tag: TagView) { builder.start(tag) }
    override func end() { builder.end() }
    override func text(_ bytes: UnsafeBufferPointer<xmlChar>) { builder.text(bytes) }
    override func parserError() { builder.damage.note(.parserError) }
}

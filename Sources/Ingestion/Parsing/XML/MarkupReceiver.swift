import CLibXML2

/// What the XML library's events are handed to. A class, because the library's callbacks reach it through a pointer and
/// cannot be generic; each kind of document has its own.
class MarkupReceiver {
    /// A start tag; the view holds during the call only.
    func start(_ tag: TagView) {}
    /// The end of the innermost element.
    func end() {}
    /// A piece of text; the bytes hold during the call only.
    func text(_ bytes: UnsafeBufferPointer<xmlChar>) {}
    /// The library met what it calls a fatal error, and goes on.
    func parserError() {}
}

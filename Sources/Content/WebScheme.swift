extension StringProtocol {
    /// Whether a text is the address of something on the web: it begins with `http://` or `https://`, in any case. A path does not.
    public var isWebAddress: Bool { webScheme != nil }

    /// What a web address begins with, in lower case: `http://` or `https://`; nil for any other text.
    package var webScheme: String? {
        // By characters: a mark after the slashes makes them something else.
        let start = prefix(8).lowercased()
        return start.hasPrefix("https://") ? "https://" : start.hasPrefix("http://") ? "http://" : nil
    }
}

import Content

/// What is found while a document is read, or a list of feeds. The words of each kind of damage stand with it (``Damage``).
extension Finding {
    /// Told once for each kind of damage that a document has, when all of it is read.
    static func damaged(_ feed: String, by damage: Damage, times count: Int) -> Finding {
        let times = count == 1 ? "" : " (\(count) times)"
        return Finding(
            damage.severity, at: .feed(feed), damage.problem + times,
            remedy: damage.severity == .note ? "" : "Tell the feed's publisher if an article is missing or odd.")
    }

    /// Told of a document that has nothing but blanks in it.
    static func documentIsEmpty(of feed: String) -> Finding { noFeed(at: feed, "The document is empty.") }

    /// Told of JSON that is of another kind.
    static func documentIsNoJSONFeed(of feed: String) -> Finding {
        noFeed(at: feed, "This is JSON, but not a JSON Feed.")
    }

    /// Told of XML that is of another kind.
    static func documentIsOtherXML(of feed: String) -> Finding {
        noFeed(at: feed, "This is XML, but there is no feed in it.")
    }

    private static func noFeed(at feed: String, _ problem: String) -> Finding {
        Finding(.error, at: .feed(feed), problem, remedy: "Check the feed's address.")
    }
}

extension Finding {
    /// Told of an outline whose address is longer than any that is fetched; of the address only its beginning is shown.
    static func addressIsTooLong(_ address: String) -> Finding {
        Finding(
            .warning, at: .feed(String(address.prefix(80))), "the address is too long; the feed was left out.")
    }

    /// Told once a list, of the first feed that has no room any more.
    static func tooManyFeedsInList(from address: String) -> Finding {
        Finding(
            .error, at: .feed(address), "there are too many feeds in the list; those from here on were left out.")
    }

    /// Told of an outline whose audience is no grade.
    static func audienceIsNoGrade(of address: String, _ audience: String) -> Finding {
        Finding(
            .warning, at: .feed(address), "the audience '\(audience.prefix(80))' is not \(GradeRange.expected).",
            remedy: "Until it is, nobody counts as having reviewed the feed.")
    }
}

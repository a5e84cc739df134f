import Content

/// What a reader says about an item with one tap or one line of mail.
public enum MailedWish: String, Hashable, Codable, Sendable, CaseIterable {
    /// More like this.
    case more
    /// Less like this.
    case less
    /// It was too easy.
    case tooEasy = "too-easy"
    /// It was too hard.
    case tooHard = "too-hard"
}

/// How a list is answered by mail: the subjects that the list's own links fill in, the same in every language.
///
/// `LIST PLACE CODE WISH` about an item (`R7K2 3 H4XQZ more`), `LIST topic` with the topic in the body, `LIST stop`.
public enum SayBack {
    /// The subject that says something about an item.
    public static func subject(listCode: String, place: Int, code: ItemCode, wish: MailedWish) -> String {
        "\(listCode) \(place) \(code) \(wish.rawValue)"
    }

    /// The subject that asks for a topic, which stands in the body.
    public static func topicSubject(listCode: String) -> String { "\(listCode) topic" }

    /// The subject that stops the lists.
    public static func stopSubject(listCode: String) -> String { "\(listCode) stop" }

    /// The links below the items of one list. Their common part is encoded once, for there are four an item.
    struct ItemLinks {
        private let start: String

        /// The links of a list to the address that wishes go to.
        init(to address: String, listCode: String) {
            start = SayBack.link(to: address, subject: listCode + " ")
        }

        /// The link about an item, up to the wish, which needs no encoding.
        func link(place: Int, code: ItemCode) -> String {
            "\(start)\(place)%20\(SafeLink.mailtoComponent(code.rawValue))%20"
        }
    }

    /// The `mailto:` link to an address with a subject and, if it is not empty, the beginning of a body.
    static func link(to address: String, subject: String, body: String = "") -> String {
        var link = "mailto:\(address)?subject=\(SafeLink.mailtoComponent(subject))"
        if !body.isEmpty { link += "&body=\(SafeLink.mailtoComponent(body))" }
        return link
    }
}

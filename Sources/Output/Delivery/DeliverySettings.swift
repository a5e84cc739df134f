import Content

/// What a school decides about mail and print.
public struct DeliverySettings: Hashable, Sendable {
    /// The school's name.
    public var school: String
    /// The language of pages and mails for learners of whom none is known.
    public var language: String
    /// The sender; nil: no mail is made.
    public var from: MailAddress?
    /// Where wishes go; nil: to the sender.
    public var wishes: MailAddress?
    /// The domain that names the list.
    public var listDomain: String
    /// The address of one-click unsubscription.
    public var oneClick: String?
    /// Who is written to.
    public var policy: MailPolicy
    /// The paper of printed pages.
    public var paper: Paper
    /// The classes that get pages; nil: all.
    public var printedClasses: Set<String>?

    /// Settings by their values.
    public init(
        school: String, language: String, from: MailAddress?, wishes: MailAddress?, listDomain: String,
        oneClick: String?, policy: MailPolicy, paper: Paper, printedClasses: Set<String>?
    ) {
        self.school = school
        self.language = language
        self.from = from
        self.wishes = wishes
        self.listDomain = listDomain
        self.oneClick = oneClick
        self.policy = policy
        self.paper = paper
        self.printedClasses = printedClasses
    }
}

/// The school's renderers, with its templates and wordings.
public struct Renderers: Sendable {
    /// Mails.
    public var mail: MailRenderer
    /// Printed pages.
    public var print: PrintRenderer
    /// JSON Lines.
    public var jsonLines: JSONLinesRenderer

    /// Renderers by their kinds.
    public init(mail: MailRenderer, print: PrintRenderer, jsonLines: JSONLinesRenderer) {
        self.mail = mail
        self.print = print
        self.jsonLines = jsonLines
    }
}

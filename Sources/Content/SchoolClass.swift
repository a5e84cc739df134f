/// A class of the school: its teacher and how its lists are led.
public struct SchoolClass: Hashable, Codable, Sendable {
    /// The class's name, as `learners.csv` uses it.
    public var name: String
    /// The teacher's name, as it is to be printed.
    public var teacher: String?
    /// The teacher's mail address.
    public var teacherEmail: String?
    /// The dial of its learners, where they have none of their own.
    public var dial: Dial?
    /// Whether its lists wait for the teacher's approval, whatever the dial.
    public var review: Bool

    /// A class by its parts.
    public init(
        name: String, teacher: String? = nil, teacherEmail: String? = nil, dial: Dial? = nil, review: Bool = false
    ) {
        self.name = name
        self.teacher = teacher
        self.teacherEmail = teacherEmail
        self.dial = dial
        self.review = review
    }
}

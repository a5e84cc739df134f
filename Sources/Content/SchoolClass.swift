/// A class of the school: its teacher and how its lists are led.
public struct SchoolClass: Hashable, Codable, Sendable {
    /// The class's name, as `learners.csv` uses it.
    public var name: String
    /// The teacher's name, as it is to be printed; of several, separated by `;`.
    public var teacher: String?
    /// The teacher's mail address; of several, in the order of their names.
    public var teacherEmail: String?
    /// The dial of its learners, where they have none of their own.
    public var dial: Dial?
    /// Whether its lists wait for the teacher's approval, whatever the dial.
    public var review: Bool
    /// The language of what is made for the class as a whole, as a primary tag; nil: the school's.
    public var language: String?
    /// False where what is stored of it cannot be understood: nobody knows who teaches it.
    public var isUnderstood = true

    /// A class by its parts.
    package init(
        name: String, teacher: String? = nil, teacherEmail: String? = nil, dial: Dial? = nil, review: Bool = false,
        language: String? = nil
    ) {
        self.language = language
        self.name = name
        self.teacher = teacher
        self.teacherEmail = teacherEmail
        self.dial = dial
        self.review = review
    }
}

extension SchoolClass {
    /// One of those who teach a class.
    public struct Teacher: Hashable, Sendable {
        /// The name, as it is to be printed.
        public var name: String?
        /// The mail address.
        public var address: String?

        /// A teacher by their parts.
        package init(name: String?, address: String?) {
            self.name = name
            self.address = address
        }
    }

    /// Puts others in the place of those who teach it: those with an address first, for names and addresses are kept as two lists. One
    /// without a name is called by the address.
    package mutating func teach(_ teachers: [Teacher]) {
        let ordered = teachers.filter { $0.address != nil } + teachers.filter { $0.address == nil }
        let names = ordered.compactMap { $0.name ?? $0.address }
        let addresses = ordered.compactMap(\.address)
        teacher = names.isEmpty ? nil : Fact.joined(names)
        teacherEmail = addresses.isEmpty ? nil : Fact.joined(addresses)
    }

    /// The names of those who teach it, as they are to be printed; nil: nobody is named.
    public var printedTeachers: String? {
        let names = teachers.compactMap { $0.name }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    /// Those who teach it, in the order in which they are named.
    public var teachers: [Teacher] {
        let (names, addresses) = (Fact.list(teacher ?? ""), Fact.list(teacherEmail ?? ""))
        return (0..<max(names.count, addresses.count)).map { number in
            Teacher(
                name: number < names.count ? names[number] : nil,
                address: number < addresses.count ? addresses[number] : nil)
        }
    }
}

import Content
import JSON
import UseCases

extension ListClasses.Outcome: Told, ToldAsJSON {
    /// The classes as a table.
    public var lines: [String] {
        let hasSchools = classes.contains { !$0.schools.isEmpty }
        var columns: [TextTable.Column] = [
            .init("class", widest: 30), .init("learners", isNumber: true), .init("teachers", widest: 60),
            .init("dial", isNumber: true), .init("review"),
        ]
        let hasLanguages = classes.contains { $0.terms.language != nil }
        if hasLanguages { columns.append(.init("language")) }
        if hasSchools { columns.append(.init("school", widest: 40)) }
        var table = TextTable(columns)
        for one in classes {
            let teachers = one.terms.teachers.map { teacher in
                [teacher.name, teacher.address.map { "<\($0)>" }].compactMap(\.self).joined(separator: " ")
            }
            var cells = [
                one.terms.name, "\(one.learners)", teachers.joined(separator: ", "),
                one.terms.dial.map { "\($0.rawValue)" } ?? "", one.terms.review ? "yes" : "",
            ]
            if hasLanguages { cells.append(one.terms.language ?? "") }
            if hasSchools { cells.append(one.schools.map(\.text).joined(separator: ", ")) }
            table.add(cells)
        }
        return table.lines
    }

    /// A line a class.
    public func jsonLines() throws -> [String] { try classes.map { try JSONText.of(ClassInJSON($0)) } }
}

/// A class as programs get it.
private struct ClassInJSON: Encodable {
    struct Teacher: Encodable {
        var name: String?
        var address: String?
    }

    var name: String
    var teachers: [Teacher]
    var dial: Dial?
    var review: Bool
    /// Missing: the school's.
    var language: String?
    var schools: [String]
    var learners: Int

    init(_ one: ListClasses.Class) {
        name = one.terms.name
        teachers = one.terms.teachers.map { Teacher(name: $0.name, address: $0.address) }
        dial = one.terms.dial
        review = one.terms.review
        language = one.terms.language
        schools = one.schools.map(\.text)
        learners = one.learners
    }
}

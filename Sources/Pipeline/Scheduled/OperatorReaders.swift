import Configuration
import Content
import Output

/// Who is written to about how readers are served: the operator of the whole, and of a district the staff of each school about their own.
struct OperatorReaders {
    /// Somebody who is written to.
    struct Reader {
        /// The sender.
        var from: MailAddress
        /// The address.
        var to: MailAddress
        /// The school whose staff it is; nil: the operator.
        var school: SchoolName?
        /// The school's name, or the district's, as it is printed.
        var name: String
        /// Which of a school's staff it is, from 1.
        var number = 1

        /// The name of a mail's file, without its ending: each reader's is another.
        func file(_ what: String) -> String {
            guard let school else { return "operator-\(what)" }
            return "staff-\(FileName.of(school: school))\(number > 1 ? "-\(number)" : "")-\(what)"
        }

        /// Whether it has to do with a schedule.
        func isFor(schedule: String, of configuration: GleanerConfiguration) -> Bool {
            guard let school, let known = configuration.schedules.first(where: { $0.name == schedule }) else {
                return true
            }
            return known.school.map { $0 == school } ?? true
        }
    }

    /// The operator first, then the schools in the order of the configuration. A school without a sender of its own writes by the
    /// district's; without either nobody can be written to.
    let all: [Reader]
    private let configuration: GleanerConfiguration

    init(_ configuration: GleanerConfiguration) {
        self.configuration = configuration
        var all: [Reader] = []
        let operation = configuration.operation.alertsTo
        if let to = operation,
            let from = configuration.mail.from ?? configuration.schools.compactMap({ $0.mail.from }).first
        {
            all.append(Reader(from: from, to: to, name: configuration.school.name))
        }
        for entry in configuration.schools {
            guard let from = entry.mail.from else { continue }
            // The operator is told of everything already.
            let staff = configuration.staff(of: entry.name).filter {
                $0.address.lowercased() != operation?.address.lowercased()
            }
            for (number, to) in staff.enumerated() {
                all.append(
                    Reader(from: from, to: to, school: entry.name, name: entry.school.name, number: number + 1))
            }
        }
        self.all = all
    }

    /// Those who have to do with a schedule.
    func of(schedule: String) -> [Reader] { all.filter { $0.isFor(schedule: schedule, of: configuration) } }
}

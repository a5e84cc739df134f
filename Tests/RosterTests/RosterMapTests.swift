import Configuration
import Content
import Testing

@testable import Roster

/// A map as a file.
@Suite struct RosterMapTests {
    private func fault(_ yaml: String) -> String {
        do {
            _ = try RosterMap(yaml: Array(yaml.utf8), file: "map.yaml")
            return "nothing"
        } catch {
            return "\(error)"
        }
    }

    @Test func whatIsWrongIsToldByPlace() {
        let unknown = fault("learner:\n  id: Ref\n  name: Name\n  grad: Gr\n")
        #expect(unknown.contains("map.yaml:4:3") && unknown.contains("Did you mean 'grade'?"))
        #expect(fault("learner: {name: Name}\n").contains("no 'id'"))
        #expect(fault("learner: {id: Ref}\n").contains("no 'name'"))
        #expect(fault("format: csv\n").contains("learner"))
        #expect(fault("file: {dates: day}\nlearner: {id: Ref, name: N}\n").contains("map.yaml:1:15"))
        #expect(fault("file: {header: none}\nlearner: {id: Ref, name: N}\n").contains("whole number"))
        #expect(fault("learner: {id: Ref, name: N}\nvalues: {consent: {Ja: perhaps}}\n").contains("yes or no"))
        #expect(fault("learner: {id: Ref, name: N}\nvalues: {grade: {Obertertia: many}}\n").contains("grade"))
        #expect(fault("format: oneroster\nlearner: {id: Ref}\n").contains("learner.id"))
        #expect(fault("file: {encoding: ebcdic}\nlearner: {id: Ref, name: N}\n").contains("windows-1252"))
    }

    @Test func aTextMayStandForAllRows() throws {
        let map = try RosterMap(
            yaml: Array("learner: {id: Ref, name: [N, \"=Nobody\"], grade: \"=7\"}".utf8), file: "m")
        #expect(map.learner.grade == [.constant("7")])
        #expect(map.learner.name == [.column("N"), .constant("Nobody")])
    }

    @Test func tabsAndBlanksAreDelimitersToo() throws {
        let yaml = "file: {delimiter: \"\\t\"}\nlearner: {id: Ref, name: N, class-separator: \" / \"}\n"
        let map = try RosterMap(yaml: Array(yaml.utf8), file: "m")
        #expect(map.file.delimiter == "\t" && map.learner.classSeparator == " / ")
    }

    @Test(arguments: RosterPropertyTests.seeds) func whatIsWrittenReadsTheSame(seed: UInt64) throws {
        var random = RosterPropertyTests.Generator(state: seed)
        let names = [
            "Ref", "Nº Id. Escolar", "Name (last, first)", "yes", "null", "a: b", "# x", "\"q\"", "a\\b", "1", "-",
            "*a", "&b", "Ü'",
            "[x]", "{y}", "true", "é\u{2028}z", "~", "? k", "! t", "% p", "@ at", "a #b",
        ]
        func sources(_ most: Int, _ random: inout RosterPropertyTests.Generator) -> [RosterMap.Source] {
            (0..<Int.random(in: 0...most, using: &random)).map { _ in
                let name = random.pick(names, or: "Ref")
                return Bool.random(using: &random) ? .column(name) : .constant(name)
            }
        }
        var map = RosterMap()
        map.file.header = random.pick([1, 3], or: 1)
        map.file.delimiter = random.pick([nil, "\t", ";", "|", " "], or: nil)
        map.file.dates = random.pick([nil, .dayFirst, .monthFirst], or: nil)
        map.file.encoding = random.pick([nil, "windows-1252"], or: nil)
        map.skip = [RosterMap.Skip(column: "Name", texts: names)]
        map.learner.id = [.column(random.pick(names, or: "Ref"))]
        map.learner.name = [.column(random.pick(names, or: "Name"))] + sources(2, &random)
        map.learner.nameOrder = random.pick([.firstLast, .lastFirst], or: .firstLast)
        map.learner.given = sources(2, &random)
        map.learner.grade = sources(1, &random)
        map.learner.classes = sources(3, &random)
        map.learner.classSeparator = random.pick([";", " / ", "\t"], or: ";")
        map.learner.until = sources(1, &random)
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            map.guardians.append(
                RosterMap.Guardian(
                    email: [.column("M")], language: sources(1, &random), consent: sources(1, &random),
                    separator: random.pick([nil, "|", " "], or: nil)))
        }
        map.teacher.name = sources(1, &random)
        for name in names.prefix(Int.random(in: 0...10, using: &random)) {
            map.values[.school, default: [:]][name.lowercased()] = random.pick(names, or: "x")
            map.values[.grade, default: [:]][name.lowercased()] = random.pick(["K", "3", ""], or: "3")
        }
        let text = RosterMapText.of(map)
        #expect(try RosterMap(yaml: Array(text.utf8), file: "map.yaml") == map, "\(text)")
    }
}

import Foundation
import Scheduling
import Testing

/// What makes a machine tick.
@Suite struct UnitTests {
    static func terms(user: Bool = false, folder: String = "/srv/100% \"school\" $HOME") -> UnitTerms {
        UnitTerms(program: "/usr/bin/true", folder: folder, isUser: user, home: "/home/ana", user: "gleaner")
    }

    @Test(arguments: [false, true]) func theUnitsSayWhatTheyMust(_ user: Bool) throws {
        let files = SystemdUnits.files(Self.terms(user: user))
        #expect(files.map { ($0.path as NSString).pathExtension } == ["service", "timer"])
        for line in ["Type=oneshot", "NoNewPrivileges=true", "UMask=0077", "TimeoutStartSec=11160"] {
            #expect(files[0].text.contains("\n\(line)\n"))
        }
        for line in ["OnCalendar=*:0/10", "Persistent=true", "FixedRandomDelay=true"] {
            #expect(files[1].text.contains("\n\(line)\n"))
        }
        #expect(files[0].text.contains("ExecStart=\"/usr/bin/true\" run --due --quiet --log journal --config"))
        #expect(files[0].text.contains("100%% \\\"school\\\" $$HOME"))
        #expect(
            files.allSatisfy { $0.path.hasPrefix(user ? "/home/ana/.config/systemd/user/" : "/etc/systemd/system/") })
    }

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze"), "systemd is not installed"),
        arguments: ["/", "/srv/100% school"])
    func systemdTakesTheUnits(_ folder: String) throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("gleaner-units-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        var paths: [String] = []
        for file in SystemdUnits.files(Self.terms(folder: folder)) {
            let path = place.appendingPathComponent((file.path as NSString).lastPathComponent)
            // The user need not exist here, nor the manual that the units name.
            try Data(file.text.replacing("User=gleaner\n", with: "").utf8).write(to: path)
            paths.append(path.path)
        }
        let (status, output) = try Self.run("/usr/bin/systemd-analyze", ["verify", "--man=no"] + paths)
        #expect(status == 0, "\(output)")
        #expect(!output.contains("gleaner-"), "\(output)")
    }

    @Test func aCronLineKeepsPercentAndBlanks() {
        let lines = CronTable.lines(Self.terms(folder: "/srv/100% o'school"))
        #expect(lines[1] == "*/10 * * * * /usr/bin/true run --due --quiet --config '/srv/100\\% o'\\''school'")
    }

    @Test func aTableKeepsEverythingElse() {
        let terms = Self.terms(folder: "/srv/school")
        let other = Self.terms(folder: "/srv/other")
        let table = "MAILTO=ana\n5 * * * * backup run --due x\n"
        let both = CronTable.adding(terms, to: CronTable.adding(other, to: table))
        #expect(CronTable.adding(terms, to: both) == both)
        #expect(CronTable.removing("/srv/school", from: both) == CronTable.adding(other, to: table))
        #expect(CronTable.removing("/srv/other", from: CronTable.removing("/srv/school", from: both)) == table)
    }

    @Test func differentFoldersHaveDifferentNames() {
        let names = ["/srv/school", "/srv/b/school", "/srv/Escuela Nº 3", "/", "/srv/школа"].map {
            UnitNames.slug(of: $0)
        }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) } })
    }

    @Test func theClusterForbidsTwoAtOnce() {
        let text = KubernetesJob.file(Self.terms(folder: "/srv/school"), version: "0.1.0").text
        #expect(text.contains("concurrencyPolicy: Forbid"))
        #expect(text.contains("\n      activeDeadlineSeconds: 11160\n"))
        #expect(text.contains("args: [\"run\", \"--due\""))
    }

    static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}

import Configuration
import Content
import Files
import Foundation
import Ingestion
import Pipeline
import Reports
import Roster
import ScorerKit
import Store

/// Looks a working folder over without changing anything: configuration, templates, scorers, feed list, roster.
public struct FolderCheck: Sendable {
    /// What was found; no error among it means that the folder can be used.
    public let findings: [Finding]
    /// What is in order, a line each.
    public let lines: [String]

    /// Looks a folder over.
    public init(folder: WorkingFolder, scorerTypes: [any Scorer.Type]) {
        var findings: [Finding] = []
        var lines: [String] = []
        var hasOneClick = false
        do throws(SetupError) {
            let school = try School(folder: folder, scorerTypes: scorerTypes)
            findings += school.allFindings
            hasOneClick = school.configuration.mail.oneClick != nil
            lines.append(
                "ok  \(folder.name(of: folder.configuration)), templates, reasons, \(school.scorers.count) scorers")
            let plan = FeedPlan(sources: school.configuration.feeds, folder: folder, fetcher: school.fetcher)
            if let problem = school.feedSecrets.problem {
                findings.append(
                    Finding(
                        .error, at: .part(FeedSecrets.file), "\(problem); the feeds that need it cannot be read.",
                        remedy: "Give it to its owner alone."))
            }
            findings += plan.findings
            if plan.isComplete {
                lines.append("ok  feed list: \(plan.entries.count) feeds ('gleaner feeds check' reads them)")
            }
            let unreviewed = plan.entries.filter { $0.feed.audience == nil }.count
            if unreviewed > 0 {
                findings.append(
                    Finding(
                        .note, at: "feed list",
                        "\(RunText.count(unreviewed, "feed")) without an audience: learners below grade \(Feed.reviewedFromGrade) get nothing of them without a teacher's approval."
                    ))
            }
        } catch {
            findings += error.findings
        }
        do {
            // An older version's is brought up to date by the first command that writes.
            let store = try folder.readStore()
            if hasOneClick { try SchoolSecret.check(folder.data, store: store) }
            if FileManager.default.fileExists(atPath: folder.store) {
                lines.append("ok  \(folder.name(of: folder.store))")
            }
        } catch let error as SetupError {
            findings += error.findings
        } catch {
            findings.append(Finding(.error, at: folder.name(of: folder.store), "\(error)"))
        }
        FolderCheck.roster(folder, findings: &findings, lines: &lines)
        self.findings = findings
        self.lines = lines
    }

    /// Whether the folder can be used.
    public var isUsable: Bool { !findings.contains { $0.severity == .error } }

    private static func roster(_ folder: WorkingFolder, findings: inout [Finding], lines: inout [String]) {
        func read<Row>(
            _ name: String, _ read: ([UInt8], String) throws(RosterError) -> RosterFile<Row>
        ) {
            let bytes: [UInt8]
            do throws(RegularFile.Problem) {
                bytes = try RegularFile.read(folder.resolve("Config/" + name), limit: GivenFile.largest)
            } catch {
                let isGone = error == .missing
                findings.append(
                    isGone
                        ? Finding(.note, at: "Config/\(name)", "the file is not there.")
                        : Finding(.error, at: "Config/\(name)", "\(error).", remedy: "Put a file in its place."))
                return
            }
            do throws(RosterError) {
                let file = try read(bytes, name)
                findings += file.findings
                lines.append("ok  Config/\(name): \(file.rows.count) rows")
            } catch {
                findings.append(error.finding)
            }
        }
        read("learners.csv") { (bytes, name) throws(RosterError) in try LearnerRow.read(bytes, file: name) }
        read("classes.csv") { (bytes, name) throws(RosterError) in try ClassRow.read(bytes, file: name) }
    }
}

import Content
import Foundation
import ScorerKit
import TestSupport

@testable import Ranking

/// The scorer of `Tests/TrialScorer` in a folder of its own, misbehaving as it is told.
final class Trial {
    let folder: String
    var plan: ExternalPlan

    /// Whether this machine lets a child be closed off. Where it does not, what is said of a sandbox is not tested, and
    /// all else is tested without.
    static let sandboxProblem = ExternalScorer.sandboxProblem(
        scratch: NSTemporaryDirectory() + "gleaner-trial", as: user)

    /// As whom scorers are started here: root starts none as itself.
    static let user: SystemUser? = SystemUser.isRoot ? .nobody : nil

    /// The program, built once a run of the tests: a child in a sandbox sees none of Swift's libraries, so it is no target.
    private static let program = Result {
        try CProgram.build(CProgram.checkout + "/Tests/Fixtures/scorers/trial.c")
    }

    init(_ mode: String = "good", _ face: ScorerFace = .json) throws {
        let files = FileManager.default
        folder = NSTemporaryDirectory() + "gleaner-trial-\(UUID().uuidString)"
        try files.createDirectory(atPath: folder + "/scorer", withIntermediateDirectories: true)
        try files.copyItem(atPath: try Trial.program.get(), toPath: folder + "/scorer/trial")
        plan = ExternalPlan(
            card: ScorerCard(name: "Trial", version: "1.0", summary: "A trial.", say: .neither),
            folder: folder + "/scorer", command: ["./trial", mode, face.rawValue], face: face, items: [.title, .words],
            learners: [.level, .wants], scratch: folder + "/scratch")
        plan.runsAs = Trial.user
        plan.log = folder + "/logs/trial.log"
        plan.measures = ["trial"]
        plan.mayRunUnsandboxed = Trial.sandboxProblem != nil
        plan.limits.memory = 512
        plan.limits.files = 16
        plan.limits.start = 5
        plan.limits.items = 5
        plan.limits.batch = 5
        plan.limits.evidence = 5
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Deadlines that a test of a hanging scorer does not have to wait long for.
    func impatient() -> Trial {
        plan.limits.start = 0.3
        plan.limits.items = 0.3
        plan.limits.batch = 0.3
        plan.limits.evidence = 0.3
        return self
    }

    var scorer: ExternalScorer { ExternalScorer(plan) }

    var log: String { (try? String(contentsOfFile: plan.log ?? "", encoding: .utf8)) ?? "" }

    /// What is left in the folder that working folders are made in.
    var leftOvers: [String] { (try? FileManager.default.contentsOfDirectory(atPath: plan.scratch)) ?? [] }

    static let items = (1...20).map { Sample.item($0, title: "Whales \($0)") }
    static let batch = ItemBatch(items, now: Sample.now)

    static func learners(_ count: Int) -> [LearnerView] {
        (1...count).map {
            LearnerView(
                pseudonym: "L\($0)", grade: 6, languages: ["en"],
                profile: InterestProfile(facts: Sample.facts([.interests: "whales"])))
        }
    }

    /// What the trial scorer gives an item.
    static func score(_ item: Int) -> Float { item % 7 == 6 ? .nan : Float(item + 1) / 22 }

    /// The processes of the machine whose command names this trial's folder, or that run its program.
    var processes: [String] {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.filter { Int($0) != nil } ?? []
        return numbers.filter { number in
            let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(number)/exe")) ?? ""
            let state = (try? String(contentsOfFile: "/proc/\(number)/environ", encoding: .utf8)) ?? ""
            return path.contains("/scorer/trial") && state.contains("GLEANER_FOLDER=")
                && isOurs(number, state: state)
        }
    }

    private func isOurs(_ number: String, state: String) -> Bool {
        state.contains(folder) || commandLine(number).contains(mark)
    }

    /// A word of the command line that no other test's scorer has.
    lazy var mark = "mark-\(UUID().uuidString)"

    private func commandLine(_ number: String) -> String {
        (try? String(contentsOfFile: "/proc/\(number)/cmdline", encoding: .utf8)) ?? ""
    }

    /// Puts the mark into the command line.
    func marked() -> Trial {
        plan.command.append(mark)
        return self
    }
}

import CChild
import Foundation
import Glibc
import ScorerKit

/// Starts the child of a scorer.
enum ChildStarter {
    private static let path = "/usr/local/bin:/usr/bin:/bin"

    /// Starts it closed off, or, where that cannot be done and the plan allows it, without.
    static func start(_ plan: ExternalPlan) throws(ChildFault) -> ChildChannel {
        do throws(ChildFault) {
            return try start(plan, sandboxed: true)
        } catch {
            guard case .noSandbox = error, plan.mayRunUnsandboxed else { throw error }
            return try start(plan, sandboxed: false)
        }
    }

    static func start(_ plan: ExternalPlan, sandboxed: Bool) throws(ChildFault) -> ChildChannel {
        if plan.runsAs == nil, SystemUser.isRoot { throw .root }
        if let problem = refusal(of: plan) { throw .notStarted(problem) }
        let scratch = try ScratchFolder(below: plan.scratch, name: plan.card.name, owner: plan.runsAs)
        do throws(ChildFault) {
            let child = try launch(plan, scratch: scratch.path, sandboxed: sandboxed)
            return ChildChannel(child: child, scratch: scratch, log: ScorerLog(path: plan.log))
        } catch {
            scratch.remove()
            throw error
        }
    }

    private static func launch(
        _ plan: ExternalPlan, scratch: String, sandboxed: Bool
    ) throws(ChildFault) -> OpaquePointer {
        let folder = sandboxed ? SandboxView.scorerFolder : plan.folder
        let work = sandboxed ? SandboxView.workFolder : scratch
        let program = plan.command.first ?? ""
        let view = SandboxView(folder: plan.folder, reads: plan.reads)
        let programs =
            program.contains("/")
            ? [absolute(program, in: folder)] : path.split(separator: ":").map { "\($0)/\(program)" }
        var arguments = plan.command.map { $0.replacingOccurrences(of: "{folder}", with: folder) }
        // A virtual environment knows itself by the path that it is called by.
        if program.contains("/") { arguments[0] = programs[0] }
        let environment = [
            "PATH=\(path)", "HOME=\(work)", "TMPDIR=\(work)", "LANG=C.UTF-8", "TZ=UTC", "GLEANER_FOLDER=\(folder)",
            // The same answers in every run, no caches in a folder that cannot be written, no debugger at a crash.
            "PYTHONHASHSEED=0", "PYTHONDONTWRITEBYTECODE=1", "SWIFT_BACKTRACE=enable=no",
        ]
        var failure = gleaner_start_failure()
        let child = CArrays.with(programs, arguments, environment, plan.hidden) {
            programs, arguments, environment, hidden in
            CArrays.with(view.entries.map { $0.from }, view.entries.map { $0.to }) { from, to in
                let entries = view.entries.indices.map { number in
                    gleaner_entry(
                        kind: Int32(view.entries[number].isLink ? 1 : 0), from: from[number].map { UnsafePointer($0) },
                        to: to[number].map { UnsafePointer($0) })
                }
                return work.withCString { work in
                    scratch.withCString { scratch in
                        entries.withUnsafeBufferPointer { entries in
                            var start = gleaner_plan(
                                programs: constant(programs), arguments: arguments, environment: environment,
                                as_user: plan.runsAs != nil, user: plan.runsAs?.user ?? 0,
                                group: plan.runsAs?.group ?? 0, sandboxed: sandboxed, scratch: scratch, folder: work,
                                entries: entries.baseAddress,
                                entry_count: entries.count, hidden: constant(hidden),
                                memory: UInt64(plan.limits.memory) << 20,
                                processor_seconds: UInt64(plan.limits.processor),
                                file_bytes: UInt64(plan.limits.files) << 20, processes: 64)
                            return gleaner_child_start(&start, &failure)
                        }
                    }
                }
            }
        }
        if let child { return child }
        throw fault(failure, program: program, entries: view.entries, sandboxed: sandboxed)
    }

    private static func constant(
        _ array: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    ) -> UnsafePointer<UnsafePointer<CChar>?> {
        UnsafeRawPointer(array).assumingMemoryBound(to: UnsafePointer<CChar>?.self)
    }

    private static func absolute(_ program: String, in folder: String) -> String {
        program.hasPrefix("/") ? program : folder + "/" + program
    }

    /// Why a scorer is not started as it is, before anything is tried; nil: it may be. Nothing is shown to it but what its
    /// manifest names: the program too is the system's, its own, or in what it may read.
    static func refusal(of plan: ExternalPlan) -> String? {
        for path in plan.reads {
            let end = SandboxView.end(of: path)
            // What lies in what is hidden, such as the school's data, cannot be shown; what a hidden one lies in can.
            if plan.hidden.contains(where: { SandboxView.isIn(end, $0) }) {
                return "it asks to read \(path), which lies in the school's own folder"
            }
            if SandboxView.isTooMuch(path) || SandboxView.isTooMuch(end) {
                return "it asks to read \(path), which is more than a scorer may see; name what it needs of that"
            }
        }
        let view = SandboxView(folder: plan.folder, reads: plan.reads)
        if let problem = FolderLook(view: view).problem(of: plan.folder) { return problem }
        guard let program = plan.command.first, program.contains("/") else { return nil }
        let isPlain = !program.split(separator: "/").contains("..")
        if isPlain, view.unseen(absolute(program, in: plan.folder)) == nil { return nil }
        return "its program \(program) lies neither in its own folder nor in the system's; "
            + "what an interpreter of another place needs belongs under 'reads' in its manifest"
    }

    private static func fault(
        _ failure: gleaner_start_failure, program: String, entries: [SandboxView.Entry], sandboxed: Bool
    ) -> ChildFault {
        let words = String(cString: strerror(failure.error))
        switch gleaner_step(rawValue: UInt32(failure.step)) {
        case GLEANER_STEP_ROOT: return .root
        case GLEANER_STEP_EXEC: return .notStarted("'\(program)': \(words)")
        case GLEANER_STEP_NAMESPACES: return .noSandbox("namespaces: \(words)")
        case GLEANER_STEP_USERS: return .noSandbox("users: \(words)")
        case GLEANER_STEP_MOUNTS where sandboxed: return .noSandbox("mounts: \(words)")
        case GLEANER_STEP_ENTRIES:
            let path = entries.indices.contains(Int(failure.entry)) ? entries[Int(failure.entry)].to : ""
            return failure.error == EPERM
                ? .noSandbox("mounts: \(words)") : .notStarted("\(path) cannot be shown to it: \(words)")
        default: return .notStarted(words)
        }
    }
}

/// Texts as C's arrays of strings, each ending with a null pointer, for the time of a call.
enum CArrays {
    typealias Array = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

    static func with<Result>(_ texts: [String], _ body: (Array) -> Result) -> Result {
        let array = Array.allocate(capacity: texts.count + 1)
        for (number, text) in texts.enumerated() { (array + number).initialize(to: strdup(text)) }
        (array + texts.count).initialize(to: nil)
        defer {
            for number in texts.indices { free(array[number]) }
            array.deallocate()
        }
        return body(array)
    }

    static func with<Result>(_ first: [String], _ second: [String], _ body: (Array, Array) -> Result) -> Result {
        with(first) { first in with(second) { body(first, $0) } }
    }

    static func with<Result>(
        _ first: [String], _ second: [String], _ third: [String], _ fourth: [String],
        _ body: (Array, Array, Array, Array) -> Result
    ) -> Result {
        with(first, second) { first, second in with(third, fourth) { body(first, second, $0, $1) } }
    }
}

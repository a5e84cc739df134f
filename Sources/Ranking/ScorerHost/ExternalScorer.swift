import CChild
import Content
import Glibc
import ScorerKit

/// A scorer outside of this process, in any language: a child that lives for one run; see `Plugins/PROTOCOL.md`.
public struct ExternalScorer: RunnableScorer {
    /// What it takes to run it.
    public let plan: ExternalPlan

    /// A scorer by its plan.
    package init(_ plan: ExternalPlan) { self.plan = plan }

    /// Starts the child and gives it the items.
    public func begin(_ batch: ItemBatch) throws(ScorerFailure) -> any ScorerSession {
        try ExternalSession(plan, batch: batch, over: try start())
    }

    /// Starts the child.
    func start() throws(ScorerFailure) -> ChildChannel {
        do throws(ChildFault) {
            return try ChildStarter.start(plan)
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ fault: ChildFault) -> ScorerFailure {
        var failure = ExternalSession.failure(fault, "at its start", plan)
        switch fault {
        case .noSandbox:
            failure.remedy =
                "Allow user namespaces on this machine; or, if you trust the scorer with everything that this user may do, "
                + "set 'allow-unsandboxed: true' for it in Config/gleaner.yaml."
        case .root:
            failure.remedy =
                "Give the working folder to a user of its own (chown -R USER FOLDER), and run Gleaner as that one."
        default: break
        }
        return failure
    }

    /// Why it is not started as it is, whatever it does; nil: it may be.
    public var refusal: String? { ChildStarter.refusal(of: plan) }

    /// Why it would fail at its start, as far as that is known before it is tried: root runs this program, or it is not started
    /// as it is; nil: nothing is known against it.
    public var problem: ScorerFailure? {
        if plan.runsAs == nil, SystemUser.isRoot { return failure(.root) }
        return refusal.map { failure(.notStarted($0)) }
    }

    /// What it sees of the machine's disk, read-only: the system's folders and settings, then what its manifest names.
    public var seesOfDisk: [String] {
        SandboxView(folder: plan.folder, reads: plan.reads).entries.map { $0.to }.filter {
            $0 != SandboxView.scorerFolder
        }
    }

    /// Why no scorer can be closed off from this machine, tried out with a child that ends at once; nil: it can. `user`: as
    /// whom scorers are started, where root does it.
    public static func sandboxProblem(scratch: String, as user: SystemUser? = nil) -> String? {
        do throws(ChildFault) {
            let folder = try ScratchFolder(below: scratch, name: "Trial", owner: user)
            defer { folder.remove() }
            var failure = gleaner_start_failure()
            return gleaner_sandbox_works(folder.path, user != nil, user?.user ?? 0, user?.group ?? 0, &failure)
                ? nil : String(cString: strerror(failure.error))
        } catch {
            return error.problem
        }
    }
}

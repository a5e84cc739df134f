import Configuration
import Content
import Files
import Foundation
import Glibc
import Pipeline
import Scheduling

/// What makes the machine tick: as which files, for which folder and user.
public enum TickKind: Hashable, Sendable, CaseIterable {
    /// A service and a timer of systemd.
    case systemd
    /// A line of cron's.
    case cron
    /// A CronJob of a cluster.
    case kubernetes
}

/// Where what ticks for a working folder is written, and what.
struct UnitPlaces {
    let terms: UnitTerms
    /// Whom the folder belongs to: as that user it runs, since nobody else may read the store.
    let owner: FolderOwner?
    let folder: WorkingFolder
    /// Put before all paths: for trials and packages; empty on a real machine.
    let root: String

    /// Places for a working folder. `user`: among one user's own services; `operation` says how long a tick may take.
    init(folder: WorkingFolder, user: Bool, root: String, operation: OperationSettings = OperationSettings()) {
        let home = ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory()
        self.folder = folder
        self.root = root
        owner = FolderOwner(of: folder)
        terms = UnitTerms(
            program: ThisProgram.path, folder: folder.root, isUser: user, home: home,
            user: owner?.shown ?? NSUserName(), killSeconds: operation.runKillSeconds)
    }

    /// Refuses what would run as the system's root, or as nobody that cron knows. In a cluster the manifest itself says that
    /// it runs as another.
    func refuse(_ kind: TickKind) throws {
        guard kind != .kubernetes else { return }
        guard terms.isUser ? geteuid() != 0 : owner?.isRoot != true else {
            throw ScheduleRefusal.folderOfRoot(Verbatim(terms.folder))
        }
        if geteuid() == 0 { try owner?.refuseStrangers(in: folder) }
        guard kind != .cron || terms.isUser || owner?.name != nil else {
            throw ScheduleRefusal.ownerWithoutName(folder: Verbatim(terms.folder), user: Verbatim(terms.user))
        }
    }

    /// The files of a kind; a user's own cron table is none.
    func files(_ kind: TickKind) -> [UnitFile] {
        switch kind {
        case .systemd: SystemdUnits.files(terms)
        case .cron: terms.isUser ? [] : [CronTable.file(terms)]
        case .kubernetes: [KubernetesJob.file(terms, version: Pipeline.version)]
        }
    }

    /// Whether a file was written by us for this folder; what cannot be read was not.
    func isOurs(_ path: String) -> Bool {
        let bytes = (try? RegularFile.read(path, limit: 100_000)) ?? []
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map { String($0) }
            == UnitFile.mark(for: terms.folder)
    }
}

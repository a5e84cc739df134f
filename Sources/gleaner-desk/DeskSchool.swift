import Configuration
import Content
import Desk
import Foundation
import Glibc
import Phrases
import Pipeline
import ShippedScorers
import Store
import Synchronization
import UseCases

/// The school that the desk is of, opened; opened anew once its configuration was changed.
final class DeskSchool: Sendable {
    /// What tells one state of a file from another.
    private struct Stamp: Equatable {
        var seconds: Int
        var nanoseconds: Int
        var size: Int
        var node: UInt

        init(of path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else {
                (seconds, nanoseconds, size, node) = (0, 0, 0, 0)
                return
            }
            (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
            (size, node) = (status.st_size, status.st_ino)
        }
    }

    private struct State {
        var desk: Desk
        var stamp: Stamp
    }

    /// Where it listens. It does not change while it does.
    let place: DeskSettings.Place
    /// What addresses begin with, where it does not follow from the port.
    let address: String?
    private let folder: WorkingFolder
    private let store: Store
    private let state: Mutex<State>
    private let port = Mutex<Int?>(nil)

    /// Opens it.
    init(config: String?, listen: String?, from current: String) throws {
        folder = try WorkingFolder.find(from: current, explicit: config)
        try FolderOwner.act(in: folder)
        let stamp = Stamp(of: folder.configuration)
        let school = try School(folder: folder, scorerTypes: Shipped.scorers)
        let settings = school.configuration.desk
        guard let place = listen.map({ DeskSettings.place($0) }) ?? settings.listen else {
            throw DeskServerError.noPlace(listen ?? "")
        }
        if case .socket(let path) = place {
            self.place = .socket(folder.resolve(path))
        } else {
            self.place = place
        }
        address = settings.address
        try DeskServerError.check(place, settings)
        store = try school.store(for: .desk)
        state = Mutex(
            State(desk: try Desk(SchoolAndStore(school, store), scorerTypes: Shipped.scorers, at: place), stamp: stamp))
    }

    /// The port that the system gave, once it is known.
    func listens(at given: Int?) {
        port.withLock { $0 = given }
        state.withLock { $0.desk = $0.desk.listening(at: given) }
    }

    /// The desk as the school's configuration is now. A configuration that cannot be read leaves it as it was, and is said once.
    var desk: Desk {
        let stamp = Stamp(of: folder.configuration)
        return state.withLock { state in
            guard stamp != state.stamp else { return state.desk }
            state.stamp = stamp
            do {
                let school = try School(folder: folder, scorerTypes: Shipped.scorers)
                try DeskServerError.check(place, school.configuration.desk)
                state.desk = try Desk(SchoolAndStore(school, store), scorerTypes: Shipped.scorers, at: place)
                    .listening(at: port.withLock { $0 })
                DeskLog.say("the configuration has changed, and is used from now on")
            } catch {
                DeskLog.say("the configuration has changed and cannot be used: \(ErrorWords.of(error))")
            }
            return state.desk
        }
    }
}

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
    private struct State {
        var desk: Desk
        var stamps: [String: FileStamp]
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
            State(
                desk: try Desk(SchoolAndStore(school, store), scorerTypes: Shipped.scorers, at: place),
                stamps: FileStamp.all(of: school)))
    }

    /// The port that the system gave, once it is known.
    func listens(at given: Int?) {
        port.withLock { $0 = given }
        state.withLock { $0.desk = $0.desk.listening(at: given) }
    }

    /// The desk as the school's configuration and its lists of words are now. Where one cannot be read it stays as it was, and that is said once.
    var desk: Desk {
        state.withLock { state in
            let stamps = FileStamp.all(state.stamps.keys.sorted())
            guard stamps != state.stamps else { return state.desk }
            state.stamps = stamps
            do {
                let school = try School(folder: folder, scorerTypes: Shipped.scorers)
                try DeskServerError.check(place, school.configuration.desk)
                state.desk = try Desk(SchoolAndStore(school, store), scorerTypes: Shipped.scorers, at: place)
                    .listening(at: port.withLock { $0 })
                state.stamps = FileStamp.all(of: school)
                DeskLog.say("the configuration has changed, and is used from now on")
            } catch {
                DeskLog.say("the configuration has changed and cannot be used: \(ErrorWords.of(error))")
            }
            return state.desk
        }
    }
}

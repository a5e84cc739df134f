import Configuration
import Content
import Phrases

/// Why the desk does not begin.
enum DeskServerError: Error, Worded {
    /// It is not said where to listen.
    case noPlace(String)
    /// Others could listen in.
    case isNotSafe(String)
    /// A unix socket without an address for browsers.
    case noAddress
    /// Something listens there already.
    case isTaken(String)
    /// It cannot listen there.
    case cannotListen(String, why: String)

    /// What is so, and what to do.
    var words: String {
        switch self {
        case .noPlace(let text):
            "'\(text)' is no place to listen at. Write HOST:PORT or unix:PATH, such as 127.0.0.1:8487."
        case .isNotSafe(let host):
            "the desk would listen at \(host) without TLS, so that others could read along. Let a proxy of the school's "
                + "take https and pass it on to 127.0.0.1 or a unix socket, and write its address into 'desk: address'."
        case .noAddress:
            "behind a unix socket the desk must know what browsers call it. Write it into 'desk: address', such as "
                + "https://reading.school.example."
        case .isTaken(let place):
            "something listens at \(place) already, perhaps another desk. End it, or name another place with --listen or in 'desk: listen'."
        case .cannotListen(let place, let why):
            "the desk cannot listen at \(place): \(why). Name another place with --listen or in 'desk: listen'."
        }
    }

    /// Refuses what would not be safe: other machines must come by a proxy that takes `https`.
    static func check(_ place: DeskSettings.Place, _ settings: DeskSettings) throws(DeskServerError) {
        let isSecure = settings.address?.lowercased().hasPrefix("https://") ?? false
        switch place {
        case .port(let host, _):
            if MachineAddress(host)?.isLoopback != true, !isSecure { throw .isNotSafe(host) }
        case .socket: if settings.address == nil { throw .noAddress }
        }
    }
}

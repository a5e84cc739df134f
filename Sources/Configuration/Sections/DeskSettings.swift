import Content

/// Section `desk`: where teachers meet Gleaner in a browser, and who else does.
public struct DeskSettings: Sendable, Equatable {
    /// Where the desk listens.
    public enum Place: Sendable, Equatable {
        /// An address of this machine and a port.
        case port(host: String, Int)
        /// A unix socket, by its path.
        case socket(String)
    }

    /// Key `listen`: `HOST:PORT`, or `unix:PATH`. Default `127.0.0.1:8487`.
    public var listen = Place.port(host: "127.0.0.1", 8_487)
    /// Key `address`: what is typed into the browser, as `https://reading.school.example`. Nil: the place where it listens, for one machine
    /// alone.
    public var address: String?
    /// Key `sign-on-header`: the header field in which a proxy says who has signed on at the school, by mail address. Nil: none.
    public var signOnHeader: String?
    /// Key `sign-on-from`: the machines whose header counts, by address, beside the unix socket's. Default none.
    public var signOnFrom: [String] = []
    /// Key `librarians`: who looks after feeds and held articles. Default nobody.
    public var librarians: [MailAddress] = []
    /// Key `technicians`: who sees status and history. Default nobody.
    public var technicians: [MailAddress] = []

    /// The defaults.
    package init() {}

    init(reading map: inout MapReader) {
        listen = Self.place(map.text("listen", default: "127.0.0.1:8487", check: Check.listening)) ?? listen
        address = map.optionalText("address", check: Check.deskAddress)
        signOnHeader = map.optionalText("sign-on-header", check: Check.headerName)
        signOnFrom = map.texts("sign-on-from", default: [], check: Check.machine)
        librarians = Self.people("librarians", in: &map)
        technicians = Self.people("technicians", in: &map)
    }

    private static func people(_ key: String, in map: inout MapReader) -> [MailAddress] {
        map.texts(key, default: [], check: Check.mailAddress).compactMap { try? MailAddress(address: $0) }
    }

    /// What addresses of the desk begin with: ``address``, or the place where it listens.
    public var origin: String {
        if let address { return address }
        switch listen {
        case .port(let host, let port): return "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        case .socket: return "http://localhost"
        }
    }

    /// The place of a text; nil where it is none.
    package static func place(_ text: String) -> Place? {
        if text.hasPrefix("unix:") {
            let path = text.dropFirst(5)
            return path.isEmpty || path.utf8.count > 100 ? nil : .socket(String(path))
        }
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { return nil }
        let host = String(text[..<colon])
        return MachineAddress(host) != nil ? .port(host: host, port) : nil
    }

    var tree: OptionValue {
        let place: String =
            switch listen {
            case .port(let host, let port): "\(host):\(port)"
            case .socket(let path): "unix:\(path)"
            }
        return .map([
            "listen": .string(place), "address": .optional(address), "sign-on-header": .optional(signOnHeader),
            "sign-on-from": .list(signOnFrom.map { .string($0) }),
            "librarians": .list(librarians.map { .string($0.address) }),
            "technicians": .list(technicians.map { .string($0.address) }),
        ])
    }
}

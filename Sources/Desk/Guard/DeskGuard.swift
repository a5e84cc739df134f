import Configuration
import Content
import ContentDigest
import UseCases

/// Looks whether a request may be made at all, before anything of it is done.
struct DeskGuard: Sendable {
    let settings: DeskSettings
    let open: SchoolAndStore

    /// Who asks, by what their browser holds, or by a proxy's word.
    struct Entry: Sendable {
        var person: DeskPerson
        var token: DeskToken
        /// Whether the browser is to be given the token.
        var isNew: Bool
    }

    /// The cookie's name. Behind TLS it can be set by this machine alone, for all of it (RFC 6265bis, 4.1.3.2).
    var cookie: String { isSecure ? "__Host-gleaner-desk" : "gleaner-desk" }

    /// Whether browsers come by `https`.
    var isSecure: Bool { settings.origin.lowercased().hasPrefix("https://") }

    /// Whether a request names this desk and no other: a page of somebody else's, whose name leads here, reads nothing.
    func names(_ request: DeskRequest, port: Int?) -> Bool {
        guard let host = request.header("host")?.lowercased() else { return false }
        return origins(port: port).contains { $0.hasSuffix("//" + host) }
    }

    /// Whether a form came from a page of this desk.
    func isOwn(_ request: DeskRequest, port: Int?) -> Bool {
        if let site = request.header("sec-fetch-site"), !["same-origin", "none"].contains(site) { return false }
        guard let origin = request.header("origin")?.lowercased() else { return false }
        return origins(port: port).contains(origin)
    }

    /// The page of this desk that a form was on, as the browser says; nil: it does not say, or it was no page of this desk.
    func pageOfForm(_ request: DeskRequest, port: Int?) -> String? {
        guard request.method == .post, let from = request.header("referer"),
            let origin = origins(port: port).first(where: { from.lowercased().hasPrefix($0 + "/") }),
            let (path, query) = DeskRequest.target(String(from.dropFirst(origin.count).prefix { $0 != "#" }))
        else { return nil }
        return DeskRequest(.get, path: path, query: query, peer: request.peer).target
    }

    /// The addresses that the desk has. `port`: the one that the system gave, where none was asked for.
    private func origins(port: Int?) -> [String] {
        if let address = settings.address?.lowercased() {
            return [address.hasSuffix("/") ? String(address.dropLast()) : address]
        }
        guard case .port(let host, let named) = settings.listen else { return ["http://localhost"] }
        let written = host.contains(":") ? "[\(host)]" : host
        return ["http://\(written):\(port ?? named)"]
            + (MachineAddress(host)?.isLoopback == true ? ["http://localhost:\(port ?? named)"] : [])
    }

    /// Who asks, by what their browser holds alone; nil: nobody.
    func known(_ request: DeskRequest, now: Timestamp) throws -> Entry? {
        guard let token = request.cookie(cookie).map({ DeskToken($0) }) else { return nil }
        return try FindDeskSession(open).run(.init(token), by: Actor(.teacher), now: now).map {
            Entry(person: $0, token: token, isNew: false)
        }
    }

    /// Who asks; nil: nobody who may. Throws where a header claims who it is and does not come from the school's proxy.
    func entry(_ request: DeskRequest, now: Timestamp) throws -> Entry? {
        let actor = Actor(.teacher)
        let known = try known(request, now: now)
        if let name = settings.signOnHeader?.lowercased(), request.headers.contains(where: { $0.name == name }) {
            guard isProxy(request.peer), let address = request.header(name)?.trimmed.lowercased(), !address.isEmpty
            else { throw DeskRefusal.forgedHeader }
            if let known, known.person.address == address { return known }
            // A form needs a session that was there before: its token is made of it.
            guard request.method == .get, try DeskAccess(open).person(address).isStaff else { return nil }
            let begun = try BeginDeskSession(open, chance: DeskToken.chance()).run(
                .signedOn(address), by: actor, now: now)
            return Entry(person: begun.person, token: begun.token, isNew: true)
        }
        return known
    }

    private func isProxy(_ peer: DeskRequest.Peer) -> Bool {
        switch peer {
        case .unixSocket: return true
        case .address(let text):
            guard let machine = MachineAddress(text) else { return false }
            return settings.signOnFrom.contains { MachineAddress($0) == machine }
        }
    }

    /// Whether a form holds the token of its session.
    func holdsToken(_ request: DeskRequest, _ token: DeskToken) -> Bool {
        request.form.all("token").count == 1
            && KeyedDigest.areEqual(request.form["token"] ?? "", token.formToken)
    }

    /// The cookie's header field; nil token: it is to be forgotten.
    func cookieField(_ token: DeskToken?) -> (name: String, value: String) {
        var value = "\(cookie)=\(token?.text ?? ""); Path=/; HttpOnly; SameSite=Lax"
        value += "; Max-Age=\(token == nil ? 0 : DeskSession.lasts)"
        if isSecure { value += "; Secure" }
        return ("set-cookie", value)
    }
}

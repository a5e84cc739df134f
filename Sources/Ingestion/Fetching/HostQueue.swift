/// Whose turn it is: requests wait in their order, and pass over those whose host has enough of them running.
struct HostQueue {
    private let hosts: [String]
    private let perHost: Int
    private var waiting: [Int]
    private var running: [String: Int] = [:]

    /// A queue of requests by their hosts.
    init(_ hosts: [String], perHost: Int) {
        self.hosts = hosts
        self.perHost = perHost
        waiting = Array(hosts.indices)
    }

    /// The next request that may run; nil: none for now.
    mutating func next() -> Int? {
        guard let place = waiting.firstIndex(where: { running[hosts[$0], default: 0] < perHost }) else { return nil }
        let index = waiting.remove(at: place)
        running[hosts[index], default: 0] += 1
        return index
    }

    /// A request has ended.
    mutating func end(_ index: Int) { running[hosts[index], default: 1] -= 1 }

    /// Takes out all that wait for the host of a request.
    mutating func takeAll(of index: Int) -> [Int] {
        let taken = waiting.filter { hosts[$0] == hosts[index] }
        waiting.removeAll { hosts[$0] == hosts[index] }
        return taken
    }

    /// The host and port of an address, in lower case.
    static func host(of address: String) -> String {
        let rest = address.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2, omittingEmptySubsequences: false)
        guard rest.count > 2 else { return address }
        let authority = rest[2].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let host =
            authority.lastIndex(of: UInt8(ascii: "@")).map { authority[authority.index(after: $0)...] } ?? authority
        return String(decoding: host, as: UTF8.self).lowercased()
    }
}

import Glibc

/// A socket of the file system, for a proxy before the desk.
enum DeskSocket {
    /// Whether somebody listens at one. The file of a desk that was cut off is still there, and nobody does.
    static func isTaken(_ path: String) -> Bool {
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        guard path.utf8.count < MemoryLayout.size(ofValue: name.sun_path) else { return false }
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: path.utf8) }
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { return false }
        defer { close(socket) }
        return withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }

    /// Whoever may connect says who somebody is: the desk's own user, and its group, which the proxy is put into.
    static func letGroupIn(_ path: String) { _ = chmod(path, 0o660) }
}

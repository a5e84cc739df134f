import Glibc

/// Who is at the keyboard, as the system knows them: it is kept with what they say and decide.
enum SystemAccount {
    /// The name of the account, or its number where it has none.
    package static var name: String {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        let own = getuid()
        guard getpwuid_r(own, &entry, &buffer, buffer.count, &found) == 0, found != nil, let name = entry.pw_name else {
            return "\(own)"
        }
        return String(cString: name)
    }
}

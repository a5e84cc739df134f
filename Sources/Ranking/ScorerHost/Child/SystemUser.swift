import CChild
import Glibc

/// A user and group of this machine, by their numbers.
public struct SystemUser: Hashable, Sendable {
    /// The user.
    public var user: UInt32
    /// The group.
    public var group: UInt32

    /// A user by numbers.
    package init(user: UInt32, group: UInt32) {
        self.user = user
        self.group = group
    }

    /// Who owns nothing: the user that Linux keeps for that.
    public static let nobody = SystemUser(user: 65_534, group: 65_534)

    /// Whether this program runs as the system's root, or may become it again. What root starts keeps root's rights over the
    /// kernel's settings, whatever user a namespace shows, so nothing of others is started as root.
    public static var isRoot: Bool { gleaner_is_root() }

    /// Makes this whole program theirs for good, with the groups of a user of that name, or with theirs alone; gives the
    /// system's words for why it could not.
    public func become(named name: String?) -> String? {
        gleaner_become(user, group, name) ? nil : String(cString: strerror(errno))
    }
}

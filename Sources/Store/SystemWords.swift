import Foundation
import Glibc

/// What the system said, in its own short words: Foundation's errors carry it deep inside.
public enum SystemWords {
    /// `Permission denied` for an error of the file system; the error's own description for any other.
    public static func of(_ error: any Error) -> String {
        var inner: (any Error)? = error
        while let current = inner {
            let known = current as NSError
            if known.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(known.code))) }
            inner = known.userInfo[NSUnderlyingErrorKey] as? any Error
        }
        guard let cocoa = error as? CocoaError else { return "\(error)" }
        switch cocoa.code {
        case .fileNoSuchFile, .fileReadNoSuchFile: return "no such file or folder"
        case .fileWriteNoPermission, .fileReadNoPermission: return "permission denied"
        case .fileWriteFileExists: return "a file of that name is in the way"
        case .fileWriteOutOfSpace: return "no space left on the disk"
        default: return "the system refused it (Cocoa error \(cocoa.code.rawValue))"
        }
    }
}

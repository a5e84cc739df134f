import Synchronization
import UseCases

/// What is to be said on somebody's next page. It is lost with the program, which loses nobody anything: what was done is in the store.
final class DeskNotices: Sendable {
    /// How many are kept: of whoever never looks at the next page the oldest go.
    private static let most = 500

    private struct Kept {
        var notices: [String: DeskNotice] = [:]
        var order: [String] = []
    }

    private let kept = Mutex(Kept())

    /// Nothing to be said.
    init() {}

    /// Keeps what is to be said to the holder of a session.
    func keep(_ notice: DeskNotice, for token: DeskToken) {
        kept.withLock { kept in
            if kept.notices.updateValue(notice, forKey: token.digest) == nil { kept.order.append(token.digest) }
            while kept.order.count > Self.most { kept.notices[kept.order.removeFirst()] = nil }
        }
    }

    /// Takes what is to be said; nil: nothing.
    func take(for token: DeskToken) -> DeskNotice? {
        kept.withLock { kept in
            guard let notice = kept.notices.removeValue(forKey: token.digest) else { return nil }
            kept.order.removeAll { $0 == token.digest }
            return notice
        }
    }
}

import Content
import FeedParsing
import Files

/// Parses the document of a feed: what Gleaner reads of it. It reads a file alone and needs no working folder.
public struct ParseFeedDocument: UseCase {
    /// For any file.
    package init() {}

    /// Which document.
    public struct Request: Sendable {
        /// The path of its file.
        public var path: String
        /// What relative links are resolved against where the document names no base; nil: nothing.
        public var base: String?

        /// A document by its path.
        package init(path: String, base: String? = nil) {
            self.path = path
            self.base = base
        }
    }

    /// What it says.
    public struct Outcome: Sendable {
        /// The file, as it was named.
        public var path: Verbatim
        /// The feed.
        public var feed: Result<ParsedFeed, Unparsed>
    }

    /// Why there is no feed.
    public enum Unparsed: Error, Hashable, Sendable {
        /// The file cannot be read.
        case unreadable(RegularFile.Problem)
        /// The document is something else.
        case notAFeed(FeedParseError)
    }

    /// Megabytes of a document; a larger one is not read.
    public static let mostMegabytes = 1_000

    /// Parses it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) -> Outcome {
        // What somebody logs in with is nothing that links should carry on.
        let base = request.base.map { AddressSecrets(of: $0).removed(from: $0) }
        return Outcome(path: Verbatim(request.path), feed: feed(at: request.path, base: base))
    }

    private func feed(at path: String, base: String?) -> Result<ParsedFeed, Unparsed> {
        do throws(RegularFile.Problem) {
            // Nobody but the parser holds the bytes.
            return feed(
                of: try RegularFile.read(path, limit: Self.mostMegabytes * 1_000_000), path: path, base: base)
        } catch {
            return .failure(.unreadable(error))
        }
    }

    private func feed(of bytes: consuming [UInt8], path: String, base: String?) -> Result<ParsedFeed, Unparsed> {
        do throws(FeedParseError) {
            return .success(try FeedParser().parse(consume bytes, address: path, baseURL: base).feed)
        } catch {
            return .failure(.notAFeed(error))
        }
    }
}

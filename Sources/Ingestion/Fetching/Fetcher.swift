import Content

/// A feed's document to be fetched.
public struct FetchRequest: Hashable, Sendable {
    /// An `http` or `https` address, or the absolute path of a file.
    public var address: String
    /// What the server said last time, so that it can answer "not changed".
    public var validators: FeedValidators?

    /// A request for an address.
    public init(address: String, validators: FeedValidators? = nil) {
        self.address = address
        self.validators = validators
    }
}

/// What fetching came to.
public enum FetchResult: Hashable, Sendable {
    /// The document's bytes, what the server calls this version, and the address it came from in the end.
    case body([UInt8], etag: String?, lastModified: String?, finalAddress: String)
    /// The server says that it has not changed.
    case notModified
    /// It could not be had; the next run tries again.
    case failed(FetchError)
}

/// Why a document could not be had.
public struct FetchError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is so, as a sentence.
    public var problem: String
    /// What to do about it.
    public var remedy: String

    /// An error by its words.
    public init(_ problem: String, remedy: String = "The next run tries again.") {
        self.problem = problem
        self.remedy = remedy
    }

    /// Problem and remedy.
    public var description: String { "\(problem) \(remedy)" }
}

/// Where documents come from: the network and the disk, or memory in tests.
public protocol Fetcher: Sendable {
    /// Fetches the documents of one small group, at the same time where that helps; the results in the order of the
    /// requests.
    func fetch(_ requests: [FetchRequest]) -> [FetchResult]
}

/// Documents from memory, by address: the twin of the network for tests.
public struct MemoryFetcher: Fetcher {
    private let documents: [String: [UInt8]]

    /// A fetcher of the given documents.
    public init(_ documents: [String: [UInt8]]) { self.documents = documents }

    /// The documents; one that is not there fails.
    public func fetch(_ requests: [FetchRequest]) -> [FetchResult] {
        requests.map { request in
            documents[request.address].map {
                .body($0, etag: nil, lastModified: nil, finalAddress: request.address)
            } ?? .failed(FetchError("There is nothing at this address."))
        }
    }
}

import Content

/// A feed's document to be fetched.
public struct FetchRequest: Hashable, Sendable {
    /// An `http` or `https` address, or the absolute path of a file.
    public var address: String
    /// What the server said last time, so that it can answer "not changed".
    public var validators: FeedValidators?
    /// What is hoped for at the address.
    public var wants: Wanted

    /// What may be asked for: one address may give a page to browsers and a feed to us.
    public enum Wanted: Hashable, Sendable {
        case feed, page
    }

    /// A request for an address.
    package init(address: String, validators: FeedValidators? = nil, wants: Wanted = .feed) {
        self.address = address
        self.validators = validators
        self.wants = wants
    }
}

/// What fetching came to.
public enum FetchResult: Hashable, Sendable {
    /// The document.
    case document(FetchedDocument)
    /// The server says that it has not changed.
    case notModified(FetchTerms)
    /// It could not be had; a later run tries again, but for what is gone.
    case failed(FetchError)
}

/// A document as a server or the disk gave it.
public struct FetchedDocument: Hashable, Sendable {
    /// Its bytes, unpacked.
    public var bytes: [UInt8]
    /// The address it came from in the end.
    public var address: String
    /// What the server calls this version of it, as it wrote it.
    public var etag: String?
    /// When the server says that it changed last, as it wrote it.
    public var lastModified: String?
    /// The encoding that the server names.
    public var charset: String?
    /// What else the server asks for.
    public var terms = FetchTerms()
    /// What it was asked with that nobody may see, as it may stand in the document's links.
    public var secrets: [String] = []

    /// A document by its bytes and address.
    package init(_ bytes: [UInt8], address: String, etag: String? = nil, lastModified: String? = nil) {
        self.bytes = bytes
        self.address = address
        self.etag = etag
        self.lastModified = lastModified
    }
}

/// What a server asks of whoever comes again.
public struct FetchTerms: Hashable, Sendable {
    /// Where it says that the document has moved for good.
    public var movedTo: String?
    /// Seconds for which it says that the document is fresh.
    public var freshSeconds: Int?

    /// Nothing.
    package init() {}
}

/// Why a document could not be had.
public struct FetchError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What follows from a failure.
    public enum Kind: Hashable, Sendable {
        /// It may work another time.
        case passing
        /// The server says that there is nothing for us at this address (400 to 499).
        case noDocument
        /// The server says that there will never be anything more (410).
        case gone
        /// The server asks everybody to wait for so many seconds; nil: it does not say how many.
        case busy(seconds: Int?)
    }

    /// What is so, as a sentence.
    public var problem: String
    /// What to do about it.
    public var remedy: String
    /// What follows.
    public var kind: Kind

    /// An error by its words.
    package init(_ problem: String, remedy: String = "The next run tries again.", kind: Kind = .passing) {
        self.problem = problem
        self.remedy = remedy
        self.kind = kind
    }

    /// Problem and remedy.
    public var description: String { "\(problem) \(remedy)" }
}

/// Where documents come from: the network and the disk, or memory in tests.
public protocol Fetcher: Sendable {
    /// Fetches documents, at the same time where that helps; the results in the order of the requests.
    func fetch(_ requests: [FetchRequest]) -> [FetchResult]

    /// Fetches documents and gives each result, in the order of the requests, as soon as it and those before it are there; few of them are
    /// held at a time. An error of `deliver` ends it.
    func fetch(_ requests: [FetchRequest], _ deliver: (Int, FetchResult) throws -> Void) throws
}

extension Fetcher {
    /// One after the other.
    public func fetch(_ requests: [FetchRequest], _ deliver: (Int, FetchResult) throws -> Void) throws {
        for (index, request) in requests.enumerated() {
            for result in fetch([request]) { try deliver(index, result) }
        }
    }
}

/// Documents from memory, by address: the twin of the network for tests.
public struct MemoryFetcher: Fetcher {
    private let documents: [String: [UInt8]]

    /// A fetcher of the given documents.
    package init(_ documents: [String: [UInt8]]) { self.documents = documents }

    /// The documents; one that is not there fails.
    public func fetch(_ requests: [FetchRequest]) -> [FetchResult] {
        requests.map { request in
            documents[request.address].map { .document(FetchedDocument($0, address: request.address)) }
                ?? .failed(.nothingThere)
        }
    }
}

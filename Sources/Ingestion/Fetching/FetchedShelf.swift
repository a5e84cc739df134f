import Content
import ContentDigest
import Files
import Foundation
import JSON

/// Documents of the web as they were received, kept for a while in a folder, so that a school can read them again without a network and see what a
/// server sent. A file a document; what is over the bound goes, the oldest first.
public struct FetchedShelf: Sendable {
    private let folder: String
    private let mostBytes: Int

    /// The folder, below the working folder's `Data/`.
    public static let folder = "Fetched"

    /// A shelf in a folder, with a bound in bytes; 0 keeps nothing.
    package init(folder: String, mostBytes: Int) {
        self.folder = folder
        self.mostBytes = mostBytes
    }

    /// What stands before a document's bytes, as one line of JSON.
    private struct Head: Codable {
        var address: String
        var came: String
        var etag: String?
        var lastModified: String?
        var charset: String?
    }

    func path(of address: String) -> String { folder + "/" + ContentDigest(of: [address]).hex.prefix(32) }

    /// Keeps a document in place of the one that the address gave before. That it cannot be kept keeps nobody from reading it.
    func keep(_ document: FetchedDocument, of address: String) {
        guard document.bytes.count < mostBytes else { return }
        let head = Head(
            address: address, came: document.address, etag: document.etag, lastModified: document.lastModified,
            charset: document.charset)
        guard let line = try? JSONText.bytes(of: head) else { return }
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // Whole or not at all, and not synced: it is no loss if a power cut takes it.
        try? Data(line + [0x0A] + document.bytes).write(
            to: URL(fileURLWithPath: path(of: address)), options: .atomic)
    }

    /// The document that was kept of an address; nil: there is none.
    func document(of address: String) -> FetchedDocument? {
        guard let bytes = try? RegularFile.read(path(of: address), limit: max(mostBytes, 1) + 100_000),
            let end = bytes.firstIndex(of: 0x0A),
            let head = try? JSONText.value(Head.self, of: Array(bytes[..<end])),
            head.address == address
        else { return nil }
        var document = FetchedDocument(
            Array(bytes[(end + 1)...]), address: head.came, etag: head.etag, lastModified: head.lastModified)
        document.charset = head.charset
        return document
    }

    /// Takes away what is over the bound, the oldest first.
    public func tidy() {
        let files = FileManager.default
        let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
        let kept = names.map { name -> (path: String, size: Int, changed: Date) in
            let path = folder + "/" + name
            let attributes = try? files.attributesOfItem(atPath: path)
            return (path, attributes?[.size] as? Int ?? 0, attributes?[.modificationDate] as? Date ?? .distantPast)
        }.sorted { ($1.changed, $0.path) < ($0.changed, $1.path) }
        var sum = 0
        for file in kept {
            sum += file.size
            if sum > mostBytes { try? files.removeItem(atPath: file.path) }
        }
    }
}

/// Keeps what another fetcher gets of the web, on a shelf.
public struct KeepingFetcher: Fetcher {
    private let fetcher: any Fetcher
    private let shelf: FetchedShelf

    /// A fetcher over another.
    package init(_ fetcher: any Fetcher, shelf: FetchedShelf) {
        self.fetcher = fetcher
        self.shelf = shelf
    }

    /// What the other gets.
    public func fetch(_ requests: [FetchRequest]) -> [FetchResult] {
        let results = fetcher.fetch(requests)
        for (request, result) in zip(requests, results) { keep(result, of: request) }
        return results
    }

    /// The same, each when its turn comes.
    public func fetch(_ requests: [FetchRequest], _ deliver: (Int, FetchResult) throws -> Void) throws {
        try fetcher.fetch(requests) { index, result in
            keep(result, of: requests[index])
            try deliver(index, result)
        }
    }

    private func keep(_ result: FetchResult, of request: FetchRequest) {
        guard case .document(let document) = result, request.address.isWebAddress, request.wants == .feed else {
            return
        }
        shelf.keep(document, of: request.address)
    }
}

/// Files from the disk, and of the web what was kept on a shelf: nothing is asked of any server.
public struct OfflineFetcher: Fetcher {
    private let files: any Fetcher
    private let shelf: FetchedShelf

    /// A fetcher of what a shelf has; `files`: who reads files.
    package init(files: any Fetcher, shelf: FetchedShelf) {
        self.files = files
        self.shelf = shelf
    }

    /// What is there.
    public func fetch(_ requests: [FetchRequest]) -> [FetchResult] {
        requests.flatMap { request -> [FetchResult] in
            guard request.address.isWebAddress else { return files.fetch([request]) }
            return [
                shelf.document(of: request.address).map { .document($0) }
                    ?? .failed(.notKept)
            ]
        }
    }
}

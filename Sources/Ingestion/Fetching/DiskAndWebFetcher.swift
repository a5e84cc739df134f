import Configuration
import Foundation

/// Files from the disk and documents from the web, each by its own means.
public struct DiskAndWebFetcher: Fetcher {
    private let settings: FetchingSettings

    /// A fetcher with the school's settings.
    public init(settings: FetchingSettings) { self.settings = settings }

    /// Reads the files, and fetches the web's documents at the same time.
    public func fetch(_ requests: [FetchRequest]) -> [FetchResult] {
        let web = requests.filter { $0.address.isWebAddress }
        var answers = (web.isEmpty ? [] : CurlTransfer(settings: settings).fetch(web)).makeIterator()
        return requests.map { request in
            guard request.address.isWebAddress else { return file(request.address) }
            return answers.next() ?? .failed(FetchError("The fetch was broken off."))
        }
    }

    private func file(_ path: String) -> FetchResult {
        let limit = settings.maxMegabytes * 1_000_000
        guard let file = FileHandle(forReadingAtPath: path) else {
            let remedy = "Check the path and that Gleaner may read it."
            return .failed(FetchError("The file is not there or cannot be opened.", remedy: remedy))
        }
        defer { try? file.close() }
        do {
            let data = try file.read(upToCount: limit + 1) ?? Data()
            guard data.count <= limit else { return .failed(.tooLarge(megabytes: settings.maxMegabytes)) }
            return .body(Array(data), etag: nil, lastModified: nil, finalAddress: path)
        } catch {
            return .failed(FetchError("The file cannot be read: \(error.localizedDescription)"))
        }
    }
}

extension FetchError {
    static func tooLarge(megabytes: Int) -> FetchError {
        FetchError(
            "The document is larger than \(megabytes) MB.",
            remedy: "Raise 'max-megabytes' under 'fetching', or take the feed off the list.")
    }
}

extension String {
    /// Whether it is an `http` or `https` address and not a path.
    var isWebAddress: Bool {
        let start = prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }
}

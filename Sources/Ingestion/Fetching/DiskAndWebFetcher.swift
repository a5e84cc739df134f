import Configuration
import Files

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

    /// The same, each when its turn comes: a slow server holds up no other.
    public func fetch(_ requests: [FetchRequest], _ deliver: (Int, FetchResult) throws -> Void) throws {
        let web = requests.filter { $0.address.isWebAddress }
        let thread = web.isEmpty ? nil : FetchingThread(web, settings: settings)
        defer { thread?.stop() }
        var turn = 0
        for (index, request) in requests.enumerated() {
            guard request.address.isWebAddress, let thread else {
                try deliver(index, file(request.address))
                continue
            }
            try deliver(index, thread.result(of: turn))
            turn += 1
        }
    }

    private func file(_ path: String) -> FetchResult {
        do throws(RegularFile.Problem) {
            let bytes = try RegularFile.read(path, limit: settings.maxMegabytes * 1_000_000)
            let limit = settings.maxMegabytes * 1_000_000
            do throws(Packing.Problem) {
                return .document(FetchedDocument(try Packing().unpacked(bytes, limit: limit), address: path))
            } catch {
                switch error {
                case .tooLarge: return .failed(.tooLarge(megabytes: settings.maxMegabytes))
                case .broken:
                    let remedy = "Unpack it, or put a whole one in its place."
                    return .failed(FetchError("The file is compressed, and damaged or cut off.", remedy: remedy))
                }
            }
        } catch {
            switch error {
            case .missing:
                let remedy = "Check the path and that Gleaner may read it."
                return .failed(FetchError("The file is not there or cannot be opened.", remedy: remedy))
            case .notAFile(let kind):
                return .failed(FetchError("It is \(kind), not a file.", remedy: "Put a feed's document in its place."))
            case .tooLarge: return .failed(.tooLarge(megabytes: settings.maxMegabytes))
            case .unreadable(let words): return .failed(FetchError("The file cannot be read: \(words)."))
            }
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

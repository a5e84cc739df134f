import Configuration
import Content
import Files

/// Files from the disk and documents from the web, each by its own means.
public struct DiskAndWebFetcher: Fetcher {
    private let settings: FetchingSettings
    private let secrets: FeedSecrets

    /// A fetcher with the school's settings, and with what it logs in with.
    package init(settings: FetchingSettings, secrets: FeedSecrets = FeedSecrets()) {
        self.settings = settings
        self.secrets = secrets
    }

    /// Reads the files, and fetches the web's documents at the same time.
    public func fetch(_ requests: [FetchRequest]) -> [FetchResult] {
        let asked = asked(requests)
        var answers = (asked.web.isEmpty ? [] : CurlTransfer(settings: settings).fetch(asked.web)).makeIterator()
        return asked.ways.map { way in
            switch way {
            case .file(let path): file(path)
            case .none(let error): .failed(error)
            case .web(let secrets):
                FeedSecrets.masked(answers.next() ?? .failed(.brokenOff), secrets)
            }
        }
    }

    /// The same, each when its turn comes: a slow server holds up no other.
    public func fetch(_ requests: [FetchRequest], _ deliver: (Int, FetchResult) throws -> Void) throws {
        let asked = asked(requests)
        let thread = asked.web.isEmpty ? nil : FetchingThread(asked.web, settings: settings)
        defer { thread?.stop() }
        var turn = 0
        for (index, way) in asked.ways.enumerated() {
            switch way {
            case .file(let path): try deliver(index, file(path))
            case .none(let error): try deliver(index, .failed(error))
            case .web(let secrets):
                let result = thread?.result(of: turn) ?? .failed(.noLibrary)
                try deliver(index, FeedSecrets.masked(result, secrets))
                turn += 1
            }
        }
    }

    /// How a document is had.
    private enum Way {
        case file(String)
        /// From the web, with these secrets in its address.
        case web([String])
        /// Not at all.
        case none(FetchError)
    }

    /// The way to each document, and the requests to the web with their secrets filled in.
    private func asked(_ requests: [FetchRequest]) -> (ways: [Way], web: [FetchRequest]) {
        var web: [FetchRequest] = []
        let ways = requests.map { request -> Way in
            guard request.address.isWebAddress else { return .file(request.address) }
            do throws(FetchError) {
                let (address, secrets) = try secrets.filled(request.address)
                var filled = request
                filled.address = address
                web.append(filled)
                return .web(secrets)
            } catch {
                return .none(error)
            }
        }
        return (ways, web)
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
                case .broken: return .failed(.fileBadlyPacked)
                }
            }
        } catch {
            switch error {
            case .missing: return .failed(.fileMissing)
            case .notAFile(let kind): return .failed(.notAFile(kind))
            case .tooLarge: return .failed(.tooLarge(megabytes: settings.maxMegabytes))
            case .unreadable, .notPrivate: return .failed(.fileNotRead(error))
            }
        }
    }
}

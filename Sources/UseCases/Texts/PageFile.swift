import Configuration
import FeedParsing
import Foundation
import Ingestion

/// A page of the web in a file of the disk, plain or gzipped.
struct PageFile: Sendable {
    private let files = DiskAndWebFetcher(settings: FetchingSettings())

    /// What is found in it.
    func page(at path: String) throws(UnreadPage) -> ArticlePage {
        let whole = URL(fileURLWithPath: path).path
        switch files.fetch([FetchRequest(address: whole)]).first {
        case .document(let document): return ArticlePage(document.bytes)
        case .failed(let error): throw .notFetched(error)
        case .notModified, nil: throw .noAnswer
        }
    }
}

/// Why a page could not be read.
public enum UnreadPage: Error, Hashable, Sendable {
    /// It could not be had.
    case notFetched(FetchError)
    /// Nothing came.
    case noAnswer
}

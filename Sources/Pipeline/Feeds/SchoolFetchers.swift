import Configuration
import Foundation
import Ingestion

extension School {
    /// What the school logs in to closed feeds with.
    package var feedSecrets: FeedSecrets {
        FeedSecrets(file: folder.resolve(FeedSecrets.file), environment: ProcessInfo.processInfo.environment)
    }

    /// What was fetched last, as it came.
    var fetchedShelf: FetchedShelf {
        FetchedShelf(
            folder: WorkingFolder.join(folder.data, FetchedShelf.folder),
            mostBytes: configuration.fetching.keepMegabytes * 1_000_000)
    }

    /// Files and the web, with the school's secrets; what comes from the web is kept for a while.
    package var fetcher: any Fetcher {
        KeepingFetcher(DiskAndWebFetcher(settings: configuration.fetching, secrets: feedSecrets), shelf: fetchedShelf)
    }

    /// Files, and of the web what was kept.
    var offlineFetcher: any Fetcher {
        OfflineFetcher(files: DiskAndWebFetcher(settings: configuration.fetching), shelf: fetchedShelf)
    }
}

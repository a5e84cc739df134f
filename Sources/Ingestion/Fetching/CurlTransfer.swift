import CLibCurl
import Configuration
import Content

/// Fetches documents through libcurl, on the calling thread: a sliding window over all of them, at most ``perHost`` at once from a host.
struct CurlTransfer {
    let settings: FetchingSettings

    /// Requests that run at the same time to one host: more is no manners.
    static let perHost = 2

    /// Milliseconds until it is looked whether the transfers are to stop.
    private static let patience: Int32 = 100

    /// All results, in the order of the requests.
    func fetch(_ requests: [FetchRequest]) -> [FetchResult] {
        var results = [FetchResult](repeating: .failed(.noLibrary), count: requests.count)
        fetch(requests, mayStart: { true }, mayGoOn: { true }) { results[$0] = $1 }
        return results
    }

    /// Gives each result when it is there, in any order. `mayStart`: whether there is room for one more document; `mayGoOn`: false breaks
    /// all off.
    func fetch(
        _ requests: [FetchRequest], mayStart: () -> Bool, mayGoOn: () -> Bool, _ done: (Int, FetchResult) -> Void
    ) {
        guard let multi = curl_multi_init() else {
            for index in requests.indices { done(index, .failed(.noLibrary)) }
            return
        }
        defer { curl_multi_cleanup(multi) }
        var queue = HostQueue(requests.map { HostQueue.host(of: $0.address) }, perHost: CurlTransfer.perHost)
        var running: [UnsafeMutableRawPointer: (index: Int, download: Download)] = [:]
        defer { for handle in running.keys { curl_multi_remove_handle(multi, handle) } }
        while mayGoOn() {
            while running.count < settings.atOnce, running.isEmpty || mayStart(), let index = queue.next() {
                let download = Download(requests[index], settings: settings)
                guard let handle = download.handle, curl_multi_add_handle(multi, handle) == CURLM_OK else {
                    queue.end(index)
                    done(index, .failed(.noLibrary))
                    continue
                }
                running[handle] = (index, download)
            }
            guard !running.isEmpty else { return }
            var count: Int32 = 0
            guard curl_multi_perform(multi, &count) == CURLM_OK else { break }
            for (handle, code) in CurlTransfer.ended(multi) {
                guard let (index, download) = running.removeValue(forKey: handle) else { continue }
                let result = download.finish(code)
                curl_multi_remove_handle(multi, handle)
                queue.end(index)
                done(index, result)
                // Whoever asks to be left alone means all that it serves.
                if case .failed(let error) = result, case .busy = error.kind {
                    for other in queue.takeAll(of: index) { done(other, result) }
                }
            }
            if count > 0 { curl_multi_poll(multi, nil, 0, CurlTransfer.patience, nil) }
        }
    }

    private static func ended(_ multi: UnsafeMutableRawPointer) -> [(UnsafeMutableRawPointer, CURLcode)] {
        var ended: [(UnsafeMutableRawPointer, CURLcode)] = []
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            ended.append((handle, message.pointee.data.result))
        }
        return ended
    }
}

import CLibCurl
import Configuration
import Content
import Glibc

/// Fetches a few documents at the same time through libcurl, on the calling thread.
struct CurlTransfer {
    let settings: FetchingSettings

    func fetch(_ requests: [FetchRequest]) -> [FetchResult] {
        guard let multi = curl_multi_init() else { return requests.map { _ in .failed(CurlTransfer.noLibrary) } }
        defer { curl_multi_cleanup(multi) }
        let downloads = requests.map { Download($0, settings: settings) }
        for case let handle? in downloads.map(\.handle) { curl_multi_add_handle(multi, handle) }
        var running: Int32 = 0
        repeat {
            guard curl_multi_perform(multi, &running) == CURLM_OK else { break }
            collect(from: multi, into: downloads)
            if running > 0 { curl_multi_poll(multi, nil, 0, 500, nil) }
        } while running > 0
        collect(from: multi, into: downloads)
        for case let handle? in downloads.map(\.handle) { curl_multi_remove_handle(multi, handle) }
        return downloads.map { $0.result ?? .failed(CurlTransfer.noLibrary) }
    }

    static let noLibrary = FetchError("The transfer could not be started (out of memory).")

    private func collect(from multi: UnsafeMutableRawPointer, into downloads: [Download]) {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE else { continue }
            let handle = message.pointee.easy_handle
            downloads.first { $0.handle == handle }?.finish(message.pointee.data.result)
        }
    }
}

/// One document on its way. A class, because libcurl's callbacks write into it through a pointer; it lives in
/// `CurlTransfer.fetch` for as long as the transfer does.
final class Download {
    private(set) var result: FetchResult?
    let handle: UnsafeMutableRawPointer?
    private let request: FetchRequest
    private let settings: FetchingSettings
    private let limit: Int
    private var body: [UInt8] = []
    private var etag: String?
    private var lastModified: String?
    private var tooLarge = false
    private var refusedPrivate = false
    private var packing = Packing()
    private var requestHeaders: UnsafeMutablePointer<curl_slist>?

    init(_ request: FetchRequest, settings: FetchingSettings) {
        self.request = request
        self.settings = settings
        limit = settings.maxMegabytes * 1_000_000
        handle = curl_easy_init()
        if handle != nil { prepare() }
    }

    deinit {
        if let handle { curl_easy_cleanup(handle) }
        curl_slist_free_all(requestHeaders)
    }

    private func prepare() {
        let this = Unmanaged.passUnretained(self).toOpaque()
        text(CURLOPT_URL, request.address)
        text(CURLOPT_USERAGENT, "Gleaner/0.1 (school reading lists; feed reader)")
        text(CURLOPT_PROTOCOLS_STR, "http,https")
        text(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        text(CURLOPT_ACCEPT_ENCODING, Packing.accepted)
        // Behind a proxy the address that is opened is the proxy's, and what lies behind it cannot be judged here.
        if !settings.allowPrivateAddresses { text(CURLOPT_PROXY, "") }
        gleaner_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 1)
        gleaner_curl_set_long(handle, CURLOPT_MAXREDIRS, 5)
        gleaner_curl_set_long(handle, CURLOPT_TIMEOUT, settings.timeoutSeconds)
        gleaner_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT, min(15, settings.timeoutSeconds))
        gleaner_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        if let etag = request.validators?.etag { header("If-None-Match: \(etag)") }
        if let date = request.validators?.lastModified { header("If-Modified-Since: \(date)") }
        gleaner_curl_set_pointer(handle, CURLOPT_HTTPHEADER, requestHeaders)
        gleaner_curl_set_pointer(handle, CURLOPT_WRITEDATA, this)
        gleaner_curl_set_pointer(handle, CURLOPT_HEADERDATA, this)
        gleaner_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, this)
        // `this` is unretained: the download outlives its transfer, see the type's comment.
        gleaner_curl_set_write(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, this in
            guard let bytes, let this else { return 0 }
            let download = Unmanaged<Download>.fromOpaque(this).takeUnretainedValue()
            return download.take(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
        }
        gleaner_curl_set_write(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, this in
            guard let bytes, let this else { return 0 }
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            let download = Unmanaged<Download>.fromOpaque(this).takeUnretainedValue()
            return download.takeHeader(String(decoding: line, as: UTF8.self)) ? size * count : 0
        }
        gleaner_curl_set_open_socket(handle) { this, _, address in
            guard let this, let address else { return CURL_SOCKET_BAD }
            return Unmanaged<Download>.fromOpaque(this).takeUnretainedValue().openSocket(to: address)
        }
    }

    private func text(_ option: CURLoption, _ value: String) {
        // libcurl copies texts at once.
        _ = value.withCString { gleaner_curl_set_pointer(handle, option, $0) }
    }

    private func header(_ line: String) {
        guard !line.utf8.contains(where: { $0 < 0x20 }) else { return }
        requestHeaders = curl_slist_append(requestHeaders, line)
    }

    private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard body.count + bytes.count <= limit else {
            tooLarge = true
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }

    /// Takes a line of the answer's head; no where the answer is not to be read on.
    private func takeHeader(_ line: String) -> Bool {
        // A status line begins the headers of the next answer: what a redirect said before it counts no more.
        if line.hasPrefix("HTTP/") {
            etag = nil
            lastModified = nil
            body.removeAll()
            packing = Packing()
        }
        guard let colon = line.firstIndex(of: ":") else { return true }
        // The line's end goes too: a carriage return and a line feed are one character to Swift.
        let value = line[line.index(after: colon)...].trimmed
        switch line[..<colon].lowercased() {
        case "etag": etag = value
        case "last-modified": lastModified = value
        case "content-encoding", "transfer-encoding": packing.take(value)
        default: break
        }
        return packing.isAccepted
    }

    /// Opens the socket to an address after names were resolved, unless it is one of the school's own network.
    private func openSocket(to address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0
        // The library puts the whole socket address, up to `addrlen` bytes, where the struct's last member begins.
        let length = min(Int(address.pointee.addrlen), 28)
        let bytes = Array(UnsafeRawBufferPointer(start: UnsafeRawPointer(address) + offset, count: length))
        let host: [UInt8]
        switch address.pointee.family {
        case AF_INET where length >= 8: host = Array(bytes[4..<8])
        case AF_INET6 where length >= 24: host = Array(bytes[8..<24])
        default: host = []
        }
        guard settings.allowPrivateAddresses || !PrivateAddress.contains(host) else {
            refusedPrivate = true
            return CURL_SOCKET_BAD
        }
        return socket(
            address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
    }

    func finish(_ code: CURLcode) {
        result = outcome(code)
        body = []
    }

    private func outcome(_ code: CURLcode) -> FetchResult {
        if tooLarge { return .failed(.tooLarge(megabytes: settings.maxMegabytes)) }
        if !packing.isAccepted {
            let remedy = "Its operator has to send it plain or in gzip; the next run tries again."
            return .failed(FetchError("The document is packed in a way that is not read.", remedy: remedy))
        }
        if refusedPrivate {
            let remedy = "If the school runs this server itself, set 'allow-private-addresses' under 'fetching'."
            return .failed(FetchError("The address lies in a private network and was not opened.", remedy: remedy))
        }
        guard code == CURLE_OK else {
            return .failed(FetchError("\(String(cString: curl_easy_strerror(code)))."))
        }
        var status = 0
        gleaner_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        if status == 304 { return .notModified }
        guard (200..<300).contains(status) else {
            let gone = status == 404 || status == 410
            return .failed(
                FetchError(
                    "The server answered \(status).",
                    remedy: gone ? "The feed has moved or gone: check its address." : "The next run tries again."))
        }
        var final: UnsafeMutablePointer<CChar>?
        gleaner_curl_get_string(handle, CURLINFO_EFFECTIVE_URL, &final)
        let address = final.map { String(cString: $0) } ?? request.address
        return .body(body, etag: etag, lastModified: lastModified, finalAddress: address)
    }
}

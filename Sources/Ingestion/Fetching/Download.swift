import CLibCurl
import Configuration
import Content
import Foundation
import Glibc

/// One document on its way. A class, because libcurl's callbacks write into it through a pointer; it lives in ``CurlTransfer`` for as
/// long as the transfer does.
final class Download {
    let handle: UnsafeMutableRawPointer?
    private let request: FetchRequest
    private let settings: FetchingSettings
    private let limit: Int
    private var body: [UInt8] = []
    private var head = AnswerHead()
    /// Whether every redirect so far was one for good.
    private var isMovedForGood = true
    private var tooLarge = false
    private var refusedPrivate = false
    private var requestHeaders: UnsafeMutablePointer<curl_slist>?

    private static let redirects = 5

    private static func accepted(_ wanted: FetchRequest.Wanted) -> String {
        switch wanted {
        case .feed:
            "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, "
                + "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.6, */*;q=0.1"
        case .page: "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1"
        }
    }

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
        text(CURLOPT_URL, Download.plain(request.address))
        text(CURLOPT_USERAGENT, settings.userAgent)
        text(CURLOPT_PROTOCOLS_STR, "http,https")
        text(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        // Cookies live as long as the fetch: some servers send in a circle whoever brings none.
        text(CURLOPT_COOKIEFILE, "")
        // Behind a proxy the address that is opened is the proxy's, and what lies behind it cannot be judged here.
        if !settings.allowPrivateAddresses { text(CURLOPT_PROXY, "") }
        gleaner_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 1)
        gleaner_curl_set_long(handle, CURLOPT_MAXREDIRS, Download.redirects)
        gleaner_curl_set_long(handle, CURLOPT_TIMEOUT, settings.timeoutSeconds)
        gleaner_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT, min(15, settings.timeoutSeconds))
        gleaner_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        // We undo one packing ourselves, within a bound: the library takes what it does not know for a failure.
        header("Accept-Encoding: \(Packing.accepted)")
        header("Accept: \(Download.accepted(request.wants))")
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

    /// An address in ASCII, as the net wants it (IDNA, RFC 3986).
    private static func plain(_ address: String) -> String {
        address.utf8.allSatisfy { $0 < 0x80 } ? address : URL(string: address)?.absoluteString ?? address
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
            head = AnswerHead()
            body.removeAll()
            let status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
            // RFC 9110, 15.4: only these two are said for good.
            if (300..<400).contains(status), status != 304, status != 301, status != 308 { isMovedForGood = false }
        }
        // The line's end goes too: a carriage return and a line feed are one character to Swift.
        head.take(line.prefix { !$0.isNewline })
        return head.packing.isAccepted
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

    /// What the transfer came to.
    func finish(_ code: CURLcode) -> FetchResult {
        defer { body = [] }
        if tooLarge { return .failed(.tooLarge(megabytes: settings.maxMegabytes)) }
        if !head.packing.isAccepted { return .failed(.packedOtherwise) }
        if refusedPrivate { return .failed(.privateNetwork) }
        guard code == CURLE_OK else { return .failed(FetchFailure.error(code, seconds: settings.timeoutSeconds)) }
        var status = 0
        gleaner_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        var final: UnsafeMutablePointer<CChar>?
        gleaner_curl_get_string(handle, CURLINFO_EFFECTIVE_URL, &final)
        let address = final.map { String(cString: $0) } ?? request.address
        var redirects = 0
        gleaner_curl_get_long(handle, CURLINFO_REDIRECT_COUNT, &redirects)
        var terms = FetchTerms()
        terms.freshSeconds = head.freshSeconds.map { max(0, $0 - head.age) }
        if redirects > 0, isMovedForGood { terms.movedTo = address }
        if status == 304 { return .notModified(terms) }
        // Anything else that is called good is no whole document: 204 has none, 206 a part.
        guard status == 200 || status == 203 else {
            return .failed(FetchFailure.error(status: status, retryAfter: head.secondsToWait()))
        }
        do throws(Packing.Problem) {
            var document = FetchedDocument(
                try head.packing.unpacked(body, limit: limit), address: address, etag: head.etag,
                lastModified: head.lastModified)
            document.charset = head.charset
            document.terms = terms
            return .document(document)
        } catch {
            switch error {
            case .tooLarge: return .failed(.tooLarge(megabytes: settings.maxMegabytes))
            case .broken: return .failed(.badlyPacked)
            }
        }
    }
}

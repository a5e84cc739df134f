import CLibCurl

/// What a transfer that failed is called, in our own words.
enum FetchFailure {
    /// The words for the library's number. `seconds`: how long it was waited for.
    static func error(_ code: CURLcode, seconds: Int) -> FetchError {
        switch code {
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL:
            FetchError("The address is none that can be fetched.", remedy: "Check the feed's address.")
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            FetchError(
                "The server's name is not known.",
                remedy:
                    "Check the feed's address, and that this machine reaches the internet. The next run tries again.")
        case CURLE_COULDNT_CONNECT: FetchError("The server cannot be reached.")
        case CURLE_OPERATION_TIMEDOUT: FetchError("The server took longer than \(seconds) seconds.")
        case CURLE_TOO_MANY_REDIRECTS:
            FetchError("The server sends on and on, more than five times.", remedy: "Check the feed's address.")
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING:
            FetchError("The answer broke off.")
        case CURLE_PEER_FAILED_VERIFICATION:
            FetchError(
                "The server cannot prove who it is: its certificate is not valid.",
                remedy: "Its operator has to renew it; check this machine's clock, too. The next run tries again.")
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR,
            CURLE_USE_SSL_FAILED:
            FetchError("No secure connection to the server could be made.")
        case CURLE_SSL_CACERT_BADFILE:
            FetchError(
                "The list of certificates that this machine trusts cannot be read.",
                remedy: "Install the package ca-certificates.")
        case CURLE_OUT_OF_MEMORY: CurlTransfer.noLibrary
        default: FetchError("The server's answer cannot be understood (code \(code.rawValue)).")
        }
    }

    /// The words for an answer other than a document.
    static func error(status: Int, retryAfter: Int?) -> FetchError {
        switch status {
        case 410:
            FetchError(
                "The server says that the feed has ended (410).",
                remedy: "Take it off the list, or give its new address.",
                kind: .gone)
        case 404:
            FetchError(
                "The server answered 404.", remedy: "The feed has moved or is not there for now: check its address.",
                kind: .noDocument)
        case 429,
            503 where retryAfter != nil:
            FetchError(
                "The server answered \(status): it wants to be asked less often.",
                remedy: "It is left alone for as long as it asks.", kind: .busy(seconds: retryAfter))
        case 401, 403, 407:
            FetchError(
                "The server answered \(status): it lets nobody in, or not everybody.",
                remedy: "Ask its operator whether the feed may be read. The next run tries again.", kind: .noDocument)
        case 206: FetchError("The server sent only a part of the document (206).")
        case 400..<500: FetchError("The server answered \(status).", kind: .noDocument)
        default: FetchError("The server answered \(status).")
        }
    }
}

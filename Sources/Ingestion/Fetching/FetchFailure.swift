import CLibCurl
import Files

/// What a transfer that failed is called, in our own words: all that a ``FetchError`` may say stands in this file.
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
        case CURLE_OUT_OF_MEMORY: .noLibrary
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

extension FetchError {
    /// Nothing came back of a request.
    static let noAnswer = FetchError("There was no answer.")
    /// The library gave no handle.
    static let noLibrary = FetchError("The transfer could not be started (out of memory).")
    /// The run ended before the answer was there.
    static let brokenOff = FetchError("The fetch was broken off.")
    /// Memory has no document of an address.
    static let nothingThere = FetchError("There is nothing at this address.")
    /// A compressed answer cannot be unpacked.
    static let badlyPacked = FetchError("The document is compressed, and damaged or cut off.")
    /// The answer is compressed in a way that nobody asked for.
    static let packedOtherwise = FetchError(
        "The document is packed in a way that is not read.",
        remedy: "Its operator has to send it plain or in gzip; the next run tries again.")
    /// The name of a public server stands for an address of the school's own network.
    static let privateNetwork = FetchError(
        "The address lies in a private network and was not opened.",
        remedy: "If the school runs this server itself, set 'allow-private-addresses' under 'fetching'.")
    /// Nothing was kept of an address when no server is asked.
    static let notKept = FetchError(
        "It was not fetched yet, or is not kept any more.", remedy: "Run once without --offline.")

    /// More was sent, or lies on the disk, than the school wants to read.
    static func tooLarge(megabytes: Int) -> FetchError {
        FetchError(
            "The document is larger than \(megabytes) MB.",
            remedy: "Raise 'max-megabytes' under 'fetching', or take the feed off the list.")
    }

    /// An address needs what the school has not written down; `problem`: why its file could not be read.
    static func noSecret(_ name: String, problem: String?) -> FetchError {
        let set = "Write a line \(name)=… into \(FeedSecrets.file), or set \(FeedSecrets.prefix)\(name)."
        return FetchError(
            "The address needs the secret '\(name)', which is not there.",
            remedy: problem.map { "\(FeedSecrets.file): \($0)." } ?? set)
    }
}

/// Files that cannot be read.
extension FetchError {
    static let fileMissing = FetchError(
        "The file is not there or cannot be opened.", remedy: "Check the path and that Gleaner may read it.")
    static let fileBadlyPacked = FetchError(
        "The file is compressed, and damaged or cut off.", remedy: "Unpack it, or put a whole one in its place.")

    static func notAFile(_ kind: String) -> FetchError {
        FetchError("It is \(kind), not a file.", remedy: "Put a feed's document in its place.")
    }

    static func fileNotRead(_ problem: RegularFile.Problem) -> FetchError {
        FetchError("The file cannot be read: \(problem).")
    }
}

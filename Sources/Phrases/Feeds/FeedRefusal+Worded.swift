import Content
import FeedParsing
import Files
import Ingestion
import UseCases

extension FeedRefusal: Worded {
    /// Feeds that are told where a name may mean several.
    private static let mostNamed = 8
    /// Feeds that are told of a page.
    private static let mostOnPage = 12

    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .noFeed(let name, let nearest):
            "there is no feed '\(name)' on the list.\(Hint.didYouMean(nearest)) See 'gleaner feeds list'."
        case .severalFeeds(let name, let feeds):
            "'\(name)' may be \(feeds.count) feeds: "
                + Listing.of(feeds.prefix(Self.mostNamed).map { "“\($0.title)” (\($0.address))" })
                + ". Use its address."
        case .onNoOwnList(let feed, let configuration):
            "“\(feed.title)” stands on no list of the school's own: 'feeds' in \(configuration), a folder or a list of "
                + "the web names it. Change it there."
        case .onListAlready(let address, let list): "'\(address)' is on \(list) already."
        case .toldNoNewAddress(let feed): "the server of “\(feed.title)” has told no new address: give it."
        case .notFetched(let address, let error):
            "\(Finding(.error, at: .feed(address.text), error.problem, remedy: error.remedy))"
        case .notParsed(let address, let error): "\(Finding(.error, at: .feed(address.text), "\(error)"))"
        case .noAnswer(let address): "'\(address)' gave no answer."
        case .pageWithoutFeed(let address):
            "'\(address)' is a page, and it names no feed. Look on it for a link called RSS, Atom or feed, and give that."
        case .pageOfFeeds(let address, let feeds):
            "'\(address)' is a page that names \(feeds.count) feeds: "
                + Listing.of(feeds.prefix(Self.mostOnPage).map { $0.address + ($0.title.map { " (\($0))" } ?? "") })
                + ". Add the one that you want."
        case .pageOfNoFeed(let address, let feed):
            "'\(address)' is a page; what it names as its feed, \(feed.address), is none."
        case .notAList(let path):
            "\(path) is no list of feeds in OPML. Export one from your reader, and give that."
        case .noOwnList(let configuration):
            "'feeds' in \(configuration) names no OPML list of the school's own. Add the address there."
        case .cannotGrow(let list):
            "\(list) cannot take one more: it has no </body>, or is broken before it. Mend it, or begin a new one."
        case .cannotChange(let list): "\(list) cannot be changed as it is written. Mend it, or change it by hand."
        case .notUTF8(let list): "\(list) is not in UTF-8, so nothing was changed. Save it as UTF-8 and try again."
        case .notWritten(let list, let problem): "could not write \(list): \(problem.problem). \(problem.remedy)"
        }
    }
}

import Content
import FeedParsing

/// What is found while the school's sources are followed. A source is named as the school names it: an address, or a path from
/// the working folder.
extension Finding {
    /// Told of a file or folder that lies deeper than folders are followed.
    static func liesTooDeep(_ source: String, most: Int) -> Finding {
        passedOver(source, "it lies more than \(most) folders deep and was not read.")
    }

    /// Told of an address with a secret in it that a list of the web names.
    static func webMayUseNoSecret(_ source: String) -> Finding {
        passedOver(source, "a list of the web names it, which can use no secret of the school's.")
    }

    /// Told of a path that a list of the web names.
    static func webMayNameNoFile(_ source: String) -> Finding {
        passedOver(source, "a list of the web names it, which can name no file of this machine.")
    }

    /// Told of each list that is named beyond the most that are followed.
    static func tooManyLists(_ list: String, most: Int) -> Finding {
        passedOver(list, "more than \(most) feed lists name one another; this one was not read.")
    }

    /// Told of each list whose turn does not come before the run has to end.
    static func timeWasUp(beforeList list: String) -> Finding {
        passedOver(list, "the run's time was up before the feed list was read.")
    }

    private static func passedOver(_ source: String, _ problem: String) -> Finding {
        Finding(.warning, at: place(of: source), problem, remedy: "List it in 'feeds' itself.")
    }

    /// Told of a path of the configuration, or of a list, at which there is nothing.
    static func nothingIs(at source: String, namedIn configuration: String) -> Finding {
        Finding(
            .error, at: place(of: source), "there is no such file or folder.",
            remedy: "Correct 'feeds' in \(configuration) or the feed list.")
    }

    /// Told of a folder whose files cannot be listed.
    static func folderNotRead(_ folder: String) -> Finding {
        Finding(
            .error, at: .file(folder), "the folder could not be read.",
            remedy: "Check that Gleaner may read it; what it read there before stays as it is.")
    }

    /// Told of a list that could not be fetched or opened.
    static func listNotRead(_ list: String, _ error: FetchError) -> Finding {
        Finding(
            .error, at: place(of: list), "the feed list could not be read. \(error.problem)", remedy: error.remedy)
    }

    /// Told of a list that was read and may name fewer feeds than it should.
    static func listIsNotWhole(_ list: String) -> Finding {
        Finding(
            .error, at: place(of: list), "the feed list has no end, or too many feeds: it may be cut off.",
            remedy: "Mend it, or put your last copy of it in its place.")
    }

    /// Told of a document that is called a list and is none.
    static func listNotUnderstood(_ list: String, _ error: FeedParseError) -> Finding {
        Finding(.error, at: place(of: list), "\(error)")
    }

    /// What was found of one feed of a list, told with the list.
    static func inList(_ list: String, _ finding: Finding) -> Finding {
        // No site is both a list and a feed of it: the place is in words.
        Finding(finding.severity, at: "\(list):\(finding.place)", finding.problem, remedy: finding.remedy)
    }

    private static func place(of source: String) -> FindingSite {
        source.isWebAddress ? .feed(source) : .file(source)
    }
}

/// What is found when feeds are asked.
extension Finding {
    /// Told in each run by which a feed is left alone because its server said that there will be nothing more.
    static func feedHasEnded(_ feed: String, on moment: Timestamp) -> Finding {
        Finding(
            .error, at: .feed(feed),
            "its server said on \(day(moment)) that it has ended, so it is not asked any more.",
            remedy: "Take it off the list, or give its new address; 'gleaner ingest' with its address asks once more.")
    }

    /// Told in each run by which a feed is left alone because it failed too often of late.
    static func feedKeepsFailing(_ feed: String, _ state: FeedState?) -> Finding {
        let since = state?.failingSince.map { " since \(day($0))" } ?? ""
        let why = state?.problem.map { " Last: \($0)" } ?? ""
        let when = state?.notBefore.map { "It is asked again after \($0.iso)." } ?? "A later run asks again."
        return Finding(.error, at: .feed(feed), "it could not be read\(since).\(why)", remedy: when)
    }

    /// Told once, when a server first says so.
    static func feedHasMoved(_ feed: String, to address: String) -> Finding {
        Finding(
            .note, at: .feed(feed),
            "it has moved for good to \(ShownAddress.text(address)), and is read there from now on.",
            remedy: "Put the new address on the list when you next mend it.")
    }

    private static func day(_ moment: Timestamp) -> String { String(moment.iso.prefix(10)) }

    /// Told of a feed that was asked and gave no document.
    static func feedNotFetched(_ feed: String, _ error: FetchError) -> Finding {
        Finding(.error, at: .feed(feed), error.problem, remedy: error.remedy)
    }

    /// Told of a document that is no feed at all.
    static func feedNotUnderstood(_ feed: String, _ error: FeedParseError) -> Finding {
        Finding(.error, at: .feed(feed), "\(error)")
    }

    /// Told once of each feed that the whole list named before and names no more.
    static func feedLeftTheList(_ feed: String) -> Finding {
        Finding(.note, at: .feed(feed), "it is no longer on the feed list: its articles are not sent.")
    }

    /// Told of a feed of whose articles some are clearly in another language than is declared for them; `others`: how many in each.
    static func articlesInOtherLanguages(of feed: String, articles: Int, others: [String: Int]) -> Finding {
        let told = others.sorted { $0.key < $1.key }.map { "\($0.value) in '\($0.key)'" }.joined(separator: ", ")
        return Finding(
            .note, at: .feed(feed),
            "of its \(articles) articles some are in another language than it says: \(told). They count as what they are.",
            remedy: "If the feed is wrong throughout, say its language in the feed list.")
    }

    /// Told once a feed and run, where its server lets no program read articles' pages.
    static func pagesRefused(of feed: String, count: Int) -> Finding {
        Finding(
            .note, at: .feed(feed),
            "its server does not want programs to read \(count) of its pages, so these articles are measured by the feed's text.",
            remedy: "Nothing is wrong. 'gleaner feeds set' with '--text feed' asks no more.")
    }

    /// Told once a feed and run, where articles' pages failed.
    static func pagesNotRead(of feed: String, count: Int) -> Finding {
        Finding(
            .note, at: .feed(feed), "\(count) of its articles' pages could not be read or hold no article.",
            remedy: "They are tried again, three times at most, and measured by the feed's text until then.")
    }
}

import Configuration
import Content
import FeedParsing
import Ingestion
import Pipeline
import Store

/// What a school says of a feed on its list.
public struct FeedTerms: Hashable, Sendable {
    /// The lowest grade it is meant for; nil: what is said stays.
    public var audience: GradeRange?
    /// Whether it counts as reviewed by nobody again.
    public var takesAudienceBack = false
    /// The language of a feed that declares none; nil: what is said stays.
    public var language: String?
    /// The title on the list; nil: what is said stays, for a new one the feed's own.
    public var title: String?
    /// The licence of its texts; nil: what is said stays.
    public var license: String?
    /// Where the text comes from that its articles are measured by; nil: what is said stays.
    public var text: TextOrigin?
    /// Whether its articles have no age; nil: what is said stays.
    public var isEvergreen: Bool?
    /// What it is about; nil: what is said stays.
    public var topics: [String]?

    /// Terms that change nothing.
    public init() {}

    func applied(to outline: FeedList.Outline) -> FeedList.Outline {
        var new = outline
        new.audience = takesAudienceBack ? nil : audience ?? outline.audience
        new.language = language ?? outline.language
        new.title = title ?? outline.title
        new.license = license ?? outline.license
        new.text = text ?? outline.text
        new.isEvergreen = isEvergreen ?? outline.isEvergreen
        new.topics = topics ?? outline.topics
        return new
    }
}

extension FeedDesk {
    /// Puts a feed that was found on the school's list. Gives what was done, in words.
    public func add(_ probe: FeedProbe, _ terms: FeedTerms) throws -> [String] {
        let lists = OwnFeedLists(school: school)
        var outline = terms.applied(to: FeedList.Outline(address: probe.address))
        outline.title = terms.title ?? probe.title
        guard try !lists.add([outline]).isEmpty else {
            throw RequestError("'\(probe.address)' is on \(try lists.main()) already.")
        }
        var lines = [
            "“\(ShownAddress.text(outline.title ?? probe.address))” is on \(try lists.main()) now: \(probe.words)."
        ]
        if terms.audience == nil {
            lines.append(
                "Nobody has reviewed it: 'gleaner feeds set' with --audience GRADE lets learners below 9 have it.")
        }
        if probe.withFullText < 0.5, outline.text != .page {
            lines.append(
                "It gives teasers: with '--text page' Gleaner reads the article behind one to tell its level, length and topics."
            )
        }
        return lines
    }

    /// Changes what the list says of a feed.
    public func set(_ name: String, _ terms: FeedTerms) throws -> String {
        let (entry, lists) = try named(name)
        let changed = try lists.change(entry) { terms.applied(to: $0) }
        return told(entry, changed, "is changed", "says so already")
    }

    /// Takes a feed off the list. What it has brought is not sent any more, and not forgotten.
    public func remove(_ name: String) throws -> String {
        let (entry, lists) = try named(name)
        return told(entry, try lists.change(entry) { _ in nil }, "is taken off", "has it no more")
            + " Its articles are not sent from the next 'gleaner ingest' on; the store keeps them."
    }

    /// Asks no more for a feed until it is resumed, or asks again. What it has brought goes on being sent.
    public func pause(_ name: String, _ isPaused: Bool) throws -> String {
        let (entry, lists) = try named(name)
        let changed = try lists.change(entry) {
            var new = $0
            new.isPaused = isPaused
            return new
        }
        return told(entry, changed, isPaused ? "is paused" : "is asked again", "says so already")
    }

    /// Puts a feed's new address in the place of the old one, after reading it once; nil: the one that its server told.
    public func move(_ name: String, to address: String?, store: Store) throws -> String {
        let (entry, lists) = try named(name)
        let told = try store.feedStates.state(of: entry.feed.address)?.movedTo
        guard let new = address ?? told else {
            throw RequestError("the server of “\(entry.feed.title)” has told no new address: give it.")
        }
        let probe = try find(new)
        let changed = try lists.change(entry) {
            var outline = $0
            outline.address = probe.address
            return outline
        }
        return self.told(
            entry, changed, "is read at \(ShownAddress.text(probe.address)) from now on", "has that address already")
            + " Articles that it has at the same addresses stay the same articles."
    }

    private func told(_ entry: FeedPlan.Entry, _ lists: [String], _ done: String, _ nothing: String) -> String {
        let title = "“\(ShownAddress.text(entry.feed.title))”"
        return lists.isEmpty ? "\(title): the list \(nothing)." : "\(title) \(done) (\(lists.joined(separator: ", ")))."
    }

    /// The feed that somebody names by its address, its title or a part of one that no other has, and that stands on a list of the school's own.
    private func named(_ name: String) throws -> (FeedPlan.Entry, OwnFeedLists) {
        let plan = plan()
        let lists = OwnFeedLists(school: school, paths: plan.ownLists)
        let place = school.folder.name(of: school.folder.resolve(name))
        let exact = plan.entries.filter { entry in
            [entry.feed.address, ShownAddress.text(entry.feed.address)].contains(name) || entry.feed.address == place
                || entry.feed.title.lowercased() == name.lowercased()
        }
        let near =
            exact.isEmpty
            ? plan.entries.filter { entry in
                [entry.feed.title, ShownAddress.text(entry.feed.address)].contains {
                    $0.lowercased().contains(name.lowercased())
                }
            } : exact
        guard let entry = near.first, !name.isEmpty else {
            let hint = NearestName.hint(
                for: name, among: plan.entries.flatMap { [$0.feed.title, ShownAddress.text($0.feed.address)] })
            throw RequestError("there is no feed '\(name)' on the list.\(hint) See 'gleaner feeds list'.")
        }
        guard near.count == 1 else {
            let titles = near.prefix(8).map { "“\($0.feed.title)” (\($0.feed.address))" }.joined(separator: ", ")
            throw RequestError("'\(name)' may be \(near.count) feeds: \(titles). Use its address.")
        }
        guard lists.name(entry) else {
            throw RequestError(
                "“\(entry.feed.title)” stands on no list of the school's own: 'feeds' in "
                    + "\(school.folder.name(of: school.folder.configuration)), a folder or a list of the web names it. Change it there."
            )
        }
        return (entry, lists)
    }
}

import Content

/// Section `lists`: how a reading list is composed.
public struct ListSettings: Sendable, Equatable {
    /// Key `places`: how many articles a list holds at most, 1…50. Default 6.
    public var places = 6
    /// Key `minutes`: the reading minutes of a list, 1…600, where the roster does not say. Default 30.
    public var minutes = 30
    /// Key `per-feed`: how many articles of one feed a list holds at most, 1…50. Default 2.
    public var perFeed = 2
    /// Key `per-topic`: how many articles on one topic a list holds at most, 1…50. Default 3.
    public var perTopic = 3
    /// Key `feed-share`: the largest share of what a learner gets over four weeks from one feed, 0.05…1. Default 0.3.
    public var feedShare = 0.3
    /// Key `topic-share`: the same on one topic. Default 0.5.
    public var topicShare = 0.5
    /// Key `ceiling`: how many grades harder than what a learner reads well an article may be, 0.1…16: to grade 3, at 8, from 11. Default 1.2, 2, 3.
    public var ceiling = [1.2, 2, 3]
    /// Key `floor`: how many grades easier. Default 1.5, 2.5, 3.5.
    public var floor = [1.5, 2.5, 3.5]
    /// Key `diversity`: how strongly articles that are alike push each other down, 0 (not at all) … 1. Default 0.3.
    public var diversity = 0.3
    /// Key `max-age-days`: articles older than this are left out, 1…36500 days; nil (`none`): never. Default 90.
    public var maxAgeDays: Int? = 90
    /// Key `half-life-days`: after so many days what a learner said of topics and articles counts half, 1…36500; nil
    /// (`none`): it does not fade. Default 180.
    public var halfLifeDays: Int? = 180
    /// Key `dial`: whose say lists are where neither class nor learner says. Default 2, shared.
    public var dial = Dial.shared
    /// Key `stretch`: whether a list may hold one article a little above the learner's level. Default true.
    public var stretch = true
    /// Key `words-per-minute`: how fast an article is taken to be read, 20…1000. Default 150.
    public var wordsPerMinute = 150

    /// The defaults.
    package init() {}

    init(reading map: inout MapReader) {
        let defaults = ListSettings()
        places = map.integer("places", 1...50, default: defaults.places)
        minutes = map.integer("minutes", 1...600, default: defaults.minutes)
        perFeed = map.integer("per-feed", 1...50, default: defaults.perFeed)
        perTopic = map.integer("per-topic", 1...50, default: defaults.perTopic)
        feedShare = map.number("feed-share", 0.05...1, default: defaults.feedShare)
        topicShare = map.number("topic-share", 0.05...1, default: defaults.topicShare)
        ceiling = map.numbers("ceiling", count: 3, 0.1...16, default: defaults.ceiling)
        floor = map.numbers("floor", count: 3, 0.1...16, default: defaults.floor)
        diversity = map.number("diversity", 0...1, default: defaults.diversity)
        maxAgeDays = map.integerOrNone("max-age-days", 1...36_500, default: defaults.maxAgeDays)
        halfLifeDays = map.integerOrNone("half-life-days", 1...36_500, default: defaults.halfLifeDays)
        dial = Dial(rawValue: map.integer("dial", 0...4, default: defaults.dial.rawValue)) ?? defaults.dial
        stretch = map.flag("stretch", default: defaults.stretch)
        wordsPerMinute = map.integer("words-per-minute", 20...1000, default: defaults.wordsPerMinute)
    }

    var tree: OptionValue {
        .map([
            "places": .int(places), "minutes": .int(minutes), "per-feed": .int(perFeed), "per-topic": .int(perTopic),
            "feed-share": .double(feedShare), "topic-share": .double(topicShare),
            "ceiling": .list(ceiling.map { .double($0) }), "floor": .list(floor.map { .double($0) }),
            "diversity": .double(diversity), "max-age-days": .optional(maxAgeDays), "dial": .int(dial.rawValue),
            "half-life-days": .optional(halfLifeDays), "stretch": .bool(stretch),
            "words-per-minute": .int(wordsPerMinute),
        ])
    }
}

import Content
import ScorerKit

/// What a learner was given over the last weeks, by feed and topic: so that over the weeks, too, no feed and no topic takes more than its share.
struct EarlierPlaces {
    /// How many articles of each feed, by its number.
    private let feeds: [Int16]
    /// How many about each topic, by its number.
    private let topics: [Int16]
    /// How many articles a feed may have given and give, over the weeks with this list.
    let mostOfFeed: Int
    /// How many may be about one topic.
    let mostOnTopic: Int

    /// So many days back they are counted: four weeks.
    static let days = 28.0

    /// Counts what was given; `topics`: what the learner wants.
    init(_ given: GivenItems, snapshot: RankSnapshot, topics wanted: Topics) {
        let (batch, columns, settings) = (snapshot.batch, snapshot.columns, snapshot.settings)
        let since = batch.now.adding(seconds: -Int64(Self.days * 86_400)).utcDate
        var feeds = [Int16](repeating: 0, count: columns.feedCount)
        var topics = [Int16](repeating: 0, count: wanted.count)
        var total = settings.places
        for (item, edition) in given.items where edition.date > since {
            total += 1
            guard let index = batch.index(of: item) else { continue }
            feeds[Int(columns.feeds[index])] += 1
            if let topic = wanted.topic(of: index) { topics[topic] += 1 }
        }
        self.feeds = feeds
        self.topics = topics
        mostOfFeed = max(settings.perFeed, Int(settings.feedShare * Double(total)))
        mostOnTopic = max(settings.perTopic, Int(settings.topicShare * Double(total)))
    }

    /// Whether a feed has had its share with what is in the list.
    func isFull(feed: Int, there: Int16) -> Bool { Int(feeds[feed]) + Int(there) >= mostOfFeed }

    /// Whether a topic has.
    func isFull(topic: Int, there: Int16) -> Bool { Int(topics[topic]) + Int(there) >= mostOnTopic }
}

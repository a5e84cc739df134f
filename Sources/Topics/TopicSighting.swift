/// A member of a family that was found in an article.
struct TopicSighting: Hashable, Sendable {
    /// The number of the text that it stands in.
    var part: Int
    /// The number of its first word.
    var start: Int
    /// How many words it has.
    var count: Int
    /// How sure it brings the topic.
    var width: TopicFamily.Width
    /// Which member it is.
    var member: Int
    /// Whether the member is written with a capital wherever it stands: a name, an abbreviation.
    var isProper: Bool

    /// Its words by their numbers.
    var range: Range<Int> { start..<(start + count) }

    /// The longest of those that overlap, of these the surest; in the order of the text.
    static func longest(_ sightings: [TopicSighting]) -> [TopicSighting] {
        guard sightings.count > 1 else { return sightings }
        var kept: [TopicSighting] = []
        let longestFirst = sightings.sorted {
            ($1.count, $0.width, $0.start, $0.member) < ($0.count, $1.width, $1.start, $1.member)
        }
        for sighting in longestFirst where !kept.contains(where: { $0.range.overlaps(sighting.range) }) {
            kept.append(sighting)
        }
        return kept.sorted { $0.start < $1.start }
    }
}

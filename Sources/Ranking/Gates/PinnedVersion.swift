import Content
import ScorerKit

/// Which article a pin comes to: a pin names a story, and each reader gets the version that fits, unless the teacher fixes one.
struct PinnedVersion {
    let snapshot: RankSnapshot
    let profile: InterestProfile
    /// The learner's school.
    let school: SchoolName?

    /// The pinned article itself where it is within reach, or tells no story that others tell; else the version of its language that
    /// lies nearest to the reader, easier before harder.
    func item(of pin: StandingRules.Pin) -> Int? {
        guard let pinned = snapshot.batch.index(of: pin.item) else { return nil }
        let story = snapshot.rules.stories[pinned]
        guard !pin.exact, story >= 0, !isWithinReach(pinned) else { return pinned }
        let language = snapshot.columns.languageNumbers[pinned]
        let versions = (snapshot.rules.tellers[Int(story)] ?? []).filter {
            snapshot.columns.languageNumbers[$0] == language && snapshot.rules.listed[$0]
                && snapshot.rules.reaches($0, school)
        }
        return versions.min { (distance($0), $0 == pinned ? 0 : 1, $0) < (distance($1), $1 == pinned ? 0 : 1, $1) }
            ?? pinned
    }

    private func own(_ item: Int) -> Double {
        let language = snapshot.batch.items[item].language
        return language.flatMap { profile.bands[$0]?.level } ?? profile.level
    }

    /// Whether the level is within ceiling and floor; one that nobody knows is taken as it is.
    private func isWithinReach(_ item: Int) -> Bool {
        let (level, own) = (snapshot.batch.levels[item], own(item))
        if level.isNaN { return true }
        let (ceiling, floor) = (snapshot.settings.ceiling, snapshot.settings.floor)
        return (own - floor.grades(at: own)...own + ceiling.grades(at: own)).contains(level)
    }

    private func distance(_ item: Int) -> Double { LevelReach.distance(snapshot.batch.levels[item] - own(item)) }
}

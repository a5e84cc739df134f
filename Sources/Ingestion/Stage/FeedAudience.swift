import Content
import FeedParsing

/// Whom one feed is meant for, from all that names it.
///
/// The school's word is that of its configuration and of the lists on its own disk. What a list of the web says may only make it
/// stricter: a server must not open a feed to younger learners than the school did, nor one that nobody has reviewed.
struct FeedAudience {
    /// What one source of the configuration says: of the feed itself, and of all that lies below the source.
    private struct Word {
        var own: GradeRange?
        var ofAll: GradeRange?

        /// What is said of a feed itself counts before what is said of a folder or list.
        var said: GradeRange? { own ?? ofAll }
    }

    private var words: [Int: Word] = [:]
    /// The highest grade that a list of the web gives.
    private var raise: Int?
    /// Whether some list gives an audience that is none.
    private var isDoubtful = false
    /// Which of the configuration's sources name it.
    private(set) var sources: Set<Int> = []

    /// Takes in what one way to the feed says.
    mutating func add(_ standing: Standing) {
        sources.insert(standing.source)
        if standing.isOwn {
            words[standing.source, default: Word()].own = narrower(words[standing.source]?.own, standing.audience)
        } else {
            words[standing.source, default: Word()].ofAll = narrower(words[standing.source]?.ofAll, standing.audience)
        }
        raise = higher(raise, standing.raise)
        isDoubtful = isDoubtful || standing.isDoubtful
    }

    /// The lowest grade that the feed is meant for; nil: nobody has reviewed it. Of several sources the highest
    /// grade holds.
    var grade: Int? {
        let said = words.values.compactMap { $0.said?.lowest }.max()
        let grade = FeedAudience.stricter(said, raise)
        guard isDoubtful, let known = grade, known < Feed.reviewedFromGrade else { return grade }
        return nil
    }

    /// The highest grade that it is meant for, of several sources the lowest; nil: none is too high.
    var highest: Int? { words.values.compactMap { $0.said?.highest }.min() }

    /// The stricter of what the school says and what another says who may only raise it. A feed without a review is shut to learners
    /// below ``Feed/reviewedFromGrade`` already: only a higher grade is stricter.
    static func stricter(_ said: Int?, _ raise: Int?) -> Int? {
        guard let raise else { return said }
        guard let said else { return raise > Feed.reviewedFromGrade ? raise : nil }
        return max(said, raise)
    }

    private func narrower(_ one: GradeRange?, _ other: GradeRange?) -> GradeRange? {
        guard let one, let other else { return one ?? other }
        let ends = [one.highest, other.highest].compactMap { $0 }
        return GradeRange(max(one.lowest, other.lowest), to: ends.min())
    }

    private func higher(_ one: Int?, _ other: Int?) -> Int? {
        guard let one, let other else { return one ?? other }
        return max(one, other)
    }

    /// What has been said on the way from a source to a list or feed.
    struct Standing: Hashable {
        /// Which of the configuration's sources it is.
        var source: Int
        /// The school's word.
        var audience: GradeRange?
        /// Whether that was said of the feed itself.
        var isOwn = false
        /// The highest grade that lists of the web gave on the way.
        var raise: Int?
        /// Whether a list on the way gave an audience that is none.
        var isDoubtful = false
        /// Whether a list of the web names it.
        var isFromWeb = false
        /// The language of feeds that declare none.
        var language: String?
        /// The licence of feeds that name none, as a list of the school's own says.
        var license: String?

        /// Whether the pages of articles are read, as the school's own list says.
        var text = TextOrigin.feed
        /// Whether the school's own list says that the feed is not asked for now.
        var isPaused = false
        /// Whether its articles have no age, as the school's own list or configuration says.
        var isEvergreen = false
        /// What the feed is about, as the school's own list says.
        var topics: [String] = []

        /// What holds for an outline of a list. `isOfWeb`: a server gave the list.
        func at(_ outline: FeedList.Outline, isOfWeb: Bool) -> Standing {
            var standing = self
            standing.language = outline.language ?? language
            // Nobody but the school itself can say that it may print.
            standing.license = isOfWeb ? nil : outline.license
            if !isOfWeb {
                standing.text = outline.text ?? text
                standing.isPaused = outline.isPaused
                standing.isEvergreen = outline.isEvergreen ?? isEvergreen
                standing.topics = outline.topics
            }
            standing.isDoubtful = isDoubtful || outline.hasUnreadableAudience
            standing.isFromWeb = isOfWeb
            standing.isOwn = false
            guard let grade = outline.audience else { return standing }
            if isOfWeb {
                standing.raise = max(raise ?? grade.lowest, grade.lowest)
            } else {
                (standing.audience, standing.isOwn) = (grade, true)
            }
            return standing
        }
    }
}

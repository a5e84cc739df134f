import Content

/// Whether one article is a near-copy of another: the same text, lightly edited.
///
/// What is measured is containment (Broder 1997) by words: how much of the shorter opening stands in the other, in runs of at
/// least three words in the same order. So a changed headline, a byline or a sentence more or less, a shorter teaser and a
/// "read more" at the end do not hide a copy. Texts made from one form, a weather report or a quiz of the day, share as much
/// and are told apart by what was filled in: other numbers, other names, another subject in the headline.
public enum NearCopy {
    /// From so many words on, a text speaks for itself; a shorter one needs the same day too.
    public static let tellingWords = 25
    /// Below so many words a text is compared with its headline as well.
    static let shortText = 20
    /// The share of the shorter text that must stand in the other.
    static let share = 0.6
    /// The least number of shared words.
    static let leastShared = 12
    /// The share where headline and short text are compared together.
    static let shareWithTitle = 0.85
    /// The share of the longer text that must be shared within one publisher's feed, who tells its own articles apart.
    static let shareOfOwn = 0.9
    /// What is called the same day: agencies' texts are everywhere within hours, the next puzzle comes a day later.
    static let sameDay: Int64 = 18 * 3_600
    /// One filled-in word may differ for so many shared ones: a text is corrected, a form is not.
    static let wordsACorrection = 60
    /// The longest gap in which a number, or a name, counts as filled in; what is longer was written anew.
    static let longestNumberGap = 8
    static let longestNameGap = 3

    /// Whether one is a near-copy of the other; the same for both orders. `ofOnePublisher`: both stand in one feed and on one
    /// site.
    public static func links(_ one: CopyText, _ other: CopyText, ofOnePublisher: Bool) -> Bool {
        // Where two runs are equally long, the first of the left text is taken: a fixed left makes the answer symmetric.
        let (left, right) = precedes(other, one) ? (other, one) : (one, other)
        guard !numbersDiffer(left.title, right.title) else { return false }
        guard let common = Common(left, right) else { return false }
        if ofOnePublisher {
            let longer = max(common.left.count, common.right.count)
            guard min(left.opening.count, right.opening.count) >= tellingWords,
                Double(common.runs.words) >= shareOfOwn * Double(longer)
            else { return false }
        }
        guard !headlinesNameDifferentSubjects(left, right, common) else { return false }
        return common.filledIn(left, right) <= common.runs.words / wordsACorrection
    }

    private static func precedes(_ one: CopyText, _ other: CopyText) -> Bool {
        let words = [one, other].map { text in (text.opening + text.title).map { $0.hash } }
        return words[0].count != words[1].count
            ? words[0].count < words[1].count : words[0].lexicographicallyPrecedes(words[1])
    }

    /// Whether each headline has a number that the other lacks: parts of a series, reports of different days.
    private static func numbersDiffer(_ one: [CopyWord], _ other: [CopyWord]) -> Bool {
        haveOwn(one, other, besides: (Set(one.map { $0.hash }), Set(other.map { $0.hash }))) { $0.isNumber }
    }

    /// Whether each headline has a word that its own text has too and that the other article lacks altogether: then they
    /// are about different things in the same words.
    private static func headlinesNameDifferentSubjects(_ one: CopyText, _ other: CopyText, _ common: Common) -> Bool {
        func subjects(_ title: [CopyWord], _ words: [CopyWord]) -> [CopyWord] {
            let inText = Set(words.map { $0.hash })
            return title.filter { ($0.isLong || $0.isNumber) && inText.contains($0.hash) }
        }
        return haveOwn(
            subjects(one.title, common.left), subjects(other.title, common.right),
            besides: (Common.all(one, common.left), Common.all(other, common.right))
        ) { _ in true }
    }

    /// Whether both lists have a word of a kind that the other article does not have.
    static func haveOwn(
        _ one: some Sequence<CopyWord>, _ other: some Sequence<CopyWord>, besides: (Set<UInt64>, Set<UInt64>),
        of kind: (CopyWord) -> Bool
    ) -> Bool {
        one.contains { kind($0) && !besides.1.contains($0.hash) }
            && other.contains { kind($0) && !besides.0.contains($0.hash) }
    }
}

/// What two articles have in common, where that is enough to look closer.
private struct Common {
    /// The words that were compared.
    let left: [CopyWord]
    let right: [CopyWord]
    let runs: SharedRuns

    init?(_ one: CopyText, _ other: CopyText) {
        let shorter = min(one.opening.count, other.opening.count)
        let isOfOneDay = abs(one.published.seconds - other.published.seconds) <= NearCopy.sameDay
        let enough = max(Double(NearCopy.leastShared), NearCopy.share * Double(shorter))
        // Most texts that share a mark share little else, which is told at a twentieth of the cost.
        guard shorter < NearCopy.shortText || Double(one.mostShared(with: other)) >= enough else { return nil }
        let runs = SharedRuns(one.opening.map { $0.hash }, other.opening.map { $0.hash })
        if Double(runs.words) >= enough, shorter >= NearCopy.tellingWords || isOfOneDay {
            (left, right, self.runs) = (one.opening, other.opening, runs)
            return
        }
        guard shorter < NearCopy.shortText, isOfOneDay else { return nil }
        (left, right) = (one.title + one.opening, other.title + other.opening)
        self.runs = SharedRuns(left.map { $0.hash }, right.map { $0.hash })
        let least = NearCopy.shareWithTitle * Double(min(left.count, right.count))
        guard Double(self.runs.words) >= max(Double(NearCopy.leastShared), least) else { return nil }
    }

    /// How many gaps between the shared runs hold, on both sides, numbers or names that the other article lacks. What stands
    /// before the first run or after the last is a byline, a place line, a pointer to the whole: there only numbers count.
    func filledIn(_ one: CopyText, _ other: CopyText) -> Int {
        let besides = (Common.all(one, left), Common.all(other, right))
        var count = 0
        var at = (left: 0, right: 0)
        let end = SharedRuns.Run(left: left.count, right: right.count, count: 0)
        for (index, run) in (runs.runs + [end]).enumerated() {
            let gap = (left[at.left..<run.left], right[at.right..<run.right])
            let isInside = index > 0 && index < runs.runs.count
            let longest = max(gap.0.count, gap.1.count)
            let numbers =
                longest <= NearCopy.longestNumberGap
                && NearCopy.haveOwn(gap.0, gap.1, besides: besides) { $0.isNumber }
            let names =
                isInside && longest <= NearCopy.longestNameGap
                && NearCopy.haveOwn(gap.0, gap.1, besides: besides) { $0.isName }
            if numbers || names { count += 1 }
            at = (run.left + run.count, run.right + run.count)
        }
        return count
    }

    static func all(_ text: CopyText, _ words: [CopyWord]) -> Set<UInt64> {
        Set(words.map { $0.hash }).union(text.title.map { $0.hash })
    }
}

/// Words that say nothing by themselves: a shot is fired by a gun, a camera and a striker. They count beside another sign, and not
/// where the article is about something that uses such words in its own way.
enum WeakSigns {
    /// What a rule found.
    struct Sign: Hashable {
        var words: ClosedRange<Int>
        /// The grade below which it holds.
        var below: Int
        var rule: Int
        var isWeak: Bool
        /// Whether it needs no other sign.
        var hasCompany: Bool

        init(words: ClosedRange<Int>, _ rule: HeldWordList.Rule, number: Int) {
            self.words = words
            below = rule.below
            self.rule = number
            isWeak = rule.isWeak
            hasCompany = rule.hasCompany
        }
    }

    /// A subject that uses frightening words in its own way.
    struct Subject {
        /// Where its words stand, in the order of the article.
        var places: [Int]
        /// So many different ones near a sign make the article one about it.
        var least: Int
    }

    /// The signs that count. One word is one sign, whatever rules it meets.
    static func counting(_ signs: [Sign], in text: ScannedText, subjects: [Subject]) -> [Sign] {
        signs.filter { sign in
            if !sign.isWeak { return true }
            let isAlone =
                !sign.hasCompany && !signs.contains { isNear($0, sign) && isAnother($0, than: sign, in: text) }
            return !isAlone && !subjects.contains { isAbout($0, near: sign, in: text) }
        }
    }

    private static func isNear(_ one: Sign, _ other: Sign) -> Bool {
        one.words.lowerBound - other.words.upperBound < HeldWordScan.near
            && other.words.lowerBound - one.words.upperBound < HeldWordScan.near
    }

    /// Whether two signs are by different rules and words.
    private static func isAnother(_ one: Sign, than other: Sign, in text: ScannedText) -> Bool {
        guard one.rule != other.rule, !one.words.overlaps(other.words) else { return false }
        let kinds = Set(text.words[other.words].map(\.kind))
        return !text.words[one.words].allSatisfy { kinds.contains($0.kind) }
    }

    private static func isAbout(_ subject: Subject, near sign: Sign, in text: ScannedText) -> Bool {
        let title = text.range(ofSentence: 0)
        let near = (sign.words.lowerBound - HeldWordScan.near)...(sign.words.upperBound + HeldWordScan.near)
        var kinds: Set<Int32> = []
        for place in subject.places
        where !sign.words.contains(place) && (near.contains(place) || title.contains(place)) {
            kinds.insert(text.words[place].kind)
            if kinds.count >= subject.least { return true }
        }
        return false
    }
}

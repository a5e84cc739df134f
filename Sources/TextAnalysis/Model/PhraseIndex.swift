import Synchronization

/// Finds phrases in a model and remembers what it found: in a school many learners say the same words. A class, because
/// all who ask share one memory; the model never changes, so the order of asking does not show.
public final class PhraseIndex: Sendable {
    /// The model that is searched.
    public let model: TextModel
    private let known = Mutex<[Phrase: PhraseMatches]>([:])
    private let forms = Mutex<[Phrase: [[Int32]]]>([:])
    private let meanings = Mutex<[Phrase: [Float]?]>([:])
    private let nearness: NearnessRows

    /// An index over a model.
    public init(_ model: TextModel) {
        self.model = model
        nearness = NearnessRows(items: model.count)
    }

    /// Where a phrase stands; see ``TextModel/matches(of:)``.
    public func matches(of phrase: Phrase) -> PhraseMatches {
        if let matches = known.withLock({ $0[phrase] }) { return matches }
        let matches = model.matches(of: phrase)
        known.withLock { $0[phrase] = matches }
        return matches
    }

    /// The words of an item that a phrase matches, in lower case as the item spells them, once each, in the order of title,
    /// tags and text.
    public func spellings(of phrase: Phrase, in item: Int) -> [String] {
        var wanted = forms.withLock { $0[phrase] }
        if wanted == nil {
            wanted = model.wantedForms(phrase)
            forms.withLock { $0[phrase] = wanted }
        }
        return model.spellings(of: wanted ?? [], in: item)
    }

    /// The direction of a phrase in the model's space of meanings, of length 1: of its words, and of the twenty items
    /// that are most about it. nil where the model has no space, or nothing in it knows the phrase.
    public func meaning(of phrase: Phrase) -> [Float]? {
        if let meaning = meanings.withLock({ $0[phrase] }) { return meaning }
        let meaning = model.meaning(of: phrase, found: matches(of: phrase))
        meanings.withLock { $0[phrase] = meaning }
        return meaning
    }

    /// The direction of a phrase that is found elsewhere than by its own words; see ``meaning(of:)``.
    public func meaning(of phrase: Phrase, found: PhraseMatches) -> [Float]? {
        model.meaning(of: phrase, found: found)
    }

    /// How near each item is to a phrase in the space of meanings, −1…1; nil where the phrase has no place there.
    public func nearness(to phrase: Phrase) -> [Float]? {
        guard let places = model.places, let direction = meaning(of: phrase) else { return nil }
        return nearness.row(.phrase(phrase)) { places.nearness(to: direction) }
    }

    /// How near each item is to a direction, −1…1; nil where the model has no space.
    public func nearness(towards direction: [Float]) -> [Float]? {
        guard let places = model.places else { return nil }
        return nearness.row(.direction(direction)) { places.nearness(to: direction) }
    }

    /// How near each item is to one of them in the space of meanings, −1…1; nil where the model has none.
    public func nearness(to item: Int) -> [Float]? {
        guard let places = model.places else { return nil }
        return nearness.row(.item(item)) { places.nearness(to: places.place(of: item)) }
    }
}

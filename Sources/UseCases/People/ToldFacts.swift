import Content
import Pipeline

/// What a teacher may be shown of what others said: a guardian's words are theirs, and so is what is private.
struct ToldFacts {
    let school: School

    /// A text as a teacher may see it; nil: it is not theirs to see.
    func phrase(_ phrase: String, by origin: Fact.Origin) -> Verbatim? {
        origin != .guardian && school.isNamedToOthers(phrase) ? Verbatim(phrase) : nil
    }

    /// What a statement is about, an article's title or topics; of several topics all of them, or nothing.
    func about(_ fact: Fact) -> Verbatim? {
        if fact.item != nil { return fact.origin == .guardian ? nil : Verbatim(fact.value) }
        let parts = Fact.list(fact.value)
        guard parts.count > 1 else { return phrase(fact.value, by: fact.origin) }
        return parts.allSatisfy { phrase($0, by: fact.origin) != nil } ? Verbatim(fact.value) : nil
    }
}

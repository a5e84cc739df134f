import Content
import Pipeline
import Roster
import Safeguarding
import Store
import Topics

/// Takes down wishes that came as rows, however they were typed.
struct WishRows {
    let hearing: Hearing
    let school: School
    private var store: Store { hearing.store }

    /// What rows come to, before anybody was told of it.
    struct Taken {
        var down = TakenDown()
        /// Whether something new was said of topics, whose meaning is to be found.
        var saysTopics = false
        /// What is newly said must never come.
        var newlyBarred: [BarredTopics.Said] = []
    }

    /// Over a school's store.
    init(_ open: SchoolAndStore) {
        hearing = Hearing(school: open.school, store: open.store)
        school = open.school
    }

    /// Takes down the rows of a source, read by what nobody may see.
    func takeDown(
        from source: StripPlace, now: Timestamp, read: (HeldTexts) throws(RosterError) -> RosterFile<WishRow>
    ) throws -> TakenDown {
        try told(try store.write { scope in try takeDown(from: source, now: now, in: scope, read: read) }, now: now)
    }

    /// The same within a change of somebody's, who tells of it when it is done (``told(_:now:)``).
    func takeDown(
        from source: StripPlace, now: Timestamp, in scope: borrowing WriteScope,
        read: (HeldTexts) throws(RosterError) -> RosterFile<WishRow>
    ) throws -> Taken {
        let held = try hearing.held()
        return try takeDown(try read(held), held, from: source, now: now, in: scope)
    }

    /// Tells whoever is to be told of what rows came to, and finds what new topics mean.
    func told(_ taken: Taken, now: Timestamp) throws -> TakenDown {
        var down = taken.down
        down.add(try hearing.notify(now: now))
        if taken.saysTopics { down.add(try TopicResolving(school: school, store: store).catchUp(now: now)) }
        let barred = try BarredTopics(taken.newlyBarred, school: school, store: store)
        if !barred.isEmpty { down.parts.append(.keepBack(barred)) }
        return down
    }

    private func takeDown(
        _ file: RosterFile<WishRow>, _ held: HeldTexts, from source: StripPlace, now: Timestamp,
        in scope: borrowing WriteScope
    ) throws -> Taken {
        let kept = try held.keep(file.held, of: file.name, origin: .learner, at: now, in: scope)
        let rows = file.rows + file.remains
        let known = try store.learners.facts(about: Array(Set(rows.map { $0.learner })))
        var taken = Taken()
        taken.down.add(file.findings + known.findings)
        var new: [Fact] = []
        var said: [LearnerID: [Fact]] = [:]
        // What is left of a row that cannot be read is a "never".
        for row in rows {
            let place = source.line(row.line)
            guard let facts = known.readable[row.learner], !facts.isEmpty else {
                let name = hearing.screen.named(row.learner.rawValue)
                taken.down.notes.append(.noLearnerOfRow(name, at: place))
                continue
            }
            var item: ContentItem?
            if let code = row.item {
                item = try store.items.item(named: code.rawValue)
                if item == nil {
                    taken.down.notes.append(.noItem(code, topicCounts: !row.topics.isEmpty, at: place))
                }
            }
            let learner = Learner(id: row.learner, facts: facts)
            for fact in row.facts(item: item.map { ($0.id, $0.title) }, at: now) {
                let isNew = RepeatedWish.isNew(fact, beside: facts + said[fact.learner, default: []])
                if isNew {
                    new.append(fact)
                    said[fact.learner, default: []].append(fact)
                    if fact.kind == .never, fact.item == nil {
                        taken.newlyBarred.append(.init(phrase: fact.value, languages: learner.languages))
                    }
                }
                // What must never come and may not be shown holds without a word.
                if fact.item == nil, hearing.screen.verdict(of: fact.value) != nil { continue }
                taken.down.parts.append(.said(.init(fact, learner: learner, isNew: isNew)))
            }
        }
        taken.saysTopics = new.contains { $0.item == nil }
        taken.down.facts = try store.learners.append(new, in: scope)
        if !file.held.isEmpty { taken.down.parts.append(.kept) }
        taken.down.appended = new.count + kept
        return taken
    }
}

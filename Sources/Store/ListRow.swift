import Content
import JSON

/// A reading list as the store keeps it: its JSON written beforehand, on whichever thread made the list, so that the one
/// writer of the store only writes.
public struct ListRow: Sendable {
    let list: ReadingList
    let run: Int64
    let body: String
    let record: String

    /// The row of a list. The JSON is that of the types' own `Codable` form, by hand because there are many lists.
    public init(_ stored: StoredList) {
        list = stored.list
        run = stored.run
        var line = JSONWriter()
        line.write(stored.list)
        body = String(decoding: line.takeBytes(), as: UTF8.self)
        line = JSONWriter()
        line.write(stored.record)
        record = String(decoding: line.takeBytes(), as: UTF8.self)
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ list: ReadingList) {
        open("{")
        if let answers = list.answers {
            key("answers")
            open("[")
            for answer in answers { write(answer) }
            close("]")
        }
        key("dial")
        value(list.dial.rawValue)
        key("edition")
        value(list.edition.description)
        key("entries")
        open("[")
        for entry in list.entries { write(entry) }
        close("]")
        key("learner")
        value(list.learner.rawValue)
        key("made")
        value(list.made.iso)
        if let missing = list.missingScorers {
            key("missingScorers")
            value(missing)
        }
        key("silentScorers")
        value(list.silentScorers)
        key("state")
        value(list.state.rawValue)
        close("}")
    }

    private mutating func write(_ answer: WishAnswer) {
        open("{")
        key("isOld")
        value(answer.isOld)
        if let item = answer.item {
            key("item")
            value(item.rawValue)
        }
        write(names: answer.names)
        key("origin")
        value(answer.origin.rawValue)
        key("outcome")
        value(answer.outcome.rawValue)
        key("phrase")
        value(answer.phrase)
        close("}")
    }

    private mutating func write(names: [String: String]?) {
        guard let names else { return }
        key("names")
        open("{")
        for (language, name) in names.sorted(by: { $0.key < $1.key }) {
            key(language)
            value(name)
        }
        close("}")
    }

    private mutating func write(_ entry: ListEntry) {
        open("{")
        key("blend")
        value(entry.blend)
        if let gap = entry.gap {
            key("gap")
            value(gap)
        }
        key("item")
        value(entry.item.rawValue)
        key("place")
        value(entry.place)
        key("reasons")
        open("[")
        for reason in entry.reasons { write(reason) }
        close("]")
        key("scores")
        open("[")
        for score in entry.scores { write(score) }
        close("]")
        key("side")
        value(entry.side.rawValue)
        key("version")
        value(entry.version)
        close("}")
    }

    private mutating func write(_ part: ScorePart) {
        open("{")
        key("contribution")
        value(part.contribution)
        if let score = part.score {
            key("score")
            value(score)
        }
        key("scorer")
        value(part.scorer)
        key("standardised")
        value(part.standardised)
        key("weight")
        value(part.weight)
        close("}")
    }

    private mutating func write(_ reason: Reason) {
        open("{")
        key("kind")
        switch reason {
        case .pinned(let by, let assigned):
            value("pinned")
            key("by")
            value(by)
            key("assigned")
            value(assigned)
        case .scored(let scorer, let evidence):
            value("scored")
            key("scorer")
            value(scorer)
            key("evidence")
            write(evidence)
        case .stretch(let item, let learner):
            value("stretch")
            key("item")
            value(item)
            key("learner")
            value(learner)
        case .bestLeft: value("bestLeft")
        case .unnamed: value("unnamed")
        }
        close("}")
    }

    private mutating func write(_ evidence: Evidence) {
        open("{")
        key("kind")
        switch evidence {
        case .terms(let terms):
            value("terms")
            key("terms")
            open("[")
            for term in terms { write(term) }
            close("]")
        case .levels(let item, let learner):
            value("levels")
            key("item")
            value(item)
            key("learner")
            value(learner)
        case .age(let days):
            value("age")
            key("days")
            value(days)
        case .nearness(let title, let similarity, let shared):
            value("nearness")
            key("title")
            value(title)
            key("similarity")
            value(similarity)
            if !shared.isEmpty {
                key("shared")
                value(shared)
            }
        case .measure(let name, let number):
            value("measure")
            key("name")
            value(name)
            key("value")
            value(number)
        }
        close("}")
    }

    private mutating func write(_ term: MatchedTerm) {
        open("{")
        if let isNamed = term.isNamed {
            key("isNamed")
            value(isNamed)
        }
        write(names: term.names)
        key("origin")
        value(term.origin.rawValue)
        key("phrase")
        value(term.phrase)
        key("source")
        value(term.source.rawValue)
        key("words")
        value(term.words)
        close("}")
    }

    fileprivate mutating func write(_ record: ListRecord) {
        open("{")
        key("candidates")
        value(record.candidates)
        key("removed")
        open("{")
        for (gate, count) in record.removed.sorted(by: { $0.key < $1.key }) {
            key(gate)
            value(count)
        }
        close("}")
        key("runnersUp")
        open("[")
        for runner in record.runnersUp {
            open("{")
            key("blend")
            value(runner.blend)
            key("code")
            value(runner.code.rawValue)
            close("}")
        }
        close("]")
        close("}")
    }
}

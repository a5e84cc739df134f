import Content
import ContentDigest

/// A list with everything that a page or a mail of it needs.
public struct GatheredList: Hashable, Sendable {
    /// The list.
    public var list: ReadingList
    /// The learner, as they were when the list was made.
    public var learner: Learner
    /// The learner as they are now: whoever is written to is judged by the consent and addresses that hold today.
    public var addressee: Learner
    /// The view of their facts that the list was made by.
    public var profile: InterestProfile
    /// The items of the list's entries, in their order.
    public var items: [ContentItem]
    /// The licence that each of them is under, as its feed says; nil where it says none.
    public var licenses: [String?] = []
    /// The class that the learner is shown under.
    public var schoolClass: SchoolClass?
    /// What the learner is called in their class.
    public var calledName: String?
    /// What there is for them after this list, by language; empty where nobody asked.
    public var supply: [LearnerSupply] = []
}

/// Makes the document of a message or page: a pure function of a gathered list.
struct DocumentMaker {
    let settings: DeliverySettings

    /// The document of a mail to somebody. `language`: what they read; nil: what the learner does.
    func mail(_ gathered: GatheredList, to role: RecipientRole, language: String? = nil) -> ListDocument {
        let sight: Discretion.Sight =
            switch role {
            case .learner: .ownMail
            case .guardian: .guardian(settings.guardianSees)
            case .teacher: .others
            }
        return document(gathered, role: role, sight: sight, language: language)
    }

    /// The document of a list as it may be seen there. `language`: what its reader reads; nil: what the learner does.
    func document(
        _ gathered: GatheredList, role: RecipientRole, sight: Discretion.Sight, language: String? = nil
    ) -> ListDocument {
        let learner = gathered.learner
        let list = gathered.list
        var document = ListDocument(
            edition: list.edition, role: role, learnerName: learner.name,
            language: settings.regional(language ?? learner.languages.first ?? settings.language),
            school: settings.school,
            className: gathered.schoolClass?.name ?? learner.classes.first,
            teacher: gathered.schoolClass?.printedTeachers,
            listCode: DocumentMaker.code(of: list),
            lines: lines(gathered, sight), notices: notices(list, role, sight),
            dataUsed: settings.discretion.dataUsed(
                DocumentMaker.dataUsed(settings.skills.topics(of: gathered.profile), learner), in: sight),
            made: list.made)
        document.learner = learner.id
        document.dial = list.dial
        if sight != .others { document.calledName = gathered.calledName }
        // Whoever has no needs would be known by it.
        document.silentScorers = sight == .others ? list.silentScorers : []
        document.tellsLevels = sight.tellsLevels
        document.isLargePrint = settings.largePrint.includes(learner.id.rawValue)
        return document
    }

    /// The document of a class's page: nothing on it is about anybody, but what their teacher chose is said.
    func classPage(_ gathered: GatheredList) -> ListDocument {
        var document = document(gathered, role: .learner, sight: .paper)
        document.isForClass = true
        document.learner = nil
        document.calledName = nil
        document.dataUsed = []
        document.silentScorers = []
        for index in document.lines.indices {
            document.lines[index].difficulty = nil
            document.lines[index].reasons = document.lines[index].reasons.filter { reason in
                if case .pinned = reason { true } else { false }
            }
        }
        return document
    }

    private func notices(_ list: ReadingList, _ role: RecipientRole, _ sight: Discretion.Sight) -> [ListNotice] {
        let answers = settings.discretion.answers(list.answers ?? [], to: role, in: sight).map { answer in
            ListNotice.answer(answer, place: list.entries.first { $0.item == answer.item }?.place)
        }
        return answers + (list.missingScorers ?? []).map { .rankedWithout(scorer: $0) }
    }

    private func lines(_ gathered: GatheredList, _ sight: Discretion.Sight) -> [ListDocument.Line] {
        gathered.list.entries.indices.map { index in
            let item = gathered.items[index]
            let entry = gathered.list.entries[index]
            var line = ListDocument.Line(entry: entry, item: item)
            line.reasons = settings.discretion.reasons(line.reasons, in: sight)
            line.difficulty = Difficulty(of: entry, item: item.level, learner: gathered.profile.level)
            if !sight.tellsLevels { line.level = nil }
            if settings.printsArticles, gathered.licenses.indices.contains(index) {
                line.article = PrintedArticle(item, license: gathered.licenses[index])
            }
            return line
        }
    }

    /// The list's short code, which names it in answers.
    static func code(of list: ReadingList) -> String {
        ContentDigest(of: [list.edition.description, list.learner.rawValue]).code(length: 7)
    }

    private static func dataUsed(_ profile: InterestProfile, _ learner: Learner) -> [DataUsed] {
        func phrases(_ topics: [InterestProfile.Topic]) -> [String]? { topics.isEmpty ? nil : topics.map { $0.phrase } }
        var used: [DataUsed?] = [
            phrases(profile.wants.filter { !$0.asked }).map { .interests($0) },
            phrases(profile.wants.filter { $0.asked }).map { .asked($0) },
            phrases(profile.avoids).map { .avoided($0) },
            phrases(profile.strengths).map { .strengths($0) },
            phrases(profile.needs).map { .needs($0) },
            profile.taught.isEmpty ? nil : .wishes(profile.taught.count),
        ]
        used.append(profile.level == Double(learner.grade) ? .grade(learner.grade) : .level(profile.level))
        return used.compactMap { $0 }
    }
}

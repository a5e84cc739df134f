import Content

/// What a list says beside its items: answers to wishes, what several items share, how it was made, what was used of the learner's data.
extension DocumentFields {
    /// The first thing that is told: what the list answers to what was asked for.
    var answers: [String] { document.notices.filter(\.isFirst).map { notice($0) } }

    /// What else should be known: reasons that several articles share, and how the list was made.
    var remarks: [String] { sharedReasons + commonRemarks }

    /// Those among them that say nothing of the learner.
    var commonRemarks: [String] {
        let empty = document.lines.isEmpty ? [words.text(.noticeEmpty)] : []
        return document.notices.filter { !$0.isFirst }.map { notice($0) } + empty
    }

    private var sharedReasons: [String] {
        told.shared.map { shared in
            teller.sentence(
                shared.clause, ofPlaces: shared.lines.map { document.lines[$0].place },
                isAll: shared.lines.count == document.lines.count)
        }
    }

    /// A notice in words.
    func notice(_ notice: ListNotice) -> String {
        switch notice {
        case .rankedWithout(let scorer): words.text(.noticeWithout, ["scorer": words.scorer(scorer)])
        case .answer(let answer, let place): self.answer(answer, place)
        case .preview: words.text(.noticePreview)
        case .text(let text): CleanText.line(text, limit: 300)
        }
    }

    private func answer(_ answer: WishAnswer, _ place: Int?) -> String {
        let topic = CleanText.line(answer.names?[WordingFolder.primary(words.language.tag)] ?? answer.phrase, limit: 40)
        // What was found may have been taken out since.
        let outcome = answer.outcome == .found && place == nil ? .later : answer.outcome
        let key: WordKey =
            switch outcome {
            case .found: .answerFound
            case .later: .answerLater
            case .harder: .answerHarder
            case .nothing: .answerNothing
            case .had: .answerHad
            case .teacherChooses: .answerTeacher
            case .ask: .answerAsk
            }
        let asked: WordKey =
            switch answer.origin {
            case .teacher: .askedByTeacher
            case .guardian: .askedByGuardian
            case .learner, .roster: .askedByLearner
            }
        let said =
            words.text(asked, ["topic": topic, "name": name])
            + words.text(key, ["place": place.map { String($0) } ?? ""])
        // What is typed to let it go is the wish as it was said.
        let phrase = CleanText.line(answer.phrase, limit: 40)
        return answer.isOld ? said + " " + words.text(.answerOld, ["topic": phrase]) : said
    }

    var dataUsed: [String] {
        let known = document.dataUsed.compactMap { used -> String? in
            switch used {
            case .interests(let topics): list(topics, as: .dataInterests)
            case .asked(let topics): list(topics, as: .dataAsked)
            case .avoided(let topics): list(topics, as: .dataAvoided)
            case .needs(let topics): list(topics, as: .dataNeeds)
            case .strengths(let topics): list(topics, as: .dataStrengths)
            case .level(let level): words.text(.dataLevel, ["level": words.level(level)])
            case .grade(let grade): words.text(.dataGrade, ["grade": words.grade(grade) ?? String(grade)])
            case .wishes(let count): words.count(count, one: .dataWishesOne, many: .dataWishesMany)
            case .more: words.text(.dataMore)
            }
        }
        let silent = document.silentScorers.map { words.scorer($0) }
        let unspoken =
            silent.isEmpty ? [] : [words.text(.dataSilent, ["list": silent.joined(separator: words.text(.listComma))])]
        return (known.isEmpty ? [words.text(.dataNothing)] : known) + unspoken
    }

    private func list(_ topics: [String], as key: WordKey) -> String? {
        let clean = topics.map { CleanText.line($0, limit: 40) }.filter { !$0.isEmpty }
        return clean.isEmpty ? nil : words.text(key, ["list": clean.joined(separator: words.text(.listComma))])
    }
}

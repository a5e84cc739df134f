import Content

/// A list in words, for forms that have no template: all that its mail says, cleaned, shortened and in the reader's
/// language, and nothing of how it looks.
struct ListInWords {
    /// One item.
    struct Item {
        var place: Int
        var code: String
        var title: String
        var feed: String
        /// Minutes, how hard it is, the language: `5 minutes · easy for you · in Spanish`.
        var measure: String
        var summary: String
        var reason: String
        /// The address, if it may be linked.
        var url: String?
        /// That there is an address which cannot stand here.
        var linkMissing: String?
        /// The language, if it is known and not that of the words around.
        var language: String
    }

    var language: String
    var direction: TextDirection
    var heading: String
    var date: String
    /// School, class and teacher, as far as they are shown.
    var origin: [String]
    var greeting: String
    var overview: String
    var notices: [String]
    /// Those among them that say nothing of the learner.
    var commonNotices: [String]
    var items: [Item]
    var why: String
    var code: String
    /// How to say more or less, on a page that is given back.
    var sayHow: String
    var dataHeading: String
    var data: [String]
    var stop: String
    /// The list's code and who made it.
    var footer: [String]
}

extension DocumentFields {
    /// The list in words.
    var listInWords: ListInWords {
        let document = document
        let items = document.lines.enumerated().map { index, line in
            ListInWords.Item(
                place: line.place, code: line.code.rawValue, title: title(line, limit: 200),
                feed: CleanText.line(line.feedTitle, limit: 60),
                measure: [minutes(line.minutes), level(of: line), inLanguage(line.language)].filter { !$0.isEmpty }
                    .joined(separator: " · "),
                summary: Teaser.of(line.summary, 320), reason: reason(at: index),
                url: SafeLink.web(line.url), linkMissing: linkMissing(line), language: languageTag(line.language))
        }
        func shown(_ text: String?, _ key: WordKey, _ hole: String) -> String? {
            let clean = CleanText.line(text ?? "", limit: 80)
            return clean.isEmpty ? nil : words.text(key, [hole: clean])
        }
        let school = CleanText.line(document.school ?? "", limit: 80)
        return ListInWords(
            language: words.language.tag, direction: document.direction,
            heading: words.text(.heading, ["name": name]), date: words.date(document.edition.date),
            origin: [
                school.isEmpty ? nil : school, shown(document.className, .classIs, "class"),
                shown(document.teacher, .teacherIs, "teacher"),
            ].compactMap { $0 },
            greeting: words.text(.greeting, ["name": name]), overview: overview,
            notices: answers + remarks, commonNotices: commonRemarks, items: items, why: words.text(.why),
            code: words.text(.code), sayHow: words.text(.sayHowPaper),
            dataHeading: words.text(.dataHeading, ["name": name]), data: dataUsed, stop: words.text(.stopPaper),
            footer: [words.text(.listCode, ["code": listCode]), shown(document.school, .madeBy, "school")].compactMap {
                $0
            })
    }
}

import Content
import Files
import Ingestion
import UseCases

extension ArticleRefusal: Worded {
    /// Articles of the school's own that are told.
    private static let mostOwn = 10

    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .nothingGiven: "give a file, the address of a page, or --title for a book."
        case .noTitle: "it has no title. Give one with --title."
        case .emptyTitle: "it has no title."
        case .notAGrade(let level): "--level \(level) is no school grade from 0 to 16."
        case .notMinutes(let minutes): "--minutes \(minutes) is not from 1 to 600."
        case .notALanguage(let language): "--language '\(language)' is not two or three letters, such as en."
        case .unreadable(let path, let problem): "could not read \(path): \(problem)."
        case .notText(let path):
            "\(path) is no text. Give a file of HTML, Markdown or plain text, or --title alone."
        case .pageUnread(.notFetched(let error)):
            "the page could not be read. \(error.problem) \(error.remedy) With --title it is added without its text."
        case .pageUnread(.noAnswer): "the page could not be read."
        case .thereAlready(let item):
            "“\(item.title)” is there already (\(item.code), \(item.feedTitle)). Pin it: 'gleaner pin \(item.code)'."
        case .lost(let title): "“\(title)” could not be found again after it was added."
        case .notOwn(let item, let own):
            "“\(item.title)” (\(item.code)) is none of the school's own articles; 'gleaner veto' keeps it out. "
                + (own.isEmpty
                    ? "There are none."
                    : "The school's own: \(Listing.of(own.prefix(Self.mostOwn)))\(own.count > Self.mostOwn ? " …" : "").")
        case .noWord: "there is no word in it. Give a word or more to look for."
        case .limitTooSmall(let limit): "--limit \(limit) is too small; give a number from 1."
        case .notLevels(let text):
            "--level '\(text)' is no range of levels; give for example 3..6, from 0 to 16."
        }
    }
}

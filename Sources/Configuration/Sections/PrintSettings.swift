import Content

/// Section `print`: the pages for the classroom.
public struct PrintSettings: Sendable, Equatable {
    /// Key `paper`: `A4` or `Letter`. Default `A4`.
    public var paper = Paper.a4
    /// Key `classes`: `all`, `none` or a list of classes. Default `all`.
    public var classes = Selection.all
    /// Key `large`: the learners whose pages are in large type, by their ids: `all`, `none` or a list. Default `none`.
    public var large = Selection.named([])
    /// Key `articles`: whether an article that its licence lets anybody copy is printed whole. Default true.
    public var articles = true
    /// Key `class-pages`: which classes get a page that is the same for all: `needed` (those with a learner who is not profiled), `all`
    /// or `none`. Default `needed`.
    public var classPages = ClassPages.needed

    /// The defaults.
    package init() {}

    init(reading map: inout MapReader) {
        paper = map.choice("paper", default: PrintSettings().paper)
        classPages = map.choice("class-pages", default: PrintSettings().classPages)
        articles = map.flag("articles", default: PrintSettings().articles)
        classes = Self.selection("classes", default: "all", in: &map)
        large = Self.selection("large", default: "none", in: &map)
    }

    private static func selection(_ key: String, default word: String, in map: inout MapReader) -> Selection {
        switch map.texts(key, default: [word], check: Check.nothing) {
        case ["all"]: .all
        case ["none"]: .named([])
        case let names: .named(names)
        }
    }

    var tree: OptionValue {
        func value(_ selection: Selection) -> OptionValue {
            selection.names.map { .list($0.map { .string($0) }) } ?? .string("all")
        }
        return .map([
            "paper": .string(paper.rawValue), "classes": value(classes), "articles": .bool(articles),
            "large": value(large), "class-pages": .string(classPages.rawValue),
        ])
    }
}

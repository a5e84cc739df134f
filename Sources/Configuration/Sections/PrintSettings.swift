/// Section `print`: the pages for the classroom.
public struct PrintSettings: Sendable, Equatable {
    /// A size of paper.
    public enum Paper: String, Sendable, CaseIterable {
        /// 210 × 297 mm.
        case a4 = "A4"
        /// 8.5 × 11 inches.
        case letter = "Letter"
    }

    /// Which classes get pages.
    public enum Classes: Sendable, Equatable {
        /// Every class.
        case all
        /// The named ones; none of them: nothing is printed.
        case named([String])
    }

    /// Who gets large type.
    public enum Large: Sendable, Equatable {
        /// Every learner.
        case all
        /// The named ones; none of them: nobody.
        case named([String])
    }

    /// Key `paper`: `A4` or `Letter`. Default `A4`.
    public var paper = Paper.a4
    /// Key `classes`: `all`, `none` or a list of classes. Default `all`.
    public var classes = Classes.all
    /// Key `large`: the learners whose pages are in large type, by their ids: `all`, `none` or a list. Default `none`.
    public var large = Large.named([])
    /// Key `articles`: whether an article that its licence lets anybody copy is printed whole. Default true.
    public var articles = true

    /// The defaults.
    public init() {}

    init(reading map: inout MapReader) {
        paper = map.choice("paper", default: PrintSettings().paper)
        articles = map.flag("articles", default: PrintSettings().articles)
        switch map.texts("classes", default: ["all"], check: Check.nothing) {
        case ["all"]: classes = .all
        case ["none"]: classes = .named([])
        case let names: classes = .named(names)
        }
        switch map.texts("large", default: ["none"], check: Check.nothing) {
        case ["all"]: large = .all
        case ["none"]: large = .named([])
        case let ids: large = .named(ids)
        }
    }

    var tree: OptionValue {
        let printed: OptionValue =
            switch classes {
            case .all: .string("all")
            case .named(let names): .list(names.map { .string($0) })
            }
        let largePrint: OptionValue =
            switch large {
            case .all: .string("all")
            case .named(let ids): .list(ids.map { .string($0) })
            }
        return .map([
            "paper": .string(paper.rawValue), "classes": printed, "articles": .bool(articles), "large": largePrint,
        ])
    }
}

/// The spellings of an archive, each once a language, with what they come to: the folded word, its stem, and whether it is
/// a stop word. An item's text is then a row of numbers into this table, which can be stored.
public struct FormTable: Sendable {
    /// One spelling in one language.
    public struct Form: Hashable, Sendable {
        /// The language (BCP 47 primary tag), `und` where it is unknown.
        public var language: String
        /// The spelling in lower case.
        public var spelling: String
        /// The spelling as it is compared; see ``Words/folded(_:)``.
        public var word: String
        /// The stem in that language.
        public var stem: String
        /// Whether it says nothing of a topic: a stop word, or a lone character.
        public var isStop: Bool

        /// A form by its values.
        package init(language: String, spelling: String, word: String, stem: String, isStop: Bool) {
            self.language = language
            self.spelling = spelling
            self.word = word
            self.stem = stem
            self.isStop = isStop
        }
    }

    /// All forms, by their numbers.
    public private(set) var forms: [Form] = []
    private(set) var words = Vocabulary()
    private(set) var stems = Vocabulary()
    /// The number of each form's word.
    private(set) var wordOfForm: [Int32] = []
    /// The number of each form's word; −1 for one that says nothing of a topic.
    private(set) var tellingWordOfForm: [Int32] = []
    private var formsOfWord: [[Int32]] = []
    private var formsOfStem: [[Int32]] = []
    private var numbers: [String: [String: Int32]] = [:]

    /// An empty table.
    package init() {}

    /// A table of forms that were numbered before, in the order of their numbers.
    public init(_ forms: some Sequence<Form>) {
        for form in forms { add(form) }
    }

    /// The number of forms.
    public var count: Int { forms.count }

    /// The number of a spelling (in lower case) of a language; nil where it is not in the table.
    func number(of spelling: String, language: String) -> Int32? { numbers[language]?[spelling] }

    /// The forms that are one word but for case and diacritics, in whatever language.
    func forms(ofWord word: Int32) -> [Int32] { formsOfWord[Int(word)] }

    /// The forms that have a stem, in whatever language.
    func forms(ofStem stem: Int32) -> [Int32] { formsOfStem[Int(stem)] }

    /// Adds a form behind the others, and gives its number.
    @discardableResult mutating func add(_ form: Form) -> Int32 {
        let number = Int32(forms.count)
        forms.append(form)
        let word = words.number(of: form.word)
        let stem = stems.number(of: form.stem)
        wordOfForm.append(word)
        tellingWordOfForm.append(form.isStop ? -1 : word)
        if word == formsOfWord.count { formsOfWord.append([]) }
        if stem == formsOfStem.count { formsOfStem.append([]) }
        formsOfWord[Int(word)].append(number)
        formsOfStem[Int(stem)].append(number)
        numbers[form.language, default: [:]][form.spelling] = number
        return number
    }
}

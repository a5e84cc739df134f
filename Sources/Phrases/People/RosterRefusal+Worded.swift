import Content
import UseCases

extension RosterRefusal: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .missing(let path): "\(path) is not there, or may not be read. Name a folder, a .zip or a table."
        case .neither(let path, let problem): "could not read \(path): \(problem). Name a folder, a .zip or a table."
        case .unreadable(let path, let why): "\(path) cannot be read: \(why)."
        case .tooLarge(let path, let most):
            "\(path) has more than \(most / 1_000_000) million bytes. Nothing was imported; export it in parts."
        case .tooMany(let path, let most): "\(path) holds more than \(most) files. Name the folder that has the tables."
        case .brokenZip(let path):
            "\(path) is a broken zip: a part of it is missing, or was changed on the way. Fetch it again, and import that."
        case .workbook(let path): "\(path) is a workbook. Save its sheet as 'CSV UTF-8', and import that."
        case .noTable(let path):
            "\(path) holds no table. Name a folder or .zip with users.csv (OneRoster), or one .csv, .tsv or .txt."
        case .severalTables(let path, let names):
            "\(path) holds several tables that could be meant (\(names.map { $0.text }.joined(separator: ", "))). "
                + "Name the one that has the learners, or the folder of one OneRoster."
        case .mapOfATable(let path):
            "\(path) is OneRoster, and the map is one of a table. Leave --map out, or write 'format: oneroster' into it."
        case .mapOfOneRoster(let path):
            "\(path) is a table, and the map is one of OneRoster. Write 'format: csv' and the columns into it."
        case .needsNoMap(let path):
            "\(path) is read without a map. Try 'gleaner learners import \(path) --dry-run'."
        case .mapIsThere(let path):
            "\(path) is there already, and was left as it is. Name another file with --map, or look with --dry-run."
        case .needsMap(let path):
            "\(path) is a table of another program, and no map says what its columns mean. "
                + "'gleaner learners import \(path) --guess' writes one; look through it, and give it as --map."
        }
    }
}

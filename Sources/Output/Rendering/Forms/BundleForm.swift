import Content

/// All of a class in one zip for its teacher: the pages to print, the table, and each list as text. `name`: that of the class as a part
/// of files' names.
enum BundleForm {
    static func bytes(
        of lists: [(document: ListDocument, text: ListInWords)], className: String, file name: String, pages: [UInt8]
    ) throws(ZipError) -> [UInt8] {
        var files: [ZipArchive.File] = [
            .init(name: "\(name)/\(name).html", bytes: pages),
            .init(name: "\(name)/\(name).csv", bytes: CSVForm.bytes(of: lists, className: className)),
        ]
        for (document, text) in lists {
            let learner = FileName.of(learner: document.learner?.rawValue ?? document.listCode)
            files.append(.init(name: "\(name)/lists/\(learner).txt", bytes: PlainTextForm.bytes(of: text)))
        }
        return try ZipArchive.bytes(of: files)
    }
}

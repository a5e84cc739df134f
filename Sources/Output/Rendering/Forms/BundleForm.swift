import Content

/// All of a class in one zip for its teacher: the pages to print, the table, each list as text, and the page that is the same for all. `name`: that of the class as a part
/// of files' names.
enum BundleForm {
    static func bytes(
        of lists: [(document: ListDocument, text: ListInWords)], className: String, file name: String, pages: [UInt8],
        classPage: (file: String, bytes: [UInt8])? = nil
    ) throws(ZipError) -> [UInt8] {
        var files: [ZipArchive.File] = []
        if !lists.isEmpty {
            files.append(.init(name: "\(name)/\(name).html", bytes: pages))
            files.append(.init(name: "\(name)/\(name).csv", bytes: CSVForm.bytes(of: lists, className: className)))
        }
        if let classPage { files.append(.init(name: "\(name)/\(classPage.file).html", bytes: classPage.bytes)) }
        for (document, text) in lists {
            let learner = FileName.of(learner: document.learner?.rawValue ?? document.listCode)
            files.append(.init(name: "\(name)/lists/\(learner).txt", bytes: PlainTextForm.bytes(of: text)))
        }
        return try ZipArchive.bytes(of: files)
    }
}

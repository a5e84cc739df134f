import Content

/// All of a class in one zip for its teacher: the pages to print, the table, and each list as text.
enum BundleForm {
    static func bytes(
        of lists: [(document: ListDocument, text: ListText)], className: String, pages: [UInt8]
    ) throws(ZipError) -> [UInt8] {
        let name = className.asFileName
        var files: [ZipArchive.File] = [
            .init(name: "\(name)/\(name).html", bytes: pages),
            .init(name: "\(name)/\(name).csv", bytes: CSVForm.bytes(of: lists, className: className)),
        ]
        for (document, text) in lists {
            let learner = (document.learner?.rawValue ?? document.listCode).asFileName
            files.append(.init(name: "\(name)/lists/\(learner).txt", bytes: PlainTextForm.bytes(of: text)))
        }
        return try ZipArchive.bytes(of: files)
    }
}

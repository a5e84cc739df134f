import Foundation

/// The project's own sources, as text.
enum SourceTree {
    /// The top of the checkout.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The Swift files below a folder of the checkout, by their paths from the top.
    static func files(below folder: String) -> [(path: String, text: String)] {
        let base = root.appendingPathComponent(folder)
        let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let data = FileManager.default.contents(atPath: base.appendingPathComponent(name).path) ?? Data()
            return (folder + "/" + name, String(decoding: data, as: UTF8.self))
        }
    }

    /// The modules that a source imports.
    static func imports(_ text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), index <= 1, words.count > index + 1 else { return nil }
            guard index == 0 || words[0].hasPrefix("@") || words[0] == "public" || words[0] == "internal" else {
                return nil
            }
            return words[index + 1].split(separator: ".").first.map { String($0) }
        }
    }
}

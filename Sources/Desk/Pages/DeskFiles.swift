import Content
import ContentDigest
import Output

/// The files of styles and script that pages name: kept whole, under names that change with what they hold.
package struct DeskFiles: Sendable {
    private struct File: Sendable {
        var path: String
        var type: String
        var bytes: [UInt8]
    }

    private let styleFile: File
    private let scriptFile: File

    /// Reads them.
    init(folder: String) throws(RenderingSetupError) {
        func file(_ name: String, _ type: String) throws(RenderingSetupError) -> File {
            let bytes = try RenderingFiles.bytes(of: "\(folder)/\(name)")
            let mark = ContentDigest(of: [String(decoding: bytes, as: UTF8.self)]).code(length: 10)
            return File(path: "\(mark.lowercased())-\(name)", type: type, bytes: bytes)
        }
        styleFile = try file("desk.css", "text/css; charset=utf-8")
        scriptFile = try file("desk.js", "text/javascript; charset=utf-8")
    }

    /// The address of the styles.
    package var style: String { "/files/\(styleFile.path)" }

    /// The address of the script.
    package var script: String { "/files/\(scriptFile.path)" }

    /// A file, where one is asked for; nil: something else is.
    func response(to request: DeskRequest) -> DeskResponse? {
        guard request.method == .get, request.path.count == 2, request.path[0] == "files",
            let file = [styleFile, scriptFile].first(where: { $0.path == request.path[1] })
        else { return nil }
        return DeskResponse(status: 200, headers: DeskHeaders.file(file.type), body: file.bytes)
    }
}

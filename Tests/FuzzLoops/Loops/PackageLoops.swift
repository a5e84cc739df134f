#if DEBUG
    import Foundation
    @testable import Output
    @testable import Pipeline
    @testable import UseCases

    extension FuzzLoop {
        /// Archives of scorers.
        static let packages = FuzzLoop(
            "packages", seeds: [zip, tar, Array(tar.prefix(1_536))],
            words: [
                "PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "../", "/etc/passwd", "\0", "ustar\0", "scorer.yaml",
                "..", "\u{1F}\u{8B}\u{8}", "0000777\0", "2", "L", "x",
            ]
        ) { bytes in
            let path = NSTemporaryDirectory() + "/gleaner-fuzz-package-\(ProcessInfo.processInfo.processIdentifier)"
            defer { try? FileManager.default.removeItem(atPath: path) }
            try? Data(bytes).write(to: URL(filePath: path))
            do throws(PackageFault) {
                let package = try ScorerPackage(path: path)
                var found: [String] = []
                for file in package.files {
                    let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
                    if parts.contains("..") || parts.contains("") || parts.contains(".") {
                        found.append("a path that leads elsewhere: \(file.path)")
                    }
                    found += Holds.text(file.path, "a path")
                }
                if package.files.isEmpty || package.files.count > ScorerPackage.mostFiles {
                    found.append("\(package.files.count) files")
                }
                if package.files.reduce(0, { $0 + $1.bytes.count }) > ScorerPackage.mostBytes {
                    found.append("too many bytes")
                }
                return found
            } catch { return Holds.error(error) }
        }

        private static let zip =
            (try? ZipArchive.bytes(of: [
                ZipArchive.File(name: "Trial/scorer.yaml", bytes: Array("name: Trial\n".utf8)),
                ZipArchive.File(name: "Trial/bin/trial", bytes: Array("#!/bin/sh\n".utf8)),
            ])) ?? []

        /// A tar of two files, as POSIX has it.
        private static let tar =
            entry("Trial/scorer.yaml", "name: Trial\n") + entry("Trial/trial.sh", "#!/bin/sh\n")
            + [UInt8](repeating: 0, count: 1_024)

        private static func entry(_ name: String, _ text: String) -> [UInt8] {
            var header = [UInt8](repeating: 0, count: 512)
            func put(_ text: String, _ at: Int) {
                for (index, byte) in text.utf8.enumerated() { header[at + index] = byte }
            }
            put(name, 0)
            put("0000644", 100)
            put("0000000", 108)
            put("0000000", 116)
            let size = String(text.utf8.count, radix: 8)
            put(String(repeating: "0", count: 11 - size.utf8.count) + size, 124)
            put("00000000000", 136)
            put("        ", 148)
            put("0", 156)
            put("ustar", 257)
            put("00", 263)
            let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
            put(String(repeating: "0", count: 6 - sum.utf8.count) + sum + "\0 ", 148)
            return header + Array(text.utf8) + [UInt8](repeating: 0, count: (512 - text.utf8.count % 512) % 512)
        }
    }
#endif

import Configuration
import Content
import Testing

/// The search for the working folder, on a made-up disk.
struct WorkingFolderTests {
    static func kind(_ path: String) -> WorkingFolder.PathKind? {
        switch path {
        case "/school/Config/gleaner.yaml", "/school/Config/test.yaml", "/other/my.yaml": .file
        case "/", "/school", "/school/Config", "/school/Feeds", "/other": .folder
        default: nil
        }
    }

    static func find(_ start: String, _ explicit: String? = nil) throws(WorkingFolderError) -> WorkingFolder {
        try WorkingFolder.find(from: start, explicit: explicit, kind: kind)
    }

    @Test func searchesUpwards() throws {
        for start in ["/school", "/school/", "/school/Feeds", "/school/Feeds/deep/../x"] {
            #expect(try Self.find(start) == WorkingFolder(root: "/school"))
        }
        #expect(throws: WorkingFolderError.notFound(from: "/other")) { try Self.find("/other") }
        #expect(WorkingFolderError.notFound(from: "/other").description.contains("gleaner init DIR"))
    }

    @Test(arguments: ["/school", "/school/Config", "/school/Config/gleaner.yaml", "../school", "../school/Config/."])
    func explicitPathsAreUnderstood(_ path: String) throws {
        #expect(try Self.find("/other", path) == WorkingFolder(root: "/school"))
    }

    @Test func anotherFileIsTheConfiguration() throws {
        let test = try Self.find("/other", "/school/Config/test.yaml")
        #expect(test.root == "/school" && test.configuration == "/school/Config/test.yaml")
        let own = try Self.find("/", "other/my.yaml")
        #expect(own.root == "/other" && own.configuration == "/other/my.yaml")
        #expect(own.templates == "/other/Config/templates")
    }

    @Test func missingPathsAreToldWithWhatToDo() {
        #expect(throws: WorkingFolderError.noSuchPath("nowhere")) { try Self.find("/", "nowhere") }
        #expect(throws: WorkingFolderError.noConfiguration(in: "/other")) { try Self.find("/", "/other") }
    }

    @Test func pathsFollowFromTheRoot() {
        let folder = WorkingFolder(root: "/school")
        #expect(folder.store == "/school/Data/gleaner.sqlite")
        #expect(folder.outbox == "/school/Outbox")
        #expect(folder.templates == "/school/Config/templates")
        #expect(folder.reasons == "/school/Config/reasons")
        #expect(folder.resolve("../extra/./a.xml") == "/extra/a.xml")
        #expect(folder.resolve("/abs/a.xml") == "/abs/a.xml")
        #expect(folder.name(of: "/school/Config/gleaner.yaml") == "Config/gleaner.yaml")
        #expect(folder.name(of: "/schooling/x") == "/schooling/x")
    }

    @Test func missingConfigurationFileIsAnError() throws {
        let folder = WorkingFolder(root: "/nowhere-at-all")
        let error = try #require(throws: ConfigurationError.self) { try GleanerConfiguration(of: folder) }
        #expect(error.findings.first?.place == "Config/gleaner.yaml")
        #expect(error.description.contains("gleaner init"))
    }
}

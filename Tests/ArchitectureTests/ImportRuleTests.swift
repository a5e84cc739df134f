import Testing

/// Imports point one way (ARCHITECTURE.md, "Folders"): gleaner → Phrases → UseCases → Pipeline → stages and their neighbours → Store,
/// Configuration, ScorerKit → TextAnalysis → Content.
@Suite struct ImportRuleTests {
    /// What each folder may import of ours; the longest matching folder counts.
    static let allowed: [String: Set<String>] = [
        "Sources/Content": [],
        "Sources/Files": [],
        "Sources/JSON": [],
        "Sources/ContentDigest": ["CGLib", "Content", "JSON"],
        "Sources/TextAnalysis": ["CDense", "Content", "CStemmer"],
        "Sources/Configuration": ["Content", "Files", "JSON", "Topics"],
        "Sources/Topics": [],
        "Sources/Store": ["Content", "ContentDigest", "Files", "JSON", "TextAnalysis", "Topics"],
        "Sources/Roster": ["Configuration", "Content"],
        "Sources/Safeguarding": ["Content", "TextAnalysis"],
        "Sources/Scheduling": ["CLibIcal", "Configuration", "Content"],
        "Sources/Evaluation": ["Content"],
        "Sources/Ingestion/Parsing": ["Content", "CLibXML2", "JSON"],
        "Sources/Ingestion": [
            "CLibCurl", "CZlib", "Configuration", "Content", "ContentDigest", "FeedParsing", "Files", "JSON",
            "Store", "TextAnalysis",
        ],
        "Sources/Ranking/ScorerKit": ["Content", "JSON", "TextAnalysis", "Topics"],
        "Sources/Ranking": [
            "CChild", "Content", "ContentDigest", "JSON", "Safeguarding", "ScorerKit", "TextAnalysis", "Topics",
        ],
        "Sources/Output": [
            "CGMime", "CLibArchive", "CLibQREncode", "Content", "ContentDigest", "Files", "JSON", "Safeguarding",
            "Store",
            "TextAnalysis", "Topics",
        ],
        "Sources/Ranking/Conformance": ["Content", "JSON", "Ranking", "ScorerKit"],
        "Plugins": ["ScorerKit", "TextAnalysis"],
        "Sources/Pipeline": [
            "Configuration", "Content", "ContentDigest", "Files", "Ingestion", "JSON", "Output", "Ranking", "Roster",
            "Safeguarding", "Scheduling", "ScorerKit", "Store", "TextAnalysis", "Topics",
        ],
        "Sources/UseCases": [
            "CLibArchive", "Configuration", "Content", "ContentDigest", "Evaluation", "FeedParsing", "Files",
            "Ingestion", "JSON", "Output", "Pipeline", "Ranking", "Roster", "Safeguarding", "Scheduling",
            "ScorerConformance", "ScorerKit", "Store", "TextAnalysis", "Topics",
        ],
        "Sources/Phrases": [
            "Configuration", "Content", "Evaluation", "FeedParsing", "Files", "Ingestion", "JSON", "Output", "Pipeline",
            "Ranking", "Roster", "Safeguarding", "Scheduling", "ScorerConformance", "ScorerKit", "Store",
            "Topics", "UseCases",
        ],
        "Sources/Desk": [
            "Configuration", "Content", "ContentDigest", "Output", "Phrases", "Pipeline", "Roster", "ScorerKit",
            "UseCases",
        ],
        "Sources/gleaner-desk": [
            "CMalloc", "Configuration", "Content", "Desk", "Phrases", "Pipeline", "ShippedScorers", "Store", "UseCases",
        ],
        "Sources/gleaner": [
            "Configuration", "Content", "Phrases", "Pipeline", "Scheduling", "ShippedScorers", "Store",
            "UseCases",
        ],
    ]

    /// The libraries each folder may import; Foundation, Glibc and the standard library's modules are free to all.
    static let libraries: [String: Set<String>] = [
        "Sources/Store": ["GRDB"], "Sources/Configuration": ["Yams"], "Sources/Output": ["Yams", "Mustache"],
        "Sources/gleaner": ["ArgumentParser"],
        "Sources/gleaner-desk": [
            "ArgumentParser", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore", "NIOHTTPTypes",
            "NIOPosix", "ServiceLifecycle",
        ], "Sources/TextAnalysis": ["Dispatch"],
        "Sources/Ranking": ["Dispatch"], "Sources/Ranking/Conformance": ["Dispatch"],
    ]
    static let free: Set<String> = ["Foundation", "Glibc", "Synchronization"]

    @Test func importsPointOneWay() {
        let files = SourceTree.files(below: "Sources") + SourceTree.files(below: "Plugins")
        #expect(files.count > 100)
        // Templates are sources that `gleaner scorers new` writes; what they import is seen where they are written to.
        for (path, text) in files where !path.hasPrefix("Plugins/Templates/") {
            let folder = Self.allowed.keys.filter { path.hasPrefix($0 + "/") }.max { $0.count < $1.count }
            guard let folder else {
                Issue.record("\(path) lies in a folder that has no rule")
                continue
            }
            let may = (Self.allowed[folder] ?? []).union(Self.libraries[folder] ?? []).union(Self.free)
            for module in SourceTree.imports(text) where !may.contains(module) {
                Issue.record("\(path) must not import \(module)")
            }
        }
    }

    @Test func theThreeStagesNeverImportOneAnother() {
        for stage in ["Ingestion", "Ranking", "Output"] {
            for other in ["Ingestion", "Ranking", "Output"] where other != stage {
                #expect(Self.allowed["Sources/\(stage)"]?.contains(other) == false)
            }
        }
    }

    @Test func contentDoesNoInputOrOutput() {
        for (path, text) in SourceTree.files(below: "Sources/Content") {
            #expect(SourceTree.imports(text).isEmpty, "\(path) imports something")
        }
    }

    @Test func noStageAsksTheClock() {
        let files = SourceTree.files(below: "Sources") + SourceTree.files(below: "Plugins")
        for (path, text) in files where !path.hasPrefix("Sources/gleaner/") {
            for call in ["Date()", "Date.now", ".random(", "UUID()", "clock_gettime", "gettimeofday"] {
                #expect(!text.contains(call), "\(path) uses \(call): time and chance are arguments")
            }
        }
    }

    @Test func nothingGivesUpOnInput() {
        let files = SourceTree.files(below: "Sources") + SourceTree.files(below: "Plugins")
        for (path, text) in files {
            for call in ["try!", "fatalError(", " as! ", "preconditionFailure("] {
                #expect(!text.contains(call), "\(path) uses \(call)")
            }
        }
    }
}

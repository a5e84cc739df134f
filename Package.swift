// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
/// The C functions of the SQLite that GRDB uses: for tests that watch what statements do.
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// Without the desk in a browser: its packages are many, and what makes lists needs none of them. `make run` is quick so.
let isLean = Context.environment["GLEANER_LEAN"] != nil

/// A library of Hummingbird's. One of its packages has a module of a name that is ours, so it gets another there.
func hummingbird(_ name: String) -> Target.Dependency {
    .product(name: name, package: "hummingbird", moduleAliases: ["Configuration": "PackageConfiguration"])
}

/// Optimised in debugging too: what reads texts is up to ten times as slow without, and half of the tests' time was that.
let quick: Set = [
    "Configuration", "Content", "FeedParsing", "JSON", "Safeguarding", "ScorerKit", "TextAnalysis", "Topics",
]

/// A target of ours: one folder, no warnings.
func ours(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil, exclude: [String] = []) -> Target {
    let optimised: [SwiftSetting] =
        quick.contains(name) ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []
    return .target(
        name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: strict + optimised)
}

/// A test target: one folder below Tests, no warnings.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "gleaner",
    products: [.executable(name: "gleaner", targets: ["gleaner"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // C libraries of Debian: module maps only. The one list of their packages is `.ci/debian-packages`.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CGMime", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(name: "CLibArchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLibQREncode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CLibIcal", providers: [.apt(["libical-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CGLib", providers: [.apt(["libglib2.0-dev"])]),

        // Children of this process, closed off: what must be C between clone and exec.
        .target(name: "CChild", cSettings: [.treatAllWarnings(as: .error)]),
        // The one loop that is compiled for each width of registers.
        .target(name: "CDense"),

        // Files by their names: read bounded, locked, rewritten, kept below their folder.
        ours("Files", []),

        // JSON: one writer, one reader.
        ours("JSON", []),

        // Values and pure functions.
        ours("Content", []),
        ours("ContentDigest", ["CGLib", "Content", "JSON"]),
        ours("TextAnalysis", ["CDense", "Content", "CStemmer"]),
        ours("Safeguarding", ["Content", "TextAnalysis"]),
        ours("Topics", []),
        ours("FeedParsing", ["CLibXML2", "Content", "JSON"], path: "Sources/Ingestion/Parsing"),
        ours("ScorerKit", ["Content", "JSON", "TextAnalysis", "Topics"], path: "Sources/Ranking/ScorerKit"),

        // State and settings.
        ours("Store", ["Content", "ContentDigest", "Files", "JSON", "TextAnalysis", "Topics", grdb]),
        ours("Configuration", ["Content", "Files", "JSON", "Topics", yams]),
        ours("Roster", ["Configuration", "Content"]),
        ours("Scheduling", ["CLibIcal", "Configuration", "Content"]),

        // The three stages.
        ours(
            "Ingestion",
            [
                "CLibCurl", "CZlib", "Configuration", "Content", "ContentDigest", "FeedParsing", "Files", "JSON",
                "Store", "TextAnalysis",
            ],
            exclude: ["Parsing"]),
        ours(
            "Ranking",
            ["CChild", "Content", "ContentDigest", "JSON", "Safeguarding", "ScorerKit", "TextAnalysis", "Topics"],
            exclude: ["ScorerKit", "Conformance"]),
        ours("ScorerConformance", ["Content", "JSON", "Ranking", "ScorerKit"], path: "Sources/Ranking/Conformance"),
        ours(
            "Output",
            [
                "CGMime", "CLibArchive", "CLibQREncode", "Content", "ContentDigest", "Files", "JSON", "Safeguarding",
                "Store",
                "TextAnalysis", "Topics", yams,
            ]),

        // What ships, and what puts it together.
        ours(
            "ShippedScorers", ["ScorerKit", "TextAnalysis"], path: "Plugins",
            exclude: ["Examples", "PROTOCOL.md", "Templates"]),
        ours("Evaluation", ["Content"]),
        // Runs, and the school that they are of.
        ours(
            "Pipeline",
            [
                "Configuration", "Content", "ContentDigest", "Files", "Ingestion", "JSON", "Output", "Ranking",
                "Roster",
                "Safeguarding", "Scheduling", "ScorerKit", "Store", "TextAnalysis", "Topics",
            ]),
        // What people ask for: values in, values out.
        ours(
            "UseCases",
            [
                "CLibArchive", "Configuration", "Content", "ContentDigest", "Evaluation", "FeedParsing", "Files",
                "Ingestion", "JSON", "Output", "Pipeline", "Ranking", "Roster", "Safeguarding", "Scheduling",
                "ScorerConformance", "ScorerKit", "Store", "TextAnalysis", "Topics",
            ]),
        // The words for what came of it.
        ours(
            "Phrases",
            [
                "Configuration", "Content", "Evaluation", "FeedParsing", "Files", "Ingestion", "JSON", "Output",
                "Pipeline",
                "Ranking", "Roster", "Safeguarding", "Scheduling", "ScorerConformance", "ScorerKit",
                "Store", "Topics", "UseCases",
            ]),
        // The desk in a browser: from a request to an answer. It knows no network.
        ours(
            "Desk",
            [
                "Configuration", "Content", "ContentDigest", "Output", "Phrases", "Pipeline", "Roster", "ScorerKit",
                "UseCases",
            ]),
        .executableTarget(
            name: "gleaner",
            dependencies: [
                "Configuration", "Content", "Phrases", "Pipeline", "Scheduling", "ShippedScorers", "Store",
                "UseCases", arguments,
            ],
            swiftSettings: strict),

        // What `Benchmarks/parsing.py` measures.
        .executableTarget(
            name: "parsing-speed", dependencies: ["FeedParsing"], path: "Benchmarks/ParsingSpeed", swiftSettings: strict
        ),

        // What `Benchmarks/scorers.py` measures.
        .executableTarget(
            name: "scorer-speed",
            dependencies: ["Configuration", "Content", "Pipeline", "Ranking", "ScorerKit", "UseCases"],
            path: "Benchmarks/ScorerSpeed", swiftSettings: strict),

        // What `Benchmarks/mails.py` measures.
        .executableTarget(
            name: "mail-speed", dependencies: ["Content", "Output", "Store"], path: "Benchmarks/MailSpeed",
            swiftSettings: strict),

        // What `Benchmarks/host.py` measures.
        .executableTarget(
            name: "host-speed", dependencies: ["Content", "Ranking", "ScorerKit", "TextAnalysis"],
            path: "Benchmarks/HostSpeed", swiftSettings: strict),

        // Tests: one target a target of ours, and those that hold the whole together.
        ours("TestSupport", ["Content", sqlite], path: "Tests/Support"),
        ours(
            "SchoolYears", ["Configuration", "Content", "Scheduling", "Store", "TestSupport"],
            path: "Tests/SchoolYears"),
        // What `make judge` lives through by the thousand.
        .executableTarget(
            name: "schedule-years", dependencies: ["Content", "Scheduling", "SchoolYears", "Store", "TestSupport"],
            path: "Benchmarks/ScheduleYears", swiftSettings: strict),
        // What `make fuzz` runs beside the fuzzer of feeds. It looks into the modules, so it is built for debugging only.
        .executableTarget(
            name: "fuzz-loops",
            dependencies: [
                "Configuration", "Content", "Desk", "FeedParsing", "Ingestion", "JSON", "Output", "Phrases", "Pipeline",
                "Ranking", "Roster", "Safeguarding", "Scheduling", "ScorerKit", "Store", "TestSupport", "Topics",
                "UseCases",
            ],
            path: "Tests/FuzzLoops", swiftSettings: strict),
        tests("ArchitectureTests", []),
        tests("ConfigurationTests", ["Configuration", "Content", "Topics"]),
        tests("FilesTests", ["Files"]),
        tests("JSONTests", ["Content", "JSON", "TestSupport"]),
        tests("EvaluationTests", ["Content", "Evaluation", "TestSupport"]),
        tests("ContentTests", ["Content", "ContentDigest", "TestSupport"]),
        tests("FeedParsingTests", ["Content", "FeedParsing", "gleaner", "TestSupport", "TextAnalysis"]),
        tests(
            "IngestionTests",
            ["Configuration", "Content", "FeedParsing", "Ingestion", "Store", "TextAnalysis", "TestSupport"]),
        tests("OutputTests", ["Content", "Output", "Safeguarding", "TestSupport"]),
        tests(
            "PipelineTests",
            [
                "Configuration", "Content", "Evaluation", "FeedParsing", "Ingestion", "Output", "Phrases", "Pipeline",
                "Ranking",
                "Roster", "Scheduling", "ScorerKit", "ShippedScorers", "Store", "TextAnalysis", "UseCases", "gleaner",
                grdb,
                "TestSupport", "Topics",
            ]),
        tests("PhrasesTests", ["Content", "Phrases", "UseCases"]),
        tests("RosterTests", ["Configuration", "Content", "Roster"]),
        tests(
            "RankingTests",
            [
                "Content", "ContentDigest", "JSON", "Ranking", "ScorerKit", "ShippedScorers", "TestSupport",
                "TextAnalysis", "Topics",
            ]),
        tests("SafeguardingTests", ["Content", "Safeguarding", "TestSupport"]),
        tests("SchedulingTests", ["Configuration", "Content", "Scheduling", "SchoolYears", "Store", "TestSupport"]),
        tests("ShippedScorersTests", ["Content", "ScorerConformance", "ScorerKit", "ShippedScorers", "TestSupport"]),
        tests("StoreTests", ["Content", "ContentDigest", "JSON", "Store", grdb, "TestSupport", "Topics"]),
        tests("TextAnalysisTests", ["Content", "TextAnalysis", "TestSupport"]),
        tests("TopicsTests", ["Configuration", "TestSupport", "Topics"]),
    ],
    swiftLanguageModes: [.v6]
)

if !isLean {
    package.dependencies += [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        // What it is made of, and what its types are: no more packages than it needs.
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    ]
    package.products.append(.executable(name: "gleaner-desk", targets: ["gleaner-desk"]))
    package.targets += [
        // The C library's settings of memory, for a server that runs for months.
        .systemLibrary(name: "CMalloc"),
        // The desk's server: the one target that needs Hummingbird.
        .executableTarget(
            name: "gleaner-desk",
            dependencies: [
                "CMalloc", "Configuration", "Content", "Desk", "Phrases", "Pipeline", "ShippedScorers", "Store",
                "UseCases", arguments, hummingbird("Hummingbird"), hummingbird("HummingbirdCore"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            ],
            swiftSettings: strict),
        tests(
            "DeskTests",
            [
                "Configuration", "Content", "ContentDigest", "Desk", "gleaner-desk", "Output", "Phrases", "Pipeline",
                "ShippedScorers", "Store", "TestSupport", "UseCases", grdb,
            ]),
    ]
}

// A target is compiled anew only when a module in its own list changed, yet the layout of its values may depend on modules
// further down. So each gets all that its own stand on; which of them it may import is for `ImportRuleTests` to say.
var below: [String: [Target.Dependency]] = [:]
for target in package.targets {
    var names: Set<String> = []
    var whole: [Target.Dependency] = []
    for dependency in target.dependencies {
        guard case .byNameItem(let name, _) = dependency else {
            whole.append(dependency)
            continue
        }
        for found in [dependency] + (below[name] ?? []) {
            if case .byNameItem(let name, _) = found, names.insert(name).inserted { whole.append(found) }
        }
    }
    target.dependencies = whole
    below[target.name] = whole
}

// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "gleaner",
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0")
    ],
    targets: [
        .target(name: "Content", swiftSettings: strict),
        .systemLibrary(name: "CStemmer", path: "Sources/CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CGLib", path: "Sources/CGLib", providers: [.apt(["libglib2.0-dev"])]),
        .target(name: "ContentDigest", dependencies: ["CGLib"], swiftSettings: strict),
        .target(name: "TextAnalysis", dependencies: ["Content", "CStemmer"], swiftSettings: strict),
        .target(
            name: "Store", dependencies: ["Content", "ContentDigest", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .target(
            name: "ScorerKit", dependencies: ["Content", "TextAnalysis"], path: "Sources/Ranking/ScorerKit",
            swiftSettings: strict),
        .target(
            name: "ShippedScorers", dependencies: ["Content", "ScorerKit", "TextAnalysis"], path: "Plugins",
            swiftSettings: strict),
        .target(
            name: "Ranking", dependencies: ["Content", "ScorerKit", "Store", "TextAnalysis"], path: "Sources/Ranking",
            exclude: ["ScorerKit"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)

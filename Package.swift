// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "gleaner",
    targets: [.target(name: "Content", swiftSettings: strict)],
    swiftLanguageModes: [.v6]
)

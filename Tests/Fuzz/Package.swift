// swift-tools-version: 6.3
import PackageDescription

// A package of its own, as it is built with libFuzzer and the address sanitizer. `Scripts/fuzz`
// builds and runs it.
let package = Package(
  name: "stowage-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "stowage", path: "../..")],
  targets: [
    .executableTarget(
      name: "stowage-fuzz",
      dependencies: [
        .product(name: "CapnProto", package: "stowage"),
        .product(name: "CapnProtoCompiler", package: "stowage"),
        .product(name: "HTM", package: "stowage"),
        .product(name: "Reductions", package: "stowage"),
        .product(name: "Stowage", package: "stowage"),
      ],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .strictMemorySafety(),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
        // libFuzzer brings the `main`.
        .unsafeFlags(["-parse-as-library"]),
      ])
  ]
)

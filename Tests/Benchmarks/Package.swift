// swift-tools-version: 6.3
import PackageDescription

// A package of its own, so that nobody who uses Stowage builds its benchmarks. `Scripts/bench`
// builds it, and the C++ program in `Cxx/` that it is compared with.
let package = Package(
  name: "stowage-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "stowage", path: "../..")],
  targets: [
    .target(name: "Stopwatch"),
    .executableTarget(
      name: "bench-swift", dependencies: [.product(name: "CapnProto", package: "stowage")]),
    .executableTarget(
      name: "bench-tensor",
      dependencies: ["Stopwatch", .product(name: "Stowage", package: "stowage")]),
    .executableTarget(
      name: "bench-reductions",
      dependencies: [
        .product(name: "Reductions", package: "stowage"),
        .product(name: "Stowage", package: "stowage"),
      ]),
    .executableTarget(
      name: "bench-htm",
      dependencies: [
        "Stopwatch", .product(name: "HTM", package: "stowage"),
        .product(name: "Stowage", package: "stowage"),
        .product(name: "CapnProto", package: "stowage"),
      ]),
    .executableTarget(
      name: "bench-codable",
      dependencies: ["Stopwatch", .product(name: "Stowage", package: "stowage")]),
  ]
)

for target in package.targets {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
  ]
}

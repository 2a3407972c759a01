// swift-tools-version: 6.3
import PackageDescription

// Cap'n Proto's C++ library, from the system: Debian's libcapnp-dev, or Homebrew's capnp.
let libcapnp: [LinkerSetting] = [.linkedLibrary("capnp"), .linkedLibrary("kj")]

let package = Package(
  name: "stowage",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "CapnProto", targets: ["CapnProto"]),
    .library(name: "CapnProtoCompiler", targets: ["CapnProtoCompiler"]),
    .library(name: "Stowage", targets: ["Stowage"]),
    .library(name: "HTM", targets: ["HTM"]),
    .library(name: "Reductions", targets: ["Reductions"]),
    .executable(name: "capnpc-swift", targets: ["capnpc-swift"]),
    .executable(name: "stow", targets: ["stow"]),
    .plugin(name: "CapnProtoPlugin", targets: ["CapnProtoPlugin"]),
  ],
  targets: [
    .target(name: "CCapnProto", linkerSettings: libcapnp),
    .target(name: "CapnProtoSyntax"),
    .target(name: "CapnProto", dependencies: ["CCapnProto", "CapnProtoSyntax"]),
    .target(name: "CapnProtoCompiler", dependencies: ["CapnProto", "CapnProtoSyntax"]),
    .target(name: "CapnProtoGenerator", dependencies: ["CapnProto"]),
    .executableTarget(name: "capnpc-swift", dependencies: ["CapnProtoGenerator"]),
    .plugin(
      name: "CapnProtoPlugin", capability: .buildTool(), dependencies: ["capnpc-swift"],
      path: "Sources/CapnProtoPlugin"),
    .target(name: "CChecksum"),
    .target(name: "Stowage", dependencies: ["CapnProto", "CChecksum"]),
    .target(name: "HTM", dependencies: ["Stowage", "CapnProto"]),
    .target(name: "Reductions", dependencies: ["Stowage", "CapnProto"]),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    .target(
      name: "StowCommand",
      dependencies: [
        "Reductions", "HTM", "Stowage", "CapnProto", "CapnProtoCompiler", "CZlib",
      ]),
    .executableTarget(name: "stow", dependencies: ["StowCommand"], exclude: ["Manual"]),

    .target(
      name: "CapnProtoPeer", path: "Tests/CapnProtoPeer", linkerSettings: libcapnp),
    .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
    .target(name: "AwkwardNames", dependencies: ["CapnProto"], path: "Tests/AwkwardNames"),
    .testTarget(name: "CCapnProtoTests", dependencies: ["CCapnProto", "CapnProtoPeer"]),
    .testTarget(name: "CapnProtoTests", dependencies: ["CapnProto", "AllocationCounter"]),
    .testTarget(
      name: "CapnProtoGeneratorTests",
      dependencies: ["CapnProtoGenerator", "CapnProto", "AwkwardNames", "capnpc-swift"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "CapnProtoCompilerTests", dependencies: ["CapnProtoCompiler", "CapnProto"],
      exclude: ["Schemas"]),
    .executableTarget(name: "save-victim", dependencies: ["Stowage"], path: "Tests/SaveVictim"),
    .testTarget(
      name: "StowageTests",
      dependencies: [
        "Stowage", "CapnProtoCompiler", "CapnProto", "CChecksum", "AllocationCounter",
        "save-victim",
      ]),
    .testTarget(
      name: "HTMTests", dependencies: ["HTM", "Stowage", "CapnProto", "CapnProtoCompiler"]),
    .testTarget(
      name: "ReductionsTests",
      dependencies: [
        "Reductions", "Stowage", "CapnProto", "CapnProtoCompiler", "AllocationCounter",
      ]),
    .testTarget(
      name: "StowCommandTests",
      dependencies: [
        "StowCommand", "Reductions", "HTM", "Stowage", "CapnProtoCompiler", "CapnProto", "stow",
      ]),
    .testTarget(
      name: "DocumentationTests",
      dependencies: ["Reductions", "HTM", "Stowage", "CapnProtoCompiler", "CapnProto"]),
  ],
  cxxLanguageStandard: .cxx17
)

// One strictness for every target, so that none is forgotten.
for target in package.targets where target.type != .plugin {
  let swift: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
  ]
  target.swiftSettings = (target.swiftSettings ?? []) + swift
}

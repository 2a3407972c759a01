// swift-tools-version: 6.3
import PackageDescription

// Cap'n Proto's C++ library, from the system: Debian's libcapnp-dev, or Homebrew's capnp.
let libcapnp: [LinkerSetting] = [.linkedLibrary("capnp"), .linkedLibrary("kj")]

let package = Package(
  name: "stowage",
  platforms: [.macOS(.v15)],
  products: [.library(name: "CapnProto", targets: ["CapnProto"])],
  targets: [
    .target(name: "CCapnProto", linkerSettings: libcapnp),
    .target(name: "CapnProto", dependencies: ["CCapnProto"]),
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

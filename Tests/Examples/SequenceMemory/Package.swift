// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "SequenceMemory",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "stowage", path: "../../..")
  ],
  targets: [
    .executableTarget(
      name: "SequenceMemory", dependencies: [.product(name: "HTM", package: "stowage")])
  ]
)

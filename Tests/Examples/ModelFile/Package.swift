// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "ModelFile",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "stowage", path: "../../..")
  ],
  targets: [
    // snippet: manifest-target
    .executableTarget(
      name: "ModelFile",
      dependencies: [.product(name: "Stowage", package: "stowage")],
      plugins: [.plugin(name: "CapnProtoPlugin", package: "stowage")])
    // end snippet
  ]
)

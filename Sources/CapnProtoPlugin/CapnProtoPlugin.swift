import Foundation
import PackagePlugin

/// Generates Swift from every `.capnp` file of a target, as part of its build.
@main
struct CapnProtoPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let schemas = target.sourceFiles(withSuffix: ".capnp").map(\.url)
      .sorted { $0.path < $1.path }
    guard !schemas.isEmpty else { return [] }

    let configuration = Configuration(in: target.directoryURL)
    let output = context.pluginWorkDirectoryURL
    let outputs = schemas.map { schema in
      output.appending(path: path(of: schema, in: target.directoryURL) + ".swift")
    }
    var arguments = [
      "compile", "--output", output.path, "--src-prefix", target.directoryURL.path,
      "--module", target.moduleName,
    ]
    arguments += configuration.arguments
    arguments += schemas.map(\.path)

    let names = schemas.map(\.lastPathComponent).joined(separator: ", ")
    return [
      .buildCommand(
        displayName: "Generating Swift from \(names)",
        executable: try context.tool(named: "capnpc-swift").url,
        arguments: arguments,
        environment: ProcessInfo.processInfo.environment["PATH"].map { ["PATH": $0] } ?? [:],
        // SwiftPM sees only what it is told: imported schemas are inputs, too.
        inputFiles: schemas + configuration.inputs,
        outputFiles: outputs)
    ]
  }

  /// The path of a schema in its target.
  private func path(of schema: URL, in folder: URL) -> String {
    let prefix = folder.path.hasSuffix("/") ? folder.path : folder.path + "/"
    return schema.path.hasPrefix(prefix)
      ? String(schema.path.dropFirst(prefix.count)) : schema.lastPathComponent
  }
}

import Foundation
import Reductions
import Stowage

/// `bench-reductions MODEL` loads and saves a model in each format, and prints what that took.
///
/// Each line is a name and milliseconds of the processor's time.
@main
struct BenchReductions {
  static func main() {
    do {
      let arguments = CommandLine.arguments
      guard arguments.count == 2 else {
        FileHandle.standardError.write(Data("usage: bench-reductions MODEL\n".utf8))
        exit(2)
      }
      try run(Data(contentsOf: URL(filePath: arguments[1])))
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ model: Data) throws {
    let workspace = try Workspace(model: model)
    try report("load_reductionml") { _ = try Workspace(model: model) }
    try report("save_reductionml") { _ = try workspace.serialize() }
    let json = try workspace.serializeToJSON()
    try report("load_reductionml_json") { _ = try Workspace(jsonModel: json) }
    try report("save_reductionml_json") { _ = try workspace.serializeToJSON() }
    for format in [Format.packed, .binary] {
      let data = try Stowage.serialize(workspace, format: format)
      try report("load_\(format)") { _ = try Workspace(model: data) }
      try report("save_\(format)") { _ = try Stowage.serialize(workspace, format: format) }
      print("bytes_\(format) \(data.count)")
    }
    print("bytes_reductionml \(model.count)")
    guard try Workspace(model: workspace.serialize()).serialize() == model else {
      throw CocoaError(.fileReadCorruptFile)
    }
  }

  private static func report(_ name: String, _ work: () throws -> Void) throws {
    var best = Double.infinity
    for _ in 0..<7 {
      let start = clock()
      try work()
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    print("\(name)_ms \(best * 1000)")
  }
}

import Foundation

/// `bench-codable WORKLOAD`: encodes and decodes the same values with every coder.
///
/// Prints a coder, a figure and a number to a line. Coders take turns, so that all have the same
/// weather.
@main
struct BenchCodable {
  static func main() {
    do {
      guard CommandLine.arguments.count == 2 else { throw UsageError() }
      switch CommandLine.arguments[1] {
      case "records": try Comparison.run(Samples.records())
      case "wide": try Comparison.run(Samples.wide())
      case "tree": try Comparison.run(Samples.tree())
      case "doubles": try Comparison.run(Samples.doubles())
      case "strings": try Comparison.run(Samples.strings())
      default: throw UsageError()
      }
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(error is UsageError ? 2 : 1)
    }
  }
}

/// The command line cannot be understood.
struct UsageError: Error, CustomStringConvertible {
  var description: String { "usage: bench-codable records|wide|tree|doubles|strings" }
}

import Foundation

/// `bench-swift CASE MODE REUSE COMPRESSION ITERATIONS`: runs a workload through Stowage.
///
/// Prints the bytes that were passed and the sum of the answers.
@main
struct BenchSwift {
  static func main() {
    do {
      let arguments = try Arguments(CommandLine.arguments.dropFirst())
      let outcome = try run(arguments)
      print(outcome.throughput, outcome.checksum)
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(error is UsageError ? 2 : 1)
    }
  }

  private static func run(_ arguments: Arguments) throws -> Outcome {
    switch arguments.mode {
    case .object:
      try passByObject(
        arguments.workload.workload, reuse: arguments.reuse, iterations: arguments.iterations)
    case .bytes:
      try passByBytes(
        arguments.workload.workload, reuse: arguments.reuse, packed: arguments.packed,
        iterations: arguments.iterations)
    }
  }
}

import Foundation

/// `bench-htm inputs WORKLOAD`, `bench-htm sp FILE BOOST` or `bench-htm file FILE`.
///
/// The first prints the inputs of a workload, for this program and for any other one. The others
/// print what they measured, a name and a number to a line.
@main
struct BenchHTM {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(error is UsageError ? 2 : 1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    switch (arguments.first, arguments.count) {
    case ("inputs", 2):
      guard let inputs = Inputs(workload: arguments[1]) else { throw UsageError() }
      print(inputs.text, terminator: "")
    case ("sp", 3):
      guard let boost = Float(arguments[2]) else { throw UsageError() }
      try SpatialPoolerWorkload(Inputs(file: arguments[1]), boostStrength: boost).run()
    case ("file", 2):
      try SavingAndLoading.measure(file: arguments[1])
    default:
      throw UsageError()
    }
  }
}

/// The command line cannot be understood.
struct UsageError: Error, CustomStringConvertible {
  var description: String { "usage: bench-htm inputs sp|tm|tmbig, or sp FILE BOOST, or file FILE" }
}

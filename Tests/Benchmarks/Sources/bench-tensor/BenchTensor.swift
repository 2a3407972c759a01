import Foundation
import Stopwatch
import Stowage

/// `bench-tensor FILE MEGABYTES`: saves a tensor and loads it, and prints what that took.
///
/// Each line is a name and a number. `read` is what the system was asked to read, and `own` by how
/// much the memory grew that is this program's alone, which mapped files are not: megabytes both.
@main
struct BenchTensor {
  static func main() {
    do {
      let arguments = CommandLine.arguments
      guard arguments.count == 3, let megabytes = Int(arguments[2]), megabytes > 0 else {
        FileHandle.standardError.write(Data("usage: bench-tensor FILE MEGABYTES\n".utf8))
        exit(2)
      }
      try run(arguments[1], megabytes << 18)
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ path: String, _ count: Int) throws {
    let tensor = try Tensor((0..<count).map { Float($0 & 0xFFFF) }, shape: [256, count / 256])
    try measure("save") { try save(path, .tensor(tensor), format: .binary) }
    let value = try measure("load") {
      try load(path, options: LoadOptions(verifies: false))
    }
    let sum = try measure("sum") {
      try value.tensor?.withSpan(of: Float.self) { span in
        var sum: Double = 0
        for index in span.indices { sum += Double(span[index]) }
        return sum
      }
    }
    try measure("verified_load") { try load(path) }
    try measure("compare") {
      guard value.tensor == tensor, let sum, sum > 0 else { throw CocoaError(.fileReadCorruptFile) }
    }
  }

  @discardableResult
  private static func measure<Result>(_ name: String, _ work: () throws -> Result) throws -> Result
  {
    let before = (try Usage.readMegabytes(), try Usage.ownMegabytes())
    let done = try seconds { try work() }
    report("\(name)_ms", done.seconds * 1000)
    if let read = try Usage.readMegabytes(), let own = try Usage.ownMegabytes() {
      report("\(name)_read", read - (before.0 ?? 0))
      report("\(name)_own", own - (before.1 ?? 0))
    }
    return done.result
  }
}

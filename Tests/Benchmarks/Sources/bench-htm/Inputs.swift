import Foundation
import HTM

/// Sets of active inputs, the same for every program that is measured.
///
/// In a file, the first line has the number of inputs and the number of sets, and each further line
/// the ascending indices of a set.
struct Inputs {
  let width: Int
  let sets: [[Int]]

  /// Draws the inputs of a workload, always the same.
  init?(workload: String) {
    let (width, active, count): (Int, Int, Int)
    switch workload {
    case "sp": (width, active, count) = (1024, 20, 1000)
    case "tm": (width, active, count) = (2048, 40, 100)
    case "tmbig": (width, active, count) = (2048, 40, 1000)
    default: return nil
    }
    self.width = width
    var random = Random(seed: 42)
    let all = Array(0..<width)
    sets = (0..<count).map { _ in random.sample(all, active) }
  }

  init(file: String) throws {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let numbers = lines.map { $0.split(separator: " ").compactMap { Int($0) } }
    guard let head = numbers.first, head.count == 2, head[1] == numbers.count - 1 else {
      throw FormatError(description: "\(file) is not a file of inputs")
    }
    width = head[0]
    sets = Array(numbers.dropFirst())
  }

  var text: String {
    let lines = sets.map { $0.map(String.init).joined(separator: " ") }
    return "\(width) \(sets.count)\n" + lines.map { $0 + "\n" }.joined()
  }

  struct FormatError: Error, CustomStringConvertible {
    var description: String
  }
}

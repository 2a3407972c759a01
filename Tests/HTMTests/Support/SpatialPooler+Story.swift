import Foundation
import HTM

extension SpatialPooler {
  /// What a pooler is given next, and what it makes active, for another implementation to repeat.
  ///
  /// - Returns: JSON with a list of steps, each with `input`, `learn` and `active`.
  func story(_ steps: Int, _ random: inout HTM.Random) throws -> Data {
    var copy = self
    let story = try (0..<steps).map { _ -> [String: Any] in
      let input = random.input(of: copy)
      let learn = !random.oneIn(4)
      let active = try copy.compute(activeInputs: input, learn: learn)
      return ["input": input, "learn": learn, "active": active]
    }
    let object: [String: Any] = ["numInputs": numInputs, "numColumns": numColumns, "steps": story]
    return try JSONSerialization.data(withJSONObject: object)
  }
}

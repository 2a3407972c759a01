// snippet: serializable
import Stowage

struct Perceptron: Serializable {
  var name: String
  var weights: [Double]
  var bias = 0.0

  func write(_ builder: PerceptronProto.Builder) throws {
    try builder.setName(name)
    try builder.setWeights(weights)
    builder.bias = bias
  }

  static func read(_ reader: PerceptronProto.Reader) throws -> Perceptron {
    Perceptron(
      name: String(try reader.name), weights: Array(try reader.weights), bias: reader.bias)
  }
}
// end snippet

extension Perceptron: Equatable {}

internal import Foundation

extension SDRClassifier {
  /// Turns activations into likelihoods, as the implementation does.
  func softmax(_ activations: [Double]) -> [Double] {
    guard var largest = activations.first else { return [] }
    for activation in activations where activation > largest { largest = activation }
    var values = activations
    switch implementation {
    case .python:
      for index in values.indices { values[index] = exp(values[index] - largest) }
      let sum = PairwiseSum.sum(values[...])
      for index in values.indices { values[index] /= sum }
    case .cpp:
      // The largest is taken off through a reference to it, so behind it there is zero to take off.
      let last = activations.firstIndex(of: largest) ?? 0
      var sum = 0.0
      for index in values.indices {
        values[index] = exp(index <= last ? values[index] - largest : values[index])
        sum += values[index]
      }
      for index in values.indices { values[index] /= sum }
    }
    return values
  }
}

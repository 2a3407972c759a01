import Foundation
import HTM
import Stowage

/// A file of NuPIC, whose first byte says what it is of.
enum NuPICFile {
  static func read(_ input: Data) throws {
    guard let kind = input.first else { return }
    let message = try Message(Data(input.dropFirst()))
    switch kind {
    case 0:
      var pooler = try SpatialPooler.carry(message)
      let active = Array(stride(from: 0, to: min(pooler.numInputs, 1 << 16), by: 3))
      _ = try promised("a pooler that was read takes any input") {
        try pooler.compute(activeInputs: active, learn: true)
      }
      _ = try promised("a pooler that learned can be saved") { try pooler.written() }
    case 1:
      var random = try Random.carry(message)
      for _ in 0..<100 { _ = random.next() }
    case 2: _ = try BacktrackingTM.carry(message)
    case 3: _ = try BacktrackingTMCPP.carry(message)
    case 4: _ = try Cells4.carry(message)
    case 5: _ = try SparseMatrix.carry(message)
    case 6: _ = try SparseBinaryMatrix.carry(message)
    case 7: _ = try NearestNeighbor.carry(message)
    case 8: _ = try SvmDense.carry(message)
    case 9: _ = try Svm01.carry(message)
    case 10:
      var memory = try TemporalMemory.carry(message)
      for step in 0..<3 {
        let active = Array(stride(from: step, to: min(memory.numColumns, 1 << 10), by: 3))
        try promised("a memory that was read takes any columns") {
          try memory.compute(activeColumns: active, learn: true)
        }
      }
      _ = try promised("a memory that learned can be saved") { try memory.written() }
    case 11: _ = try Connections.carry(message)
    case 30:
      var network = try Network.carry(message)
      try network.run(2)
    case 31:
      var model = try HTMPredictionModel.carry(message)
      _ = try model.run(["c0": "2015-03-01", "c1": 1])
    case 12...20: try readClassifier(kind, message)
    default: break
    }
  }
}

extension NuPICFile {
  private static func readClassifier(_ kind: UInt8, _ message: Message) throws {
    switch kind {
    case 12:
      var likelihood = try AnomalyLikelihood.carry(message)
      for step in 0..<3 { likelihood.anomalyProbability(Double(step), 0.5) }
    case 13:
      var average = try MovingAverage.carry(message)
      average.next(1)
    case 14:
      var classifier = try SDRClassifier.carry(message)
      let record = (classifier.patternNZHistory.last?.recordNum ?? 0) + 1
      _ = try? classifier.compute(
        recordNum: record, patternNZ: [0, classifier.maxInputIdx],
        classification: .init(bucketIdx: 0, actValue: 1))
    case 15:
      var classifier = try KNNClassifier.carry(message)
      let input = [Float](repeating: 1, count: min(classifier.inputWidth ?? 4, 1 << 16))
      _ = try? classifier.infer(input)
      _ = try? classifier.learn(input, category: 1)
    case 16: _ = try SDRClassifierRegion.carry(message)
    case 17: _ = try KNNClassifierRegion.carry(message)
    case 18: _ = try KNNAnomalyClassifierRegion.carry(message)
    case 19:
      // Python's dictionaries, in whose order it is written, need not keep theirs.
      _ = try TwoGramModel.read(message.root(TwoGramModelProto.self)).written()
    default: _ = try PreviousValueModel.carry(message)
    }
  }
}

extension Serializable {
  /// Reads a message, and finds the same in what is written of it.
  fileprivate static func carry(_ message: Message) throws -> Self {
    let value = try read(message.root(Proto.self))
    let once = try promised("what was read can be saved") { try value.written() }
    try promised("what was saved can be read, and is the same") {
      let again = try read(Message(once, options: .trusted).root(Proto.self)).written()
      try require(once == again, "saving changed a \(Self.self)")
    }
    return value
  }

  fileprivate func written() throws -> Data {
    let message = MessageBuilder()
    let root = try message.initRoot(Proto.self)
    try write(root)
    return try message.bytes()
  }
}

import Foundation
import HTM
import Stowage
import Testing

/// The simple models predict what NuPIC's do, from the start and from files.
struct SimpleModelTests {
  @Test(arguments: Reference.cases("opf_two_gram"), [true, false])
  func twoGramsGoOn(_ name: String, _ packed: Bool) throws {
    let file = try #require(try Reference.file("\(name)/model", packed: packed))
    let theirs = try file.root(TwoGramModelProto.self)
    let expected = try Reference("\(name)/expected.json")
    let original = try TwoGramModel.read(theirs)
    let again = MessageBuilder()
    try original.write(again.initRoot(TwoGramModelProto.self))
    #expect(
      try Message(again.bytes()).root(TwoGramModelProto.self).canonicalBytes()
        == theirs.canonicalBytes())
    let copy = try deserialize(serialize(original), as: TwoGramModel.self)
    #expect(copy == original)
    var trained = TwoGramModel(encoder: original.encoder)
    for value in try expected["train"].items {
      _ = try trained.run(["blah": .number(value.number)])
    }
    for var model in [original, copy, trained] {
      for (value, output) in zip(
        try expected["probe"].items, try expected["next_after_load"].items)
      {
        let result = try model.run(["blah": .number(value.number)])
        #expect(
          result.inferences.prediction
            == (try output["prediction"].items.map { .number(try $0.number) }))
        #expect(
          result.inferences.encodings?.map { $0.map(Int.init) }
            == (try output["encodings"].items.map { try $0.ints }))
      }
    }
  }

  @Test func aResetKeepsPairsApart() throws {
    let encoder = try TwoGramModel.read(
      Message(Reference.bytes("opf_two_gram/model.bin")).root(TwoGramModelProto.self)
    ).encoder
    var model = TwoGramModel(encoder: encoder)
    var predictions: [EncoderInput] = []
    for value in [1.0, 5, 7, 1, 5, 7, 5, 1] {
      let result = try model.run(["blah": .number(value)])
      predictions += result.inferences.prediction ?? []
      #expect(!result.sensorInput.sequenceReset)
    }
    // What the real NuPIC gives.
    #expect(predictions == [0, 0, 0, 5, 7, 1, 7, 5])
    model.resetSequenceStates()
    let first = try model.run(["blah": 3])
    #expect(first.sensorInput.sequenceReset)
    #expect(first.inferences.prediction == [0])
    #expect(try model.run(["blah": 3]).inferences.prediction == [3])
    #expect(throws: HTMError.self) { try model.run(["other": 3]) }
    #expect(throws: HTMError.self) { try model.run(["blah": nil]) }
  }

  @Test func previousValuesArePredicted() throws {
    let theirs = try Message(Reference.bytes("runs_models/previous.bin"))
      .root(PreviousValueModelProto.self)
    var model = try PreviousValueModel.read(theirs)
    let again = MessageBuilder()
    try model.write(again.initRoot(PreviousValueModelProto.self))
    #expect(
      try Message(again.bytes()).root(PreviousValueModelProto.self).canonicalBytes()
        == theirs.canonicalBytes())
    #expect(try deserialize(serialize(model), as: PreviousValueModel.self) == model)
    let result = try model.run(["a": 7, "b": "q"])
    #expect(result.predictionNumber == 2)
    #expect(result.inferences.prediction == [7])
    #expect(result.inferences.multiStepBestPredictions == [1: 7, 3: 7])
    #expect(result.inferences.multiStepPredictions == [1: [7: 1], 3: [7: 1]])
    #expect(throws: HTMError.self) { try model.run(["b": 1]) }
    #expect(throws: HTMError.self) {
      try PreviousValueModel(
        inferenceType: .temporalAnomaly, fieldNames: [], fieldTypes: [], predictedField: nil)
    }
  }
}

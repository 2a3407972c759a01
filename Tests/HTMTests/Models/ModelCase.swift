import Foundation
import HTM
import Testing

/// A model that the real NuPIC made of a configuration, what it was given, and what it said.
struct ModelCase {
  let expected: Reference
  let name: String

  static let names = Reference.cases("model_").filter { $0 != "model_time_of_day" }

  init(_ name: String) throws {
    self.name = name
    expected = try Reference("\(name)/expected.json")
  }

  func model() throws -> any Model {
    let json = try JSONSerialization.data(
      withJSONObject: expected["config"].value, options: .fragmentsAllowed)
    var model = try ModelFactory.create(modelConfig: String(decoding: json, as: UTF8.self))
    try model.enableInference(arguments())
    return model
  }

  private func arguments() throws -> ModelArguments {
    let json = try JSONSerialization.data(
      withJSONObject: expected["inferenceArgs"].value, options: .sortedKeys)
    return try ModelArguments(json: String(decoding: json, as: UTF8.self))
  }

  static func record(_ fields: [String: Reference]) throws -> [String: EncoderInput] {
    try fields.mapValues { value in
      if value.value is [Any] { return .bits(try value.ints) }
      guard value.isString else { return .number(try value.number) }
      let text = try value.string
      return DateTime(text).map { .date($0) } ?? .text(text)
    }
  }

  func records() throws -> [[String: EncoderInput]] {
    try expected["records"].items.map { try Self.record($0.fields) }
  }

  /// Does what was done with NuPIC's model before a record.
  func act(_ model: inout any Model, before record: Int) throws {
    guard try expected["actions"].has("\(record)") else { return }
    for action in try expected["actions"]["\(record)"].items {
      switch try action.string {
      case "resetSequenceStates": model.resetSequenceStates()
      case "disableLearning": model.disableLearning()
      case "enableLearning": model.enableLearning()
      case "disableInference": model.disableInference()
      case let other: Issue.record("nothing is known of \(other)")
      }
    }
  }
}

extension ModelResult {
  /// Compares the result with what NuPIC said.
  func expect(_ other: Reference, _ place: String) throws {
    #expect(try predictionNumber == other["predictionNumber"].int, "\(place)")
    for (own, value) in zip(sensorInput.dataRow, try other["dataRow"].items) {
      #expect(try own == value.input, "\(place)")
    }
    if other.has("classifierInput"), predictedFieldIndex != nil {
      let bucket = try other["classifierInput"][1].optionalNumber.map { Int($0) }
      #expect(classifierInput?.bucketIndex == bucket, "\(place)")
    }
    let score = try other["anomalyScore"].value is NSNull ? nil : other["anomalyScore"].number
    #expect(inferences.anomalyScore == score, "\(place)")
    if other.has("anomalyLabel") {
      #expect(try inferences.anomalyLabel == other["anomalyLabel"].string, "\(place)")
    }
    if other.has("multiStepBestPredictions") {
      for pair in try other["multiStepBestPredictions"].items {
        let (step, best) = (try pair[0].int, try pair[1].input)
        #expect(inferences.multiStepBestPredictions?[step] == best, "\(place)")
      }
    }
    if other.has("multiStepPredictions") {
      for pair in try other["multiStepPredictions"].items {
        let step = try pair[0].int
        let own = try #require(inferences.multiStepPredictions?[step])
        #expect(try own.count == pair[1].items.count, "\(place)")
        for entry in try pair[1].items {
          let (value, likelihood) = (try entry[0].input, try entry[1].number)
          #expect(own[value] == likelihood, "\(place) \(value)")
        }
      }
    }
    if other.has("multiStepBucketLikelihoods") {
      for pair in try other["multiStepBucketLikelihoods"].items {
        let step = try pair[0].int
        let own = try #require(inferences.multiStepBucketLikelihoods?[step])
        for entry in try pair[1].items {
          let (bucket, likelihood) = (try entry[0].int, try entry[1].number)
          #expect(own[bucket] == likelihood, "\(place) \(bucket)")
        }
        #expect(try own.count == pair[1].items.count, "\(place)")
      }
    }
    if other.has("classification") {
      let confidences = try other["classConfidences"][0][1].items
      #expect(try inferences.classification == other["classification"].input, "\(place)")
      #expect(inferences.classConfidences?.count == confidences.count, "\(place)")
      for entry in confidences {
        let (category, confidence) = (try entry[0].input, try entry[1].number)
        #expect(inferences.classConfidences?[category] == confidence, "\(place)")
      }
    }
    if other.has("prediction") {
      #expect(try inferences.prediction == other["prediction"].items.map { try $0.input })
      #expect(
        try inferences.encodings?.map { $0.map(Int.init) }
          == other["encodings"].items.map { try $0.ints })
    }
    if try !(other["predictedFieldIdx"].value is NSNull) {
      #expect(try predictedFieldIndex == other["predictedFieldIdx"].int, "\(place)")
    }
  }
}

extension Reference {
  fileprivate var input: EncoderInput {
    get throws { isString ? .text(try string) : .number(try number) }
  }
}

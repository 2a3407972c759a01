internal import Foundation

/// The arguments of a model's inference.
public struct ModelArguments: Sendable, Hashable {
  /// The field that is predicted.
  public let predictedField: String?

  /// How many steps ahead it is predicted.
  public let predictionSteps: [Int]

  /// Whether the predicted field is also what the model sees: `auto`, `yes` or `no`.
  public let inputPredictedField: String

  /// All arguments as JSON, as NuPIC keeps them; those of a file stay as they were written.
  public let json: String

  /// Makes arguments.
  ///
  /// - Parameters:
  ///   - predictedField: the field that is predicted.
  ///   - predictionSteps: how many steps ahead.
  ///   - inputPredictedField: whether the model sees that field too: `auto`, `yes` or `no`.
  public init(
    predictedField: String?, predictionSteps: [Int] = [1], inputPredictedField: String = "auto"
  ) {
    self.predictedField = predictedField
    self.predictionSteps = predictionSteps
    self.inputPredictedField = inputPredictedField
    func quoted(_ text: String) -> String {
      (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
    let steps = predictionSteps.map(String.init).joined(separator: ", ")
    json =
      "{\"predictionSteps\": [\(steps)], \"predictedField\": "
      + (predictedField.map(quoted) ?? "null") + ", \"inputPredictedField\": "
      + quoted(inputPredictedField) + "}"
  }

  /// Takes arguments from JSON; what is not known here is kept.
  ///
  /// - Throws: `HTMError` where the text is no JSON object, or a field is of another type.
  public init(json: String) throws(HTMError) { try self.init(json: json, "inferenceArgs") }

  init(json: String, _ path: String) throws(HTMError) {
    let fields: Fields
    do {
      fields = try JSONDecoder().decode(Fields.self, from: Data(json.utf8))
    } catch {
      throw .state(path, "it is no JSON object with the arguments of an inference: \(error)")
    }
    predictedField = fields.predictedField
    predictionSteps = fields.predictionSteps ?? [1]
    inputPredictedField = fields.inputPredictedField ?? "auto"
    self.json = json
  }

  private struct Fields: Decodable {
    var predictedField: String?
    var predictionSteps: [Int]?
    var inputPredictedField: String?
  }
}

internal import Stowage

/// Makes models, and opens those that were saved.
public enum ModelFactory {
  /// Makes a model of a configuration.
  ///
  /// - Throws: `HTMError` with the path of what is not known or makes no sense.
  public static func create(modelConfig: ModelConfig) throws(HTMError) -> any Model {
    guard modelConfig.version == 1 else {
      throw .parameter("version", "it is 1, and not \(modelConfig.version)")
    }
    guard modelConfig.predictAheadTime == .null else {
      throw .parameter(
        "predictAheadTime", "NuPIC's models take no notice of it: say the steps in clParams.steps")
    }
    switch modelConfig.model {
    case "HTMPrediction", "CLA": return try HTMPredictionModel(modelConfig.modelParams)
    case "TwoGram": return try TwoGramModel(modelConfig)
    case "PreviousValue": return try PreviousValueModel(modelConfig)
    default:
      throw .parameter(
        "model",
        "there is no \(modelConfig.model); there are HTMPrediction, TwoGram and PreviousValue")
    }
  }

  /// Makes a model of a configuration in JSON with NuPIC's keys.
  ///
  /// - Throws: `HTMError` with the path of what is not known or makes no sense.
  public static func create(modelConfig json: String) throws(HTMError) -> any Model {
    try create(modelConfig: ModelConfig(json: json))
  }
}

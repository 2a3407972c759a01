extension TwoGramModel {
  /// Makes a model of what NuPIC's configurations say of it.
  init(_ config: ModelConfig) throws(HTMError) {
    var table = ConfigTable(config.otherParams, "modelParams")
    let type = try table.inferenceType()
    let encoders = try table.table("encoderParams")?.all ?? [:]
    try table.finish("inferenceType, encoderParams")
    try self.init(
      encoder: MultiEncoder(encoders: encoders, path: "modelParams.encoderParams"),
      inferenceType: type)
  }
}

extension PreviousValueModel {
  /// Makes a model of what NuPIC's configurations say of it.
  init(_ config: ModelConfig) throws(HTMError) {
    var table = ConfigTable(config.otherParams, "modelParams")
    let type = try table.inferenceType()
    let (names, types) = (try table.texts("fieldNames"), try table.texts("fieldTypes"))
    let (field, steps) = (try table.text("predictedField"), try table.ints("predictionSteps"))
    try table.finish("inferenceType, fieldNames, fieldTypes, predictedField, predictionSteps")
    do throws(HTMError) {
      try self.init(
        inferenceType: type, fieldNames: names ?? [], fieldTypes: types ?? [],
        predictedField: field, predictionSteps: steps ?? [1])
    } catch { throw table.placed(error) }
  }
}

extension ConfigTable {
  mutating func inferenceType() throws(HTMError) -> InferenceType {
    guard let name = try text("inferenceType") else { return .temporalNextStep }
    guard let type = InferenceType(name: name) else {
      let names = InferenceType.allKnownCases.map(\.name).joined(separator: ", ")
      throw .parameter(path("inferenceType"), "there is no \(name); there are \(names)")
    }
    return type
  }
}

/// What NuPIC's support vector machines have in common.
protocol SvmMachine {
  associatedtype Problem: Hashable

  var model: SvmModelProto.Value? { get }
  var parameters: SvmParameterProto.Value? { get }
  var problem: Problem? { get }
}

extension SvmMachine {
  func validateModel(_ path: String) throws(HTMError) {
    try model?.validate("\(path).model")
    try parameters?.validate("\(path).param")
  }

  /// Whether two machines are equal, what NuPIC writes behind their coefficients bit by bit.
  func equals(_ other: Self) -> Bool {
    parameters == other.parameters && problem == other.problem
      && SvmModelProto.Value.areEqual(model, other.model)
  }

  func hashParts(into hasher: inout Hasher) {
    hasher.combine(parameters)
    hasher.combine(problem)
    hasher.combine(model?.sv)
  }
}

public import Stowage

/// NuPIC's support vector machine for dense samples, as it saved it.
///
/// The state is complete, and can be looked at, changed and saved again; NuPIC goes on from it. It
/// is not run here.
public struct SvmDense: Hashable, Codable, Sendable {
  /// What was learned; nil before any training.
  public var model: SvmModelProto.Value?

  /// How the machine is trained.
  public var parameters: SvmParameterProto.Value?

  /// The samples that it is trained with, in `x`, and the class of each, in `y`.
  public var problem: SvmProblemProto.Value?

  var absent = AbsentFields()

  /// Puts the parts together.
  ///
  /// - Throws: `HTMError` with the field that does not agree with the others.
  public init(
    model: SvmModelProto.Value?, parameters: SvmParameterProto.Value?,
    problem: SvmProblemProto.Value?
  ) throws(HTMError) {
    self.model = model
    self.parameters = parameters
    self.problem = problem
    try validate()
  }

  /// Checks that the parts of the state agree with each other, as is done before it is written.
  ///
  /// - Throws: `HTMError` with the field that does not agree with the others.
  public func validate() throws(HTMError) {
    try validateModel("SvmDenseProto")
    guard let problem else { return }
    let path = "SvmDenseProto.problem"
    let dimensions = try SvmModelProto.Value.dimensions(problem.nDims, path)
    try StateCheck.matrix(problem.x, UInt64(problem.y.count), dimensions, "\(path).x")
  }
}

extension SvmDense: SvmMachine {
  /// Whether two machines are equal, what NuPIC writes behind their coefficients bit by bit.
  public static func == (left: Self, right: Self) -> Bool {
    left.equals(right)
  }

  public func hash(into hasher: inout Hasher) {
    hashParts(into: &hasher)
  }
}

extension SvmDense: Serializable {
  public func write(_ builder: SvmDenseProto.Builder) throws {
    try validate()
    var state = SvmDenseProto.Value()
    state.model = model
    state.param = parameters
    state.problem = problem
    try state.write(to: builder)
    try absent.restore(builder.dynamic)
  }

  /// Reads the state, and checks that its parts agree.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a state in which no machine
  ///   can be, each with the field.
  public static func read(_ reader: SvmDenseProto.Reader) throws -> SvmDense {
    let state = try SvmDenseProto.Value(reader)
    var machine = try SvmDense(
      model: state.model, parameters: state.param, problem: state.problem)
    machine.absent = try AbsentFields(reader.dynamic)
    return machine
  }
}

public import Stowage

/// NuPIC's support vector machine for samples of zeros and ones, as it saved it.
///
/// The state is complete, and can be looked at, changed and saved again; NuPIC goes on from it. It
/// is not run here.
public struct Svm01: Hashable, Codable, Sendable {
  /// What was learned; nil before any training.
  public var model: SvmModelProto.Value?

  /// How the machine is trained.
  public var parameters: SvmParameterProto.Value?

  /// The samples that it is trained with, and the class of each, in `y`.
  ///
  /// The places of a sample's ones are in `x`, and their number is in `nnz`; what is in `x` behind
  /// them means nothing.
  public var problem: SvmProblem01Proto.Value?

  var absent = AbsentFields()

  /// Puts the parts together.
  ///
  /// - Throws: `HTMError` with the field that does not agree with the others.
  public init(
    model: SvmModelProto.Value?, parameters: SvmParameterProto.Value?,
    problem: SvmProblem01Proto.Value?
  ) throws(HTMError) {
    self.model = model
    self.parameters = parameters
    self.problem = problem
    try validate()
  }

  /// The places of the ones in each sample.
  public var samples: [[Int]] {
    guard let problem else { return [] }
    return zip(problem.x, problem.nnz).map { row, count in
      row.prefix(max(Int(count), 0)).map { Int($0) }
    }
  }

  /// Checks that the parts of the state agree with each other, as is done before it is written.
  ///
  /// - Throws: `HTMError` with the field that does not agree with the others.
  public func validate() throws(HTMError) {
    try validateModel("Svm01Proto")
    guard let problem else { return }
    let path = "Svm01Proto.problem"
    let dimensions = try SvmModelProto.Value.dimensions(problem.nDims, path)
    let samples = UInt64(problem.y.count)
    try StateCheck.count(problem.nnz.count, samples, "\(path).nnz", "y has")
    try StateCheck.count(problem.x.count, samples, "\(path).x", "y has")
    for sample in problem.x.indices {
      let row = problem.x[sample]
      let count = problem.nnz[sample]
      guard count >= 0, Int(count) <= row.count else {
        throw .state("\(path).nnz[\(sample)]", "\(count) is not from 0 to \(row.count), as x has")
      }
      // NuPIC writes as many places as there are dimensions, and the rest of them mean nothing.
      for index in 0..<Int(count) {
        guard row[index] >= 0, UInt64(row[index]) < dimensions else {
          throw .state(
            "\(path).x[\(sample)][\(index)]",
            "\(row[index]) is not from 0 up to nDims, which is \(dimensions)")
        }
      }
    }
  }
}

extension Svm01: SvmMachine {
  /// Whether two machines are equal, what NuPIC writes behind their coefficients bit by bit.
  public static func == (left: Self, right: Self) -> Bool {
    left.equals(right)
  }

  public func hash(into hasher: inout Hasher) {
    hashParts(into: &hasher)
  }
}

extension Svm01: Serializable {
  public func write(_ builder: Svm01Proto.Builder) throws {
    try validate()
    var state = Svm01Proto.Value()
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
  public static func read(_ reader: Svm01Proto.Reader) throws -> Svm01 {
    let state = try Svm01Proto.Value(reader)
    var machine = try Svm01(model: state.model, parameters: state.param, problem: state.problem)
    machine.absent = try AbsentFields(reader.dynamic)
    return machine
  }
}

extension SvmModelProto.Value {
  /// The number of classes.
  public var numClasses: Int { label.count }

  /// The support vectors of one class, of which `label` has the name.
  ///
  /// - Parameter index: The place of the class in `label`, not its name.
  public func supportVectors(ofClass index: Int) -> [[Float]] {
    let first = nSv[..<index].reduce(0) { $0 + Int($1) }
    return Array(sv[first..<first + Int(nSv[index])])
  }

  /// NuPIC writes as many coefficients in a row as there are dimensions, and what lies behind those
  /// that there are is anything, also what is no number and equal to nothing.
  static func areEqual(_ left: Self?, _ right: Self?) -> Bool {
    guard var left, var right else { return left == nil && right == nil }
    let same = left.svCoef.elementsEqual(right.svCoef) {
      $0.elementsEqual($1) { $0.bitPattern == $1.bitPattern }
    }
    (left.svCoef, right.svCoef) = ([], [])
    return same && left == right
  }

  static func dimensions(_ count: Int32, _ path: String) throws(HTMError) -> UInt64 {
    guard count >= 0 else { throw .state("\(path).nDims", "\(count) is below 0") }
    return UInt64(count)
  }

  func validate(_ path: String) throws(HTMError) {
    let dimensions = try Self.dimensions(nDims, path)
    try StateCheck.matrix(sv, UInt64(sv.count), dimensions, "\(path).sv")
    let classes = UInt64(label.count)
    try StateCheck.count(nSv.count, classes, "\(path).nSv", "label has")
    var vectors: UInt64 = 0
    for index in nSv.indices {
      guard nSv[index] >= 0 else {
        throw .state("\(path).nSv[\(index)]", "\(nSv[index]) is below 0")
      }
      vectors += UInt64(nSv[index])
    }
    try StateCheck.count(sv.count, vectors, "\(path).sv", "the sum of nSv is")
    // A row has as many coefficients as there are dimensions, whatever the number of vectors.
    try StateCheck.count(
      svCoef.count, max(classes, 1) - 1, "\(path).svCoef", "the classes but one are")
    let pairs = classes * (max(classes, 1) - 1) / 2
    try StateCheck.count(rho.count, pairs, "\(path).rho", "the pairs of classes are")
    try StateCheck.optionalCount(probA.count, pairs, "\(path).probA", "the pairs of classes are")
    try StateCheck.optionalCount(probB.count, pairs, "\(path).probB", "the pairs of classes are")
    if !w.isEmpty { try StateCheck.matrix(w, pairs, dimensions, "\(path).w") }
  }
}

extension SvmParameterProto.Value {
  func validate(_ path: String) throws(HTMError) {
    try StateCheck.count(
      weight.count, UInt64(weightLabel.count), "\(path).weight", "weightLabel has")
  }
}

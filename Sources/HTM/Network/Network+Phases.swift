extension Network {
  /// When a region runs in a step, ascending.
  ///
  /// - Throws: `HTMError` where there is no such region.
  public func phases(_ region: String) throws(HTMError) -> [Int] {
    nodes[try index(region)].phases
  }

  /// Sets when a region runs in a step.
  ///
  /// - Throws: `HTMError` where there is no such region, or a phase is not from 0 to 2^32 - 1.
  public mutating func setPhases(_ region: String, _ phases: [Int]) throws(HTMError) {
    let index = try index(region)
    nodes[index].phases = try Self.checked(phases)
  }

  /// The lowest phase of any region, or nil where there is none.
  public var minPhase: Int? { nodes.compactMap(\.phases.first).min() }

  /// The highest phase of any region, or nil where there is none.
  public var maxPhase: Int? { nodes.compactMap(\.phases.last).max() }

  static func checked(_ phases: [Int]) throws(HTMError) -> [Int] {
    for phase in phases where !(0...Int(UInt32.max)).contains(phase) {
      throw .parameter("phases", "\(phase) is not from 0 to 2^32 - 1")
    }
    return Set(phases).sorted()
  }
}

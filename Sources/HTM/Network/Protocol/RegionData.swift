/// The arrays that a region reads and sets in one step.
public struct RegionData: Sendable, Hashable {
  /// What comes in, by the names of inputs that something is linked to.
  public var inputs: [String: RegionArray]

  /// What the region gives, by the names of its outputs.
  public var outputs: [String: RegionArray]

  /// Makes data for a step.
  public init(inputs: [String: RegionArray] = [:], outputs: [String: RegionArray] = [:]) {
    (self.inputs, self.outputs) = (inputs, outputs)
  }

  /// Whether something other than zero comes in at an input; not where nothing is linked to it.
  public func isSet(_ input: String) -> Bool { inputs[input]?.isZero == false }

  /// What comes in at an input.
  ///
  /// - Throws: `HTMError` where nothing is linked to it.
  public func input(_ name: String) throws(HTMError) -> RegionArray {
    guard let array = inputs[name] else {
      throw HTMError(.invalidInput, name, "nothing is linked to this input, and it is needed")
    }
    return array
  }
}

public import Stowage

/// A part of a network: it takes arrays, computes, and gives arrays.
///
/// A region of your own is a type with what this protocol asks for. As it is `Serializable`, it
/// writes its state into a struct of a schema of yours. Give the type a name in a registry, and
/// files of Stowage keep networks that hold it; tell ``RegionTypes`` of it, and it is found by its
/// ``nodeType-type.property`` in NuPIC's files as well.
///
/// A region is a value: a copy of a network goes on by itself.
public protocol Region: Serializable, Sendable {
  /// The name of the type in NuPIC's files, such as `py.SPRegion`.
  ///
  /// Those of regions that NuPIC has in Python begin with `py.`.
  static var nodeType: String { get }

  /// The name of the type in NuPIC's files; that of the Swift type where nothing else is said.
  var nodeType: String { get }

  /// What the region takes and gives, and what can be set.
  var specification: RegionSpecification { get }

  /// The number of elements of an output, or nil where there is no such output.
  ///
  /// It is asked for when the network is initialized, and stays the same from then on.
  func outputWidth(_ name: String) -> Int?

  /// Makes the region ready to run.
  ///
  /// Networks call it before the first step, and again after regions or links have changed.
  ///
  /// - Throws: `HTMError` where the region cannot work with what is linked to it.
  mutating func initialize(_ layout: RegionLayout) throws

  /// Does one step: reads inputs, and sets outputs.
  ///
  /// An output that is not set stays as it was.
  ///
  /// - Throws: `HTMError` where the region cannot run, or the inputs do not fit.
  mutating func compute(_ data: inout RegionData) throws

  /// Forgets the sequence so far, and nothing that was learnt.
  mutating func reset()

  /// The value of a parameter.
  ///
  /// - Throws: `HTMError` where there is no such parameter.
  func parameter(_ name: String) throws -> Value

  /// Sets a parameter.
  ///
  /// - Throws: `HTMError` where there is no such parameter, or the value is none for it.
  mutating func setParameter(_ name: String, to value: Value) throws
}

extension Region {
  public var nodeType: String { Self.nodeType }

  public mutating func initialize(_ layout: RegionLayout) throws {}

  public mutating func reset() {}

  public func parameter(_ name: String) throws -> Value { throw noParameter(name) }

  public mutating func setParameter(_ name: String, to value: Value) throws {
    throw noParameter(name)
  }

  /// The error of a parameter that the region does not have.
  public func noParameter(_ name: String) -> HTMError {
    let names = specification.parameters.map(\.name)
    return .parameter(
      name,
      names.isEmpty
        ? "\(nodeType) has no parameters"
        : "\(nodeType) has no such parameter to get or set; it has \(names.joined(separator: ", "))"
    )
  }
}

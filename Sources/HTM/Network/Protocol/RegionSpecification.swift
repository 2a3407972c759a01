/// What a type of regions takes and gives, and what can be set.
public struct RegionSpecification: Sendable, Hashable {
  /// An input.
  public struct Input: Sendable, Hashable {
    /// The name, such as `bottomUpIn`.
    public var name: String

    /// The type of the elements.
    public var type: RegionArray.ElementType

    /// The number of elements, or 0 where it follows from what is linked.
    public var count: Int

    /// Whether something has to be linked.
    public var isRequired: Bool

    /// Whether a link that names no input leads here.
    public var isDefault: Bool

    /// Makes a description of an input.
    public init(
      _ name: String, _ type: RegionArray.ElementType = .real32, count: Int = 0,
      isRequired: Bool = false, isDefault: Bool = false
    ) {
      (self.name, self.type, self.count) = (name, type, count)
      (self.isRequired, self.isDefault) = (isRequired, isDefault)
    }
  }

  /// An output.
  public struct Output: Sendable, Hashable {
    /// The name, such as `bottomUpOut`.
    public var name: String

    /// The type of the elements.
    public var type: RegionArray.ElementType

    /// The number of elements, or 0 where it follows from parameters.
    public var count: Int

    /// Whether a link that names no output begins here.
    public var isDefault: Bool

    /// Makes a description of an output.
    public init(
      _ name: String, _ type: RegionArray.ElementType = .real32, count: Int = 0,
      isDefault: Bool = false
    ) {
      (self.name, self.type, self.count, self.isDefault) = (name, type, count, isDefault)
    }
  }

  /// When a parameter can be set.
  public enum Access: String, Sendable, Hashable {
    /// When the region is made.
    case create

    /// It can be looked at only.
    case read

    /// At any time.
    case readWrite
  }

  /// A parameter.
  public struct Parameter: Sendable, Hashable {
    /// The name.
    public var name: String

    /// When it can be set.
    public var access: Access

    /// Makes a description of a parameter.
    public init(_ name: String, _ access: Access = .readWrite) {
      (self.name, self.access) = (name, access)
    }
  }

  /// The inputs.
  public var inputs: [Input]

  /// The outputs.
  public var outputs: [Output]

  /// The parameters.
  public var parameters: [Parameter]

  /// Makes a specification.
  public init(inputs: [Input] = [], outputs: [Output] = [], parameters: [Parameter] = []) {
    (self.inputs, self.outputs, self.parameters) = (inputs, outputs, parameters)
  }

  /// The input of a name; the default one for an empty name.
  public func input(_ name: String) -> Input? {
    name.isEmpty
      ? inputs.first(where: \.isDefault) ?? (inputs.count == 1 ? inputs.first : nil)
      : inputs.first { $0.name == name }
  }

  /// The output of a name; the default one for an empty name.
  public func output(_ name: String) -> Output? {
    name.isEmpty
      ? outputs.first(where: \.isDefault) ?? (outputs.count == 1 ? outputs.first : nil)
      : outputs.first { $0.name == name }
  }
}

/// What all reductions of a workspace share.
public struct GlobalConfig: Sendable, Hashable {
  /// The number of bits of a feature's number: 18 bits tell 262,144 features apart.
  public var numBits = 18

  /// The seed that names of namespaces are hashed with.
  public var hashSeed: UInt32 = 0

  /// Whether each example has one feature more that is always 1.
  public var constantFeatureEnabled = true

  /// The namespaces whose features are multiplied with each other: two or three each.
  public var interactions: [[NamespaceName]] = []

  /// Makes the configuration that holds where nothing is said.
  public init() {}

  static let fields = [
    ConfigField(
      "numBits", .integer(0...31, default: 18), "The number of bits of a feature's number."),
    ConfigField(
      "hashSeed", .integer(0...UInt64(UInt32.max), default: 0),
      "The seed that names of namespaces are hashed with."),
    ConfigField(
      "constantFeatureEnabled", .bool(true),
      "Whether each example has one feature more that is always 1."),
    ConfigField(
      "interactions", .interactions,
      "Namespaces whose features are multiplied with each other, two or three each."),
  ]

  init(_ object: ConfigObject) throws(ReductionsError) {
    numBits = Int(try object.integer("numBits"))
    hashSeed = UInt32(truncatingIfNeeded: try object.integer("hashSeed"))
    constantFeatureEnabled = try object.bool("constantFeatureEnabled")
    interactions = try object.interactions("interactions")
  }

  var json: JSONValue {
    .object([
      ("numBits", .unsigned(UInt64(numBits))), ("hashSeed", .unsigned(UInt64(hashSeed))),
      ("constantFeatureEnabled", .bool(constantFeatureEnabled)),
      ("interactions", .array(interactions.map { .array($0.map(\.json)) })),
    ])
  }

  func check(_ path: String) throws(ReductionsError) {
    guard (0...31).contains(numBits) else {
      throw .configuration("\(path).numBits", "\(numBits) is out of range: it is 0 to 31")
    }
    for (index, names) in interactions.enumerated() where !(2...3).contains(names.count) {
      throw .configuration(
        "\(path).interactions[\(index)]",
        "\(names.count) namespaces make no interaction: it takes two or three")
    }
  }
}

/// A namespace as a configuration names it.
public enum NamespaceName: Sendable, Hashable {
  /// The namespace of features that are in none with a name.
  case `default`

  /// A namespace by its name.
  case name(String)

  func namespace(seed: UInt32) -> Namespace {
    switch self {
    case .default: .default
    case .name(let name): .named(hash: FeatureHash.hash(name, seed: seed))
    }
  }

  var json: JSONValue {
    switch self {
    case .default: .string("Default")
    case .name(let name): .object([("Name", .string(name))])
    }
  }
}

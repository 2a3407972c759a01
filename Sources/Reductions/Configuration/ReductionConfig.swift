internal import CapnProto

/// The configuration of a reduction, and of those below it.
public indirect enum ReductionConfig: Sendable, Hashable {
  /// A regressor.
  case coin(CoinConfig = CoinConfig())

  /// Answers yes or no by the sign of what a regressor says.
  case binary(BinaryConfig = BinaryConfig())

  /// Learns what actions cost, by a regressor.
  case cbAdf(CbAdfConfig = CbAdfConfig())

  /// Takes the best action mostly, and sometimes any.
  case cbExploreAdfGreedy(CbExploreAdfGreedyConfig = CbExploreAdfGreedyConfig())

  /// Takes actions less often the more they cost.
  case cbExploreAdfSquareCb(CbExploreAdfSquareCbConfig = CbExploreAdfSquareCbConfig())

  /// Takes actions by the softmax of what they cost.
  case cbExploreAdfSoftmax(CbExploreAdfSoftmaxConfig = CbExploreAdfSoftmaxConfig())

  /// The names of all reductions.
  public static let typenames = table.map(\.typename)

  /// The configuration of a reduction where nothing is said.
  ///
  /// - Throws: `ReductionsError` where there is no reduction of this name.
  public init(typename: String) throws(ReductionsError) {
    let kind = try Self.kind(typename, "typename")
    self = try kind.make(ConfigObject(kind.fields))
  }

  /// The name of the reduction.
  public var typename: String {
    switch self {
    case .coin: "Coin"
    case .binary: "Binary"
    case .cbAdf: "CbAdf"
    case .cbExploreAdfGreedy: "CbExploreAdfGreedy"
    case .cbExploreAdfSquareCb: "CbExploreAdfSquareCb"
    case .cbExploreAdfSoftmax: "CbExploreAdfSoftmax"
    }
  }

  /// The reduction below, and the name of its field.
  var next: (name: String, config: ReductionConfig)? {
    switch self {
    case .coin: nil
    case .binary(let config): ("regressor", config.regressor)
    case .cbAdf(let config): ("regressor", config.regressor)
    case .cbExploreAdfGreedy(let config): ("cbAdf", config.cbAdf)
    case .cbExploreAdfSquareCb(let config): ("cbAdf", config.cbAdf)
    case .cbExploreAdfSoftmax(let config): ("cbAdf", config.cbAdf)
    }
  }

  /// Whether reductionml 0.1.0 has all of it.
  var isOld: Bool {
    switch self {
    case .coin(let config): config.isOld
    case .cbExploreAdfSoftmax: false
    default: next?.config.isOld ?? true
    }
  }
}

/// What there is to know of a reduction's configuration, to read it and to describe it.
struct ReductionKind: Sendable {
  let typename: String
  let help: String
  let fields: [ConfigField]
  let make: @Sendable (ConfigObject) throws(ReductionsError) -> ReductionConfig
}

extension ReductionConfig {
  static let table: [ReductionKind] = [
    ReductionKind(
      typename: "Binary", help: "Answers yes or no by the sign of what a regressor says.",
      fields: BinaryConfig.fields
    ) { object throws(ReductionsError) in .binary(try BinaryConfig(object)) },
    ReductionKind(
      typename: "CbAdf", help: "Learns what actions cost, by a regressor.",
      fields: CbAdfConfig.fields
    ) { object throws(ReductionsError) in .cbAdf(try CbAdfConfig(object)) },
    ReductionKind(
      typename: "CbExploreAdfGreedy", help: "Takes the best action mostly, and sometimes any.",
      fields: CbExploreAdfGreedyConfig.fields
    ) { object throws(ReductionsError) in
      .cbExploreAdfGreedy(try CbExploreAdfGreedyConfig(object))
    },
    ReductionKind(
      typename: "CbExploreAdfSoftmax", help: "Takes actions by the softmax of what they cost.",
      fields: CbExploreAdfSoftmaxConfig.fields
    ) { object throws(ReductionsError) in
      .cbExploreAdfSoftmax(try CbExploreAdfSoftmaxConfig(object))
    },
    ReductionKind(
      typename: "CbExploreAdfSquareCb", help: "Takes actions less often the more they cost.",
      fields: CbExploreAdfSquareCbConfig.fields
    ) { object throws(ReductionsError) in
      .cbExploreAdfSquareCb(try CbExploreAdfSquareCbConfig(object))
    },
    ReductionKind(
      typename: "Coin", help: "A regressor without a learning rate.", fields: CoinConfig.fields
    ) { object throws(ReductionsError) in .coin(try CoinConfig(object)) },
  ]

  static func kind(_ typename: String, _ path: String) throws(ReductionsError) -> ReductionKind {
    if let kind = table.first(where: { $0.typename == typename }) { return kind }
    throw .configuration(
      path,
      "there is no reduction '\(typename.prefix(60))'" + Spelling.hint(typename, typenames)
        + "; there are " + typenames.joined(separator: ", "))
  }

  private static let wrapper = [
    ConfigField("typename", .text, "The name of the reduction."),
    ConfigField("config", .object, "What it is configured with."),
  ]

  /// Takes a reduction with its name and its configuration, which can be left out.
  init(_ node: ConfigNode) throws(ReductionsError) {
    let object = try ConfigObject(node, Self.wrapper)
    guard let name = object.members["typename"] else {
      throw .configuration(node.path, "typename is missing: the name of a reduction")
    }
    let kind = try Self.kind(try name.text(), name.path)
    guard let config = object.members["config"], !config.isNull else {
      self = try kind.make(ConfigObject(kind.fields, path: node.path + ".config"))
      return
    }
    self = try kind.make(ConfigObject(config, kind.fields))
  }

  func json(isNew: Bool) -> JSONValue {
    .object([("typename", .string(typename)), ("config", .object(members(isNew: isNew)))])
  }

  /// The fields of the configuration, in the order of the alphabet as reductionml prints them.
  func members(isNew: Bool) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)]
    switch self {
    case .coin(let config): members = config.members(isNew: isNew)
    case .binary: members = []
    case .cbAdf(let config): members = [("cbType", .string(config.cbType.rawValue))]
    case .cbExploreAdfGreedy(let config): members = [("epsilon", .float(config.epsilon))]
    case .cbExploreAdfSquareCb(let config):
      members = [
        ("gammaExponent", .float(config.gammaExponent)), ("gammaScale", .float(config.gammaScale)),
        ("uniformEpsilon", .float(config.uniformEpsilon)),
      ]
    case .cbExploreAdfSoftmax(let config):
      members = [
        ("lambda", .float(config.lambda)), ("uniformEpsilon", .float(config.uniformEpsilon)),
      ]
    }
    if let next { members.append((next.name, next.config.json(isNew: isNew))) }
    return members.sorted { $0.0 < $1.0 }
  }
}

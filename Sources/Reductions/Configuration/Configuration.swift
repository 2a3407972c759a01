internal import CapnProto

/// What a workspace is made from: what all reductions share, and the stack of reductions.
///
/// Its JSON is that of reductionml. Fields that there are not are refused with their path.
public struct Configuration: Sendable, Hashable {
  /// What all reductions share.
  public var globalConfig: GlobalConfig

  /// The outermost reduction, with those below it.
  public var entryReduction: ReductionConfig

  /// Makes a configuration.
  public init(globalConfig: GlobalConfig = GlobalConfig(), entryReduction: ReductionConfig) {
    self.globalConfig = globalConfig
    self.entryReduction = entryReduction
  }

  static let fields = [
    ConfigField("$schema", .text, "Where the description of configurations is."),
    ConfigField("globalConfig", .object, "What all reductions share."),
    ConfigField("entryReduction", .object, "The outermost reduction."),
  ]

  /// Reads a configuration from JSON.
  ///
  /// - Throws: `ReductionsError` with the path of the field that is wrong, or unknown.
  public init(json: String) throws(ReductionsError) {
    try self.init(json: Array(json.utf8))
  }

  init(json bytes: [UInt8]) throws(ReductionsError) {
    let document: JSONDocument
    do {
      document = try JSONDocument(bytes, nestingLimit: 64)
    } catch {
      throw .configuration("configuration", "\(error.message)")
    }
    let object = try ConfigObject(
      ConfigNode(document: document, place: 0, path: ""), Self.fields)
    if let schema = object.members["$schema"], !schema.isNull { _ = try schema.text() }
    guard let global = object.members["globalConfig"] else {
      throw .configuration("globalConfig", "it is missing; {} will do")
    }
    guard let entry = object.members["entryReduction"] else {
      throw .configuration(
        "entryReduction", "it is missing; {\"typename\": \"Coin\"} is the simplest one")
    }
    globalConfig = try GlobalConfig(ConfigObject(global, GlobalConfig.fields))
    entryReduction = try ReductionConfig(entry)
  }

  /// The configuration as JSON, with all that holds where nothing is said.
  public var json: String { value(isNew: !entryReduction.isOld).pretty }

  func value(isNew: Bool) -> JSONValue {
    .object([
      ("globalConfig", globalConfig.json), ("entryReduction", entryReduction.json(isNew: isNew)),
    ])
  }

  /// The text of a new configuration with everything that can be set.
  ///
  /// - Parameters:
  ///   - typename: the outermost reduction.
  ///   - latest: whether fields that reductionml 0.1.0 does not have are in it too.
  /// - Throws: `ReductionsError` where there is no such reduction.
  public static func template(
    _ typename: String, latest: Bool = false
  ) throws(ReductionsError) -> String {
    let entry = try ReductionConfig(typename: typename)
    let isNew = latest || !entry.isOld
    let version = isNew ? "latest" : "0.1.0"
    let schema =
      "https://raw.githubusercontent.com/jackgerrits/reductionml/main/schemas/config/"
      + "\(version)/schema.json"
    guard case .object(let members) = Configuration(entryReduction: entry).value(isNew: isNew)
    else { return "" }
    return JSONValue.object([("$schema", .string(schema))] + members).pretty
  }

  /// Checks the stack: what each reduction gives has to be what the one above it takes.
  ///
  /// - Throws: `ReductionsError` with the path of what does not fit.
  public func check() throws(ReductionsError) { _ = try Stack.make(self) }
}

extension Configuration: Codable {
  public init(from decoder: any Decoder) throws {
    try self.init(json: JSONValue(from: decoder).text)
  }

  public func encode(to encoder: any Encoder) throws {
    try value(isNew: !entryReduction.isOld).encode(to: encoder)
  }
}

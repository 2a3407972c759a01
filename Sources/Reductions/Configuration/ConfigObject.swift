internal import CapnProto

/// An object of a configuration whose fields are known, with what holds for those left out.
struct ConfigObject {
  let path: String
  let members: [String: ConfigNode]
  private let fields: [ConfigField]

  /// Takes an object, and refuses fields that there are not.
  init(_ node: ConfigNode, _ fields: [ConfigField]) throws(ReductionsError) {
    path = node.path
    self.fields = fields
    var members: [String: ConfigNode] = [:]
    for (key, value) in try node.members() {
      guard fields.contains(where: { $0.name == key }) else {
        let names = fields.map(\.name)
        throw .configuration(
          value.path,
          "there is no such field" + Spelling.hint(key, names)
            + (names.isEmpty ? "" : "; there are " + names.joined(separator: ", ")))
      }
      members[key] = value
    }
    self.members = members
  }

  /// An object of which everything is left out.
  init(_ fields: [ConfigField], path: String = "") {
    self.path = path
    self.fields = fields
    members = [:]
  }

  private func kind(_ name: String) -> ConfigField.Kind? {
    fields.first { $0.name == name }?.kind
  }

  func float(_ name: String) throws(ReductionsError) -> Float {
    switch kind(name) {
    case .float(let fallback): return try members[name]?.float() ?? fallback
    case .fraction(let fallback):
      guard let node = members[name] else { return fallback }
      let value = try node.float()
      guard (0...1).contains(value) else { throw node.fault("a number from 0 to 1 is needed") }
      return value
    default: return 0
    }
  }

  func integer(_ name: String) throws(ReductionsError) -> UInt64 {
    guard case .integer(let range, let fallback) = kind(name) else { return 0 }
    return try members[name]?.integer(range) ?? fallback
  }

  func bool(_ name: String) throws(ReductionsError) -> Bool {
    guard case .bool(let fallback) = kind(name) else { return false }
    return try members[name]?.bool() ?? fallback
  }

  func choice(_ name: String) throws(ReductionsError) -> String {
    guard case .choice(let words) = kind(name) else { return "" }
    guard let node = members[name] else { return words[0] }
    let word = try node.text()
    guard words.contains(word) else {
      throw node.fault(
        "'\(word.prefix(60))' is none of " + words.joined(separator: ", ")
          + Spelling.hint(word, words))
    }
    return word
  }

  func reduction(_ name: String) throws(ReductionsError) -> ReductionConfig {
    if let node = members[name] { return try ReductionConfig(node) }
    guard case .reduction(let typename) = kind(name) else { return .coin() }
    return try ReductionConfig(typename: typename)
  }

  func loss(_ name: String) throws(ReductionsError) -> LossFunction {
    guard let node = members[name] else { return .squared }
    if let word = try? node.text() {
      switch word {
      case "Squared": return .squared
      case "Logistic": return .logistic()
      default: throw node.fault("'\(word.prefix(60))' is none of Squared, Logistic")
      }
    }
    let members = try node.members()
    guard members.count == 1, let (key, content) = members.first else {
      throw node.fault("an object with one member is needed, Squared or Logistic")
    }
    switch key {
    case "Squared":
      _ = try ConfigObject(content, [])
      return .squared
    case "Logistic":
      let object = try ConfigObject(content, LossFunction.logisticFields)
      let (least, most) = (try object.float("min_label"), try object.float("max_label"))
      guard least < most else { throw content.fault("min_label has to be less than max_label") }
      return .logistic(minLabel: least, maxLabel: most)
    default: throw content.fault("there is no such loss function; there are Squared, Logistic")
    }
  }

  func interactions(_ name: String) throws(ReductionsError) -> [[NamespaceName]] {
    guard let node = members[name] else { return [] }
    var interactions: [[NamespaceName]] = []
    for element in try node.elements() {
      var names: [NamespaceName] = []
      for part in try element.elements() { names.append(try Self.namespace(part)) }
      guard (2...3).contains(names.count) else {
        throw element.fault("\(names.count) namespaces make no interaction: it takes two or three")
      }
      interactions.append(names)
    }
    return interactions
  }

  private static func namespace(_ node: ConfigNode) throws(ReductionsError) -> NamespaceName {
    if let word = try? node.text() {
      guard word == "Default" else {
        throw node.fault(
          "a namespace is written \"Default\" or {\"Name\": \"…\"}, not \"\(word.prefix(60))\"")
      }
      return .default
    }
    let object = try ConfigObject(node, [ConfigField("Name", .text, "The name.")])
    guard let name = object.members["Name"] else { throw node.fault("Name is missing") }
    return .name(try name.text())
  }
}

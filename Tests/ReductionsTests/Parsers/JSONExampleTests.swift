import Reductions
import Testing

/// Rows of JSON that were made of features give these features.
struct JSONExampleTests {
  typealias Groups = [(Namespace, [Feature])]

  private static let mask: UInt32 = 0x3FFFF
  private static let seed: UInt32 = 17

  private static func feature(_ hash: UInt32, _ value: Float = 1) -> Feature {
    Feature(index: hash & mask, value: value)
  }

  /// A member of a namespace, and its feature.
  private static func named(_ namespace: Namespace) -> (JSONWriter.Member, Feature?) {
    let name = JSONWriter.name()
    let hash = FeatureHash.hash(name, seed: namespace.hash)
    let key = JSONWriter.string(name)
    switch Int.random(in: 0...5) {
    case 0: return ((key, "true"), feature(hash))
    case 1: return ((key, "false"), nil)
    case 2:
      let word = JSONWriter.name()
      return ((key, JSONWriter.string(word)), feature(FeatureHash.hash(word, seed: hash)))
    default:
      let number = JSONWriter.number()
      return ((key, number.text), feature(hash, number.value))
    }
  }

  private static func numbers(_ namespace: Namespace) -> (text: String, features: [Feature]) {
    let numbers = (0..<Int.random(in: 1...4)).map { _ in JSONWriter.number() }
    let features = numbers.enumerated().map {
      feature(namespace.hash &+ UInt32($0), $1.value)
    }
    return (JSONWriter.list(numbers.map(\.text)), features)
  }

  /// An object of namespaces, and what they have.
  private static func namespaces() -> (text: String, groups: Groups) {
    var (members, groups): ([JSONWriter.Member], Groups) = ([], [])
    for _ in 0..<Int.random(in: 0...4) {
      let name = JSONWriter.name()
      let namespace = Namespace(name, seed: seed)
      let value: String
      switch Int.random(in: 0...3) {
      case 0:
        let list = numbers(namespace)
        value = list.text
        groups.append((namespace, list.features))
      case 1:
        let words = (0..<Int.random(in: 0...3)).map { _ in JSONWriter.name() }
        value = JSONWriter.list(words.map(JSONWriter.string))
        groups.append(
          (namespace, words.map { feature(FeatureHash.hash($0, seed: namespace.hash)) }))
      default:
        let features = (0..<Int.random(in: 0...5)).map { _ in named(namespace) }
        value = JSONWriter.object(features.map(\.0))
        groups.append((namespace, features.compactMap(\.1)))
      }
      members.append((JSONWriter.string(name), value))
    }
    return (JSONWriter.object(members), groups)
  }

  /// An object of a log, whose direct features are in a namespace, and what it has.
  private static func logged(
    _ namespace: Namespace, _ depth: Int = 0
  ) -> (members: [JSONWriter.Member], groups: Groups) {
    var (members, groups): ([JSONWriter.Member], Groups) = ([], [])
    for _ in 0..<Int.random(in: 0...4) {
      let name = JSONWriter.name()
      let inner = Namespace(name, seed: seed)
      switch Int.random(in: 0...(depth < 3 ? 5 : 3)) {
      case 0: members.append((#""_hidden""#, JSONWriter.junk()))
      case 4:
        let (parts, more) = logged(inner, depth + 1)
        members.append((JSONWriter.string(name), JSONWriter.object(parts)))
        groups += more
      case 5:
        let list = numbers(inner)
        let (parts, more) = logged(inner, depth + 1)
        let text = String(list.text.dropLast()) + ",null," + JSONWriter.object(parts) + "]"
        members.append((JSONWriter.string(name), text))
        groups += [(inner, list.features)] + more
      default:
        let (member, feature) = named(namespace)
        members.append(member)
        if let feature { groups.append((namespace, [feature])) }
      }
    }
    return (members, groups)
  }

  @Test(arguments: [FeaturesType.simple, .actions])
  func rowsGiveWhatTheyWereMadeOf(_ type: FeaturesType) throws {
    let parser = try ExampleParser(
      .json, features: type, label: type == .simple ? .simple : .action, hashSeed: Self.seed)
    for _ in 0..<1500 {
      var members: [JSONWriter.Member] = []
      var example: Example
      switch type {
      case .simple:
        let made = Self.namespaces()
        members.append((#""features""#, made.text))
        example = Example(features: .simple(SparseFeatures(made.groups)))
      case .actions:
        let actions = (0..<Int.random(in: 0...4)).map { _ in Self.namespaces() }
        members.append((#""actions""#, JSONWriter.list(actions.map(\.text))))
        var content = ActionFeatures(actions: actions.map { SparseFeatures($0.groups) })
        if Bool.random() {
          let shared = Self.namespaces()
          members.append((#""shared""#, shared.text))
          content.shared = SparseFeatures(shared.groups)
        }
        example = Example(features: .actions(content))
      }
      let label = Self.label(type)
      example.label = label.label
      if let text = label.text { members.append((#""label""#, text)) }
      let text = JSONWriter.shuffled(members)
      #expect(try parser.parse(text) == example, "\(text)")
    }
  }

  private static func label(_ type: FeaturesType) -> (text: String?, label: Label?) {
    if Int.random(in: 0...4) == 0 { return (Bool.random() ? "null" : nil, nil) }
    let (value, weight) = (JSONWriter.number(), JSONWriter.number())
    guard type == .simple else {
      let action = Int.random(in: 0...3)
      let text = JSONWriter.shuffled([
        (#""action""#, "\(action)"), (#""cost""#, value.text), (#""probability""#, weight.text),
      ])
      return (text, .action(action, cost: value.value, probability: weight.value))
    }
    switch Int.random(in: 0...2) {
    case 0: return (value.text, .simple(value.value))
    case 1:
      return (
        JSONWriter.shuffled([(#""value""#, value.text)] + [("\"w\"", "1")]), .simple(value.value)
      )
    default:
      let text = JSONWriter.shuffled([(#""value""#, value.text), (#""weight""#, weight.text)])
      return (text, .simple(value.value, weight: weight.value))
    }
  }

  /// What actions share stands in front of them, behind them, or on both sides.
  @Test func rowsOfLogsGiveWhatTheyWereMadeOf() throws {
    let parser = try ExampleParser(
      .dsJSON, features: .actions, label: .action, hashSeed: Self.seed)
    for _ in 0..<1500 {
      let (shared, groups) = Self.logged(.default)
      let actions = (0..<Int.random(in: 0...4)).map { _ in Self.logged(.default) }
      var context = shared
      context.insert(
        (#""_multi""#, JSONWriter.list(actions.map { JSONWriter.object($0.members) })),
        at: Int.random(in: 0...shared.count))
      if Bool.random() { context.append((#""_multi""#, JSONWriter.junk())) }
      var members = [(#""c""#, JSONWriter.object(context))] as [JSONWriter.Member]
      var example = Example(
        features: .actions(
          ActionFeatures(
            shared: SparseFeatures(groups), actions: actions.map { SparseFeatures($0.groups) })))
      if Bool.random() {
        let (cost, probability) = (JSONWriter.number(), JSONWriter.number())
        members += [
          (#""_label_cost""#, cost.text), (#""_label_probability""#, probability.text),
          (#""_labelIndex""#, "2"),
        ]
        example.label = .action(2, cost: cost.value, probability: probability.value)
      }
      let text = JSONWriter.shuffled(members)
      #expect(try parser.parse(text) == example, "\(text)")
    }
  }
}

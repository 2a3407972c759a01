/// What all parts of one encoding share.
final class EncodingState {
  let isSharing: Bool
  let depthLimit: Int
  let userInfo: [CodingUserInfoKey: Any]

  private var shapes: [ObjectIdentifier: EncodingShape] = [:]
  private var lastShape: (keys: any CodingKey.Type, root: EncodingShape)?
  private var unordered: [ObjectIdentifier: Bool?] = [:]

  /// An object of a class that was met, kept so that no other one can get its identity.
  private struct Seen {
    let object: AnyObject
    var reference: Reference?
    var count = 1
  }

  private var seen: [ObjectIdentifier: Seen] = [:]
  private var uses: [ObjectIdentifier: Int] = [:]

  init(_ options: CodableOptions, _ userInfo: [CodingUserInfoKey: any Sendable]) {
    (isSharing, depthLimit) = (options.sharing, options.depthLimit)
    self.userInfo = userInfo
  }

  /// The beginning of all records with keys of a type.
  func shape(of keys: any CodingKey.Type) -> EncodingShape {
    if let lastShape, lastShape.keys == keys { return lastShape.root }
    let root = shapes[ObjectIdentifier(keys)] ?? EncodingShape()
    shapes[ObjectIdentifier(keys)] = root
    lastShape = (keys, root)
    return root
  }

  /// Whether the values of a type have to be put in order, and if so, whether they are pairs.
  func unorderedPairs(_ type: Any.Type) -> Bool? {
    if let known = unordered[ObjectIdentifier(type)] { return known }
    let pairs = (type as? any UnorderedCollection.Type)?.hasPairs
    unordered[ObjectIdentifier(type)] = .some(pairs)
    return pairs
  }
}

extension EncodingState {
  enum Sighting {
    case first
    case again(Reference)
    case inside
  }

  func meet(_ object: AnyObject) -> Sighting {
    guard let known = seen[ObjectIdentifier(object)] else {
      seen[ObjectIdentifier(object)] = Seen(object: object)
      return .first
    }
    guard let reference = known.reference else { return .inside }
    uses[ObjectIdentifier(reference), default: 1] += 1
    return .again(reference)
  }

  func finish(_ object: AnyObject, _ value: Value) -> Value {
    let reference = Reference(value)
    seen[ObjectIdentifier(object)]?.reference = reference
    return .reference(reference)
  }

  func abandon(_ object: AnyObject) { seen[ObjectIdentifier(object)] = nil }

  /// The value, without references to what is in one place only.
  func withoutLoneReferences(_ value: Value) -> Value {
    guard seen.values.contains(where: { $0.reference != nil }) else { return value }
    var ours: Set<ObjectIdentifier> = []
    for case let reference? in seen.values.map(\.reference) {
      ours.insert(ObjectIdentifier(reference))
    }
    var done: Set<ObjectIdentifier> = []
    return simplify(value, ours, &done)
  }

  private func simplify(
    _ value: Value, _ ours: Set<ObjectIdentifier>, _ done: inout Set<ObjectIdentifier>
  ) -> Value {
    switch value {
    case .array(let values): return .array(values.map { simplify($0, ours, &done) })
    case .table(let table):
      return .table(Table(like: table, table.values.map { simplify($0, ours, &done) }))
    case .reference(let reference) where ours.contains(ObjectIdentifier(reference)):
      guard uses[ObjectIdentifier(reference)] != nil else {
        return simplify(reference.value, ours, &done)
      }
      if done.insert(ObjectIdentifier(reference)).inserted {
        reference.value = simplify(reference.value, ours, &done)
      }
      return value
    default: return value
    }
  }
}

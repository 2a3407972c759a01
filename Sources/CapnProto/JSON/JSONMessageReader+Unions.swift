extension JSONMessageReader {
  /// Which members of unions the object has set.
  struct Chosen {
    private struct Choice {
      let member: Int
      let isByName: Bool
    }

    private var choices: [ObjectIdentifier: Choice] = [:]

    /// Returns false where another member was set before.
    mutating func choose(_ member: JSONField, _ union: JSONUnion, byName: Bool = false) -> Bool {
      let id = ObjectIdentifier(union)
      if let choice = choices[id] { return choice.member == member.field.index }
      choices[id] = Choice(member: member.field.index, isByName: byName)
      return true
    }

    func isByName(_ union: JSONUnion) -> Bool {
      choices[ObjectIdentifier(union)]?.isByName ?? false
    }
  }

  /// Sets the members of unions that keys name, before anything is put into them.
  func readDiscriminators(
    _ index: Int, _ plan: JSONStructPlan, _ builder: DynamicStruct.Builder,
    _ chosen: inout Chosen
  ) throws(CapnProtoError) {
    var found: [(place: JSONStructPlan.Place, union: JSONUnion, value: Int)] = []
    tape.forEachMember(index) { key, value in
      for place in places(key, plan) ?? [] {
        if case .discriminator(let union) = place.target { found.append((place, union, value)) }
      }
    }
    // From the outside in.
    for (place, union, value) in found.sorted(by: { $0.place.chain.count < $1.place.chain.count }) {
      guard let target = try walk(place.chain, builder) else { continue }
      guard tape.isString(value), let label = tape.name(value, longest: union.longestLabel),
        let member = union.member(labeled: label)
      else {
        throw tape.error(
          .typeMismatch, "\(tape.label(value)) is no member of the union", at: value)
      }
      _ = chosen.choose(member, union, byName: true)
      if member.flattened != nil {
        try target.initStruct(member.field)
      } else {
        try target.clear(member.field)
      }
    }
  }

  /// The builder at the end of a way through flattened fields; nil where a member of a union is in
  /// the way that is not set.
  func walk(
    _ chain: [FieldSchema], _ builder: DynamicStruct.Builder
  ) throws(CapnProtoError) -> DynamicStruct.Builder? {
    var builder = builder
    for field in chain {
      guard builder.asReader.isActive(field) else { return nil }
      guard case .structure(let inner) = try builder.get(field) else { return nil }
      builder = inner
    }
    return builder
  }

  /// Sets the members of unions without a discriminator to those that all of the keys belong to.
  func readChoices(
    _ index: Int, _ plan: JSONStructPlan, _ builder: DynamicStruct.Builder,
    _ chosen: inout Chosen
  ) throws(CapnProtoError) {
    var found: [ObjectIdentifier: OpenUnion] = [:]
    tape.forEachMember(index) { key, _ in
      var here: [ObjectIdentifier: OpenUnion] = [:]
      for place in places(key, plan) ?? [] {
        for choice in place.choices {
          here[ObjectIdentifier(choice.union), default: OpenUnion(place, choice)]
            .members[choice.member.field.index] = choice.member
        }
      }
      for (id, union) in here {
        found[id, default: union].members = found[id, default: union].members.filter {
          union.members[$0.key] != nil
        }
      }
    }
    for open in found.values.sorted(by: { $0.chain.count < $1.chain.count }) {
      guard let target = try walk(open.chain, builder) else { continue }
      let members = open.members.values.sorted { $0.field.index < $1.field.index }
      let isActive = { (item: JSONField) in target.asReader.isActive(item.field) }
      guard let member = members.first(where: isActive) ?? members.first else { continue }
      _ = chosen.choose(member, open.union)
      if member.flattened != nil, !isActive(member) { try target.initStruct(member.field) }
    }
  }

  /// A union of which the keys tell the member by being there.
  private struct OpenUnion {
    let chain: [FieldSchema]
    let union: JSONUnion
    /// Those that all of the keys can belong to.
    var members: [Int: JSONField] = [:]

    init(_ place: JSONStructPlan.Place, _ choice: JSONStructPlan.Choice) {
      chain = Array(place.chain.prefix(choice.depth))
      union = choice.union
    }
  }
}

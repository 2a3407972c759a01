/// The search for a pointer, from the root of a message by its schema.
///
/// It goes level by level, so that what it finds is the shortest of the ways to the pointer, and
/// neither cycles nor depth can hurt it. An object is looked at once for each type.
@safe struct PathSearch {
  /// How an object was reached.
  ///
  /// It is from an entry, by the index of an element where that is a list, and
  /// by a field where that is of structs. A way beneath AnyPointer has neither.
  private struct Step {
    var parent: Int
    var element: Int?
    var field: String?
  }

  private struct Visit: Hashable {
    let object: WireObject
    let type: PathTypes.ID
  }

  /// What is looked for.
  enum Target {
    case pointer(MessageWords.Place)

    /// The member of a union in the struct whose first pointer lies at a place.
    case member(MessageWords.Place, PathTypes.Condition)

    var place: MessageWords.Place {
      switch self {
      case .pointer(let place), .member(let place, _): place
      }
    }
  }

  private let words: MessageWords
  private let target: Target
  private(set) var types: PathTypes
  private var entries: [(visit: Visit, step: Step)] = []
  private var seen: Set<Visit> = []

  /// How many pointers may still be visited.
  private(set) var allowance: Int

  init(
    _ words: MessageWords, target: Target, types: PathTypes, allowance: Int
  ) {
    self.words = words
    self.target = target
    self.types = types
    self.allowance = allowance
  }

  /// The name of the target; nil where no way was found.
  mutating func path() -> String? {
    let root = MessageWords.Place(segment: 0, word: 0)
    if target.place == root { return types.root.name }
    var last = visit(root, types.rootType, Step(parent: -1))
    var next = 0
    while last == nil, next < entries.count, allowance > 0 {
      last = visitPointers(of: next)
      next += 1
    }
    return last.map(name)
  }

  /// Notes where a pointer leads; gives the last step to the target if it lies there.
  private mutating func visit(
    _ pointer: MessageWords.Place, _ type: PathTypes.ID, _ step: @autoclosure () -> Step
  ) -> Step? {
    allowance -= 1
    let shape = types[type]
    guard shape != .leaf, let object = words.object(at: pointer) else { return nil }
    switch shape {
    case .structure: guard !object.isList else { return nil }
    case .list, .unknownList: guard object.isList else { return nil }
    case .leaf, .unknown: break
    }
    let visit = Visit(object: object, type: type)
    guard seen.insert(visit).inserted else { return nil }
    entries.append((visit, step()))
    guard let (element, slot) = object.slot(at: target.place) else { return nil }
    return lastStep(from: entries.count - 1, element, slot)
  }

  /// The step from an object to one of its own pointers.
  private mutating func lastStep(from parent: Int, _ element: Int, _ slot: Int) -> Step? {
    let visit = entries[parent].visit
    var step = Step(parent: parent, element: visit.object.isList ? element : nil)
    if let structure = types.structure(in: visit.type) {
      let fields = types.fields(of: structure)
      if case .member(_, let condition) = target {
        step.field = slot == 0 ? fields.members[condition] : nil
      } else {
        let found = fields.bySlot[slot]?.first { isSet(fields.all[$0], in: visit.object, element) }
        step.field = found.map { fields.all[$0].name }
      }
      return step.field == nil ? nil : step
    }
    guard case .pointer = target else { return nil }
    switch types[visit.type] {
    case .list: return slot == 0 ? step : nil
    case .unknownList: return step
    default: return Step(parent: parent)
    }
  }

  /// Visits the pointers of an entry; gives the last step to the target when it comes upon it.
  private mutating func visitPointers(of parent: Int) -> Step? {
    let (object, type) = (entries[parent].visit.object, entries[parent].visit.type)
    let structure = types.structure(in: type)
    let fields = structure.map { types.fields(of: $0) }
    if let fields, fields.branches.isEmpty { return nil }
    for element in 0..<object.count {
      guard allowance > 0 else { return nil }
      let index = object.isList ? element : nil
      if let fields {
        // An element costs, even if there is nothing to be visited in it.
        allowance -= 1
        for field in fields.branches.lazy.map({ fields.all[$0] })
        where field.slot < object.pointerCount && isSet(field, in: object, element) {
          let place = object.pointer(field.slot, of: element)
          let step = Step(parent: parent, element: index, field: field.name)
          if let last = visit(place, field.type, step) { return last }
        }
      } else if case .list(let inner) = types[type] {
        guard types[inner] != .leaf else { return nil }
        let place = object.pointer(0, of: element)
        if let last = visit(place, inner, Step(parent: parent, element: index)) { return last }
      } else {
        let unknown = types.id(of: .unknown)
        let isNamed = types[type] == .unknownList
        for slot in 0..<object.pointerCount {
          guard allowance > 0 else { return nil }
          let step = Step(parent: parent, element: isNamed ? index : nil)
          if let last = visit(object.pointer(slot, of: element), unknown, step) { return last }
        }
      }
    }
    return nil
  }

  /// Whether the members of unions that a field belongs to are set.
  private func isSet(_ field: PathTypes.Field, in object: WireObject, _ element: Int) -> Bool {
    field.conditions.allSatisfy { condition in
      // A struct of an older program, without a tag, has the first member set.
      guard condition.index / 4 < object.dataWords else { return condition.tag == 0 }
      let place = MessageWords.Place(
        segment: object.place.segment,
        word: object.place.word + element * object.step + condition.index / 4)
      let bits = words.word(at: place)?.bits ?? 0
      return UInt16(truncatingIfNeeded: bits >> (condition.index % 4 * 16)) == condition.tag
    }
  }

  /// Puts the name together.
  ///
  /// Of a way that is very long the middle is left out.
  private func name(_ last: Step) -> String {
    var parts: [String] = []
    var step = last
    while step.parent >= 0 {
      let element = step.element.map { "[\($0)]" } ?? ""
      parts.append(element + (step.field.map { "." + $0 } ?? ""))
      step = entries[step.parent].step
    }
    parts.reverse()
    if parts.count > 200 { parts.replaceSubrange(100..<parts.count - 100, with: ["…"]) }
    return types.root.name + parts.joined()
  }
}

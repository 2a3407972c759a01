internal import CapnProtoSyntax

/// Builds structs from JSON whose syntax was checked.
///
/// It calls itself nowhere, so that depth in the JSON takes no stack.
struct JSONMessageReader {
  let codec: JSONCodec
  let tape: JSONTape

  /// The structs and lists that are being read, the innermost last.
  private var frames: [JSONReaderFrame] = []

  /// A string without its escapes, and the bytes that a string stands for.
  private(set) lazy var unescaped = SpooledArray<UInt8>(memoryBytes: tape.items.memoryBytes)
  private(set) lazy var decoded = SpooledArray<UInt8>(memoryBytes: tape.items.memoryBytes)

  init(_ codec: JSONCodec, _ tape: JSONTape) {
    self.codec = codec
    self.tape = tape
  }

  /// Sets the fields that an object names.
  mutating func read(
    _ index: Int, into builder: DynamicStruct.Builder, progress: SpoolProgress? = nil
  ) throws(CapnProtoError) {
    do throws(CapnProtoError) {
      try begin(index, builder)
      while !frames.isEmpty {
        if let progress { tell(progress) }
        try advance()
      }
    } catch {
      throw frames.reversed().reduce(error) { $1.inside($0) }
    }
  }

  private func tell(_ progress: SpoolProgress) {
    let next = frames[frames.count - 1].next
    if next < tape.items.count { progress.reach(tape.items[next].start) }
  }

  private mutating func begin(
    _ index: Int, _ builder: DynamicStruct.Builder
  ) throws(CapnProtoError) {
    guard tape.items[index].kind == .object else {
      throw mismatch(index, builder.schema.isGroup ? "group" : builder.schema.name)
    }
    let plan = try codec.plans.plan(builder.schema)
    frames.append(
      JSONReaderFrame(next: index + 1, end: tape.items[index].end, .object(plan, builder)))
    var chosen = Chosen()
    if plan.hasDiscriminators { try readDiscriminators(index, plan, builder, &chosen) }
    if plan.hasChoices { try readChoices(index, plan, builder, &chosen) }
    frames[frames.count - 1].chosen = chosen
  }

  /// Reads the next member or element of the innermost struct or list.
  private mutating func advance() throws(CapnProtoError) {
    let last = frames.count - 1
    frames[last].path = []
    let index = frames[last].next
    guard index < frames[last].end else {
      frames.removeLast()
      return
    }
    switch frames[last].content {
    case .object(let plan, let builder):
      frames[last].next = tape.next(index + 1)
      guard let places = places(index, plan) else { return try unknown(index, plan) }
      try readMember(index, places, builder)
    case .array(let list, let encoding):
      frames[last].next = tape.next(index)
      frames[last].position += 1
      try readElement(index, encoding, list, frames[last].position)
    }
  }

  /// What a key can mean.
  func places(_ key: Int, _ plan: JSONStructPlan) -> [JSONStructPlan.Place]? {
    tape.name(key, longest: plan.longestKey).flatMap { plan.places[$0] }
  }

  private func unknown(_ key: Int, _ plan: JSONStructPlan) throws(CapnProtoError) {
    guard codec.unknownFields == .reject else { return }
    throw tape.error(
      .unknownField, "\(plan.schema.name) has no field \"\(tape.label(string: key))\"",
      at: key)
  }

  private mutating func readMember(
    _ key: Int, _ places: [JSONStructPlan.Place], _ builder: DynamicStruct.Builder
  ) throws(CapnProtoError) {
    let last = frames.count - 1
    for place in places {
      frames[last].path = place.chain
      guard let target = try walk(place.chain, builder) else { continue }
      switch place.target {
      case .discriminator: return
      case .field(let item, let union):
        if let union, !frames[last].chosen.choose(item, union) { continue }
        return try read(key + 1, item, target)
      case .unionValue(let union):
        guard let member = union.member(target.asReader), frames[last].chosen.isByName(union) else {
          throw misplaced(key, "needs the key that tells the member of the union")
        }
        return try read(key + 1, member.field, target)
      }
    }
    frames[last].path = []
    throw misplaced(key, "belongs to another member of its union than is set")
  }

  private func misplaced(_ key: Int, _ reason: String) -> CapnProtoError {
    tape.error(.typeMismatch, "\"\(tape.label(string: key))\" \(reason)", at: key)
  }

  private mutating func read(
    _ index: Int, _ item: JSONField, _ builder: DynamicStruct.Builder
  ) throws(CapnProtoError) {
    frames[frames.count - 1].path.append(item.field)
    if item.isGroup, case .structure(let schema) = item.type {
      guard tape.items[index].kind == .object else { throw mismatch(index, "group") }
      let group =
        item.field.discriminant == nil
        ? DynamicStruct.Builder(schema: schema, _raw: builder._raw)
        : try builder.initStruct(item.field)
      try begin(index, group)
    } else if item.type.isPointer {
      try read(index, item.type, item.encoding, into: builder.pointer(item.field))
    } else {
      try builder.set(item.field, scalar(index, item.type))
    }
  }

  private mutating func read(
    _ index: Int, _ type: SchemaType, _ encoding: JSONCodec.DataEncoding?,
    into pointer: PointerBuilder
  ) throws(CapnProtoError) {
    if tape.items[index].kind == .null { return try pointer.clear() }
    switch type {
    case .text:
      guard tape.isString(index) else { throw mismatch(index, "\(type)") }
      try pointer.setText(tape.contents(index, unescaped))
    case .data: try pointer.setBytes(data(index, encoding ?? codec.dataEncoding))
    case .structure(let schema):
      guard tape.items[index].kind == .object else { throw mismatch(index, "\(type)") }
      try begin(index, pointer.initStruct(schema))
    case .list(let element):
      guard tape.items[index].kind == .array else { throw mismatch(index, "\(type)") }
      let list = try pointer.initList(element, count: tape.count(index))
      frames.append(
        JSONReaderFrame(
          next: index + 1, end: tape.items[index].end, .array(list, encoding)))
    default:
      throw tape.error(
        .unsupported, "JSON cannot show a value of type \(type) but null", at: index)
    }
  }

  private mutating func readElement(
    _ index: Int, _ encoding: JSONCodec.DataEncoding?, _ list: DynamicList.Builder, _ place: Int
  ) throws(CapnProtoError) {
    let type = list.elementType
    if case .structure = type {
      // A struct in a list has no pointer that could be null.
      if tape.items[index].kind != .null { try begin(index, list.structure(place)) }
    } else if type.isPointer {
      try read(index, type, encoding, into: list.pointer(place))
    } else {
      try list.set(place, scalar(index, type))
    }
  }
}

internal import CapnProto
internal import Stowage

/// Goes through all of a message once, and notes what each field takes.
///
/// Nothing is copied, and what lies in lists is counted together, so this takes little memory for
/// messages of any size.
struct OutlineWalk {
  /// What the message does not share with the schema: too many pointers, for example.
  private(set) var misfits: [String] = []
  private var open: OpenPointers
  private let progress: (Int) -> Void
  private var plans: [StructSchema: OutlinePlan] = [:]
  private var path: [String] = []

  /// Lists that are shorter have their values shown.
  private static let shownElements = 8
  /// The entries of larger maps are counted together.
  private static let namedEntries = 64
  private static let deepest = 256

  init(progress: @escaping (Int) -> Void = { _ in }, structure: @escaping (UInt64) -> StructSchema?)
  {
    open = OpenPointers(structure)
    self.progress = progress
  }

  /// The fields of a struct that is the root of a message.
  mutating func outline(_ root: DynamicStruct.Reader) throws -> OutlineNode {
    let node = OutlineNode(root.schema.name, root.schema.name)
    path = [root.schema.name]
    try add(root, to: node)
    // The pointer to the root.
    node.ownBytes += 8
    return node
  }

  /// The same for a message whose schema nobody knows.
  mutating func outline(_ root: PointerReader) throws -> OutlineNode {
    let node = OutlineNode("root", "?")
    path = ["root"]
    try add(untyped: root, to: node)
    node.ownBytes += 8
    return node
  }

  /// Adds a struct that stands somewhere in a file.
  mutating func add(_ reader: DynamicStruct.Reader, to node: OutlineNode) throws {
    node.ownBytes += words(of: reader._raw) * 8
    try addFields(reader, to: node)
  }

  /// Does something further down, so that errors and findings tell the way there.
  mutating func step<Result>(
    _ name: String, _ body: (inout OutlineWalk) throws -> Result
  ) throws -> Result {
    guard path.count < Self.deepest else {
      throw CapnProtoError(.malformed, "the message is too deep", path: place)
    }
    path.append(name)
    defer { path.removeLast() }
    do {
      return try body(&self)
    } catch let error as CapnProtoError where error.path?.hasPrefix(path[0]) != true {
      throw CapnProtoError(error.code, error.message, path: place)
    }
  }

  private var place: String {
    path.reduce("") { $0.isEmpty || $1.hasPrefix("[") ? $0 + $1 : $0 + "." + $1 }
  }

  private mutating func misfit(_ message: String) {
    if misfits.count < 20 { misfits.append("\(place): \(message)") }
  }

  private func words(of reader: StructReader) -> Int {
    (reader.dataBitCount + 63) / 64 + reader.pointerCount
  }
}

// MARK: Structs

extension OutlineWalk {
  private mutating func plan(_ schema: StructSchema) -> OutlinePlan {
    if let plan = plans[schema] { return plan }
    let plan = OutlinePlan(schema)
    plans[schema] = plan
    return plan
  }

  private mutating func addFields(_ reader: DynamicStruct.Reader, to node: OutlineNode) throws {
    let plan = plan(reader.schema)
    node.count += 1
    progress(1)
    if node.count == 1 {
      for field in plan.scalars where reader.isActive(field) {
        let child = node.child(field.name, "\(field.type)")
        child.value = ScalarText.of(try reader.get(field))
      }
    } else if node.count == 2 {
      node.dropValues()
    }
    for (field, group) in plan.groups where reader.isActive(field) {
      let inner = DynamicStruct.Reader(schema: group, _raw: reader._raw)
      let child = node.child(field.name, "group")
      try step(field.name) { try $0.addFields(inner, to: child) }
    }
    for (field, type) in plan.pointers where reader.isActive(field) {
      let pointer = reader._raw.pointer(at: field.offset)
      guard !pointer.isNull else { continue }
      let child = node.child(field.name, "\(type)")
      if let schema = open.schema(of: field, reader) {
        child.type = schema.name
        try step(field.name) { try $0.add(pointer, .structure(schema), to: child) }
      } else {
        try step(field.name) { try $0.add(pointer, type, to: child) }
      }
    }
    // What a newer program wrote, and this schema does not know.
    guard !reader.schema.isGroup, reader._raw.pointerCount > Int(reader.schema.layout.pointers)
    else {
      return
    }
    for slot in Int(reader.schema.layout.pointers)..<reader._raw.pointerCount {
      let pointer = reader._raw.pointer(at: slot)
      guard !pointer.isNull else { continue }
      let child = node.child("(pointer \(slot))", "unknown")
      try step(child.name) { try $0.add(untyped: pointer, to: child) }
    }
  }

  private mutating func check(_ reader: StructReader, _ schema: StructSchema) {
    let layout = schema.layout
    let words = (reader.dataBitCount + 63) / 64
    guard words == Int(layout.dataWords), reader.pointerCount == Int(layout.pointers) else {
      return misfit(
        "a struct of \(words) words of data and \(reader.pointerCount) pointers, where "
          + "\(schema.name) has \(layout.dataWords) and \(layout.pointers)")
    }
  }
}

// MARK: Pointers and lists

extension OutlineWalk {
  /// Adds what a pointer leads to.
  mutating func add(_ pointer: PointerReader, _ type: SchemaType, to node: OutlineNode) throws {
    switch type {
    case .structure(let schema):
      let reader = DynamicStruct.Reader(schema: schema, _raw: try pointer.get(AnyStruct.self))
      check(reader._raw, schema)
      try add(reader, to: node)
    case .text:
      let text = try pointer.get(Text.self)
      node.count += 1
      node.ownBytes += (text.utf8Count + 8) / 8 * 8
      let string = text.validated()
      if string == nil { misfit("the text is not UTF-8") }
      node.value = node.count == 1 ? ScalarText.quoted(string ?? text.string) : nil
    case .data:
      let data = try pointer.get(Bytes.self)
      node.count += 1
      node.ownBytes += (data.count + 7) / 8 * 8
      node.add(elements: data.count)
    case .list(let element): try add(pointer.get(AnyList.self), of: element, pointer, to: node)
    case .interface, .anyCapability: node.count += 1
    default: try add(untyped: pointer, to: node)
    }
  }

  private mutating func add(
    _ raw: RawListReader, of element: SchemaType, _ pointer: PointerReader, to node: OutlineNode
  ) throws {
    node.ownBytes += raw.bodyWords * 8
    node.count += 1
    node.add(elements: raw.count)
    guard case .list(let list) = try pointer.get(.list(element)) else { return }
    if raw.elementSize != element.elementSize, raw.count > 0 {
      misfit("the elements of \(node.type) are laid out as \(raw.elementSize)")
    }
    switch element {
    case .structure(let schema):
      guard raw.count > 0, !list.hasEmptyElements else { return }
      check(AnyStructListReader(_raw: raw)[0], schema)
      let plan = plan(schema)
      let isFlat =
        plan.isFlat
        && AnyStructListReader(_raw: raw)[0].pointerCount <= Int(schema.layout.pointers)
      if isFlat, raw.count > 1 || node.count > 1 {
        // Of these there is nothing to say but how many they are.
        node.drop("[]")
        return progress(raw.count)
      }
      let isNamed = raw.count <= Self.namedEntries && node.count == 1
      for index in 0..<raw.count {
        guard case .structure(let reader) = try list.get(index) else { return }
        var name = "[]"
        if isNamed, let key = plan.key, case .text(let text) = try reader.get(key) {
          name = ScalarText.plain(text.string)
        }
        let element = node.child(name, schema.name)
        try step("[\(index)]") { try $0.addFields(reader, to: element) }
      }
    case .text, .data, .list, .anyPointer, .anyList, .anyStruct:
      let pointers = PointerListReader<AnyPointer>(_raw: raw)
      guard raw.elementSize == .pointer else { return }
      let child = node.child("[]", "\(element)")
      for index in 0..<raw.count where !list.isNull(at: index) {
        try step("[\(index)]") { try $0.add(pointers[index], element, to: child) }
      }
    default:
      guard node.count == 1, raw.count <= Self.shownElements, !list.hasEmptyElements else {
        node.value = nil
        return
      }
      node.value =
        "["
        + (try (0..<raw.count).map { ScalarText.of(try list.get($0)) }).joined(separator: ", ")
        + "]"
    }
  }

  /// Adds what no schema says anything of, by how it lies in the message.
  mutating func add(untyped pointer: PointerReader, to node: OutlineNode) throws {
    node.count += 1
    progress(1)
    switch try pointer.kind {
    case .null: break
    case .capability: node.type = "capability"
    case .structure:
      let reader = try pointer.get(AnyStruct.self)
      node.type =
        "struct of \((reader.dataBitCount + 63) / 64) words, \(reader.pointerCount) pointers"
      node.ownBytes += words(of: reader) * 8
      try add(pointersOf: reader, to: node)
    case .list:
      let list = try pointer.get(AnyList.self)
      node.ownBytes += list.bodyWords * 8
      node.add(elements: list.count)
      switch list.elementSize {
      case .composite:
        node.type = "list of structs"
        guard list.bodyWords > 1 else { return }
        let structs = AnyStructListReader(_raw: list)
        guard let first = structs.first, first.pointerCount > 0 else { return }
        let child = node.child("[]", "struct")
        for index in structs.indices {
          child.count += 1
          try step("[\(index)]") { try $0.add(pointersOf: structs[index], to: child) }
        }
      case .pointer:
        node.type = "list of pointers"
        let pointers = PointerListReader<AnyPointer>(_raw: list)
        let child = node.child("[]", "?")
        for index in pointers.indices where pointers.has(at: index) {
          try step("[\(index)]") { try $0.add(untyped: pointers[index], to: child) }
        }
      case let size: node.type = "list of \(Self.names[size] ?? "\(size)")"
      }
    }
  }

  private mutating func add(pointersOf reader: StructReader, to node: OutlineNode) throws {
    for slot in 0..<reader.pointerCount where reader.has(at: slot) {
      let child = node.child("(pointer \(slot))", "?")
      try step(child.name) { try $0.add(untyped: reader.pointer(at: slot), to: child) }
    }
  }

  private static let names: [ElementSize: String] = [
    .void: "nothing", .bit: "bits", .byte: "bytes, text or data", .twoBytes: "2-byte numbers",
    .fourBytes: "4-byte numbers", .eightBytes: "8-byte numbers",
  ]
}

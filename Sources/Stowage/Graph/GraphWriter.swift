import Foundation

/// Writes a value, with all that is shared within it.
struct GraphWriter {
  /// How the state of objects is written.
  enum States {
    /// As structs.
    case structs
    /// As text, so that they can be read in a message that is text.
    case text

    /// Whether text would not bring a number back as it is.
    func lose(_ number: Double) -> Bool {
      self == .text && number.isNaN && number.bitPattern != Double.nan.bitPattern
    }
  }

  /// From which size on the numbers of tensors stand behind the message.
  static let blobSize = 4096
  static let blobAlignment = 64

  private let plan: GraphPlan
  private let states: States
  /// The storages that stand behind the message, in order.
  private(set) var blobs: [(storage: Tensor.Storage, offset: Int)] = []

  private var cursor = GraphCursor()

  /// The schemas of the structs that objects write themselves into.
  var schemas: [SchemaNode] { plan.schemas.sorted { $0.id < $1.id } }

  /// What tensors are views of.
  var storages: [Tensor.Storage] { plan.storages }

  init(_ root: Value, _ options: SaveOptions, states: States = .structs) throws {
    plan = try GraphPlan(root, options)
    self.states = states
  }

  /// Writes the value that the writer was made for.
  ///
  /// - Parameters:
  ///   - root: the same value.
  ///   - graph: where to.
  ///   - usesBlobs: whether the numbers of large tensors are left to be written behind the message.
  mutating func write(_ root: Value, to graph: Wire.Graph.Builder, usesBlobs: Bool) throws {
    let shapes = try graph.initShapes(count: plan.shapes.count)
    for (index, names) in plan.shapes.enumerated() {
      try shapes[index].setNames(names.map { $0.string ?? "" })
    }
    try writeStorages(graph, usesBlobs)
    begin(0)
    try write(root, to: graph.initRoot(), 0)
    let shared = try graph.initShared(count: plan.items.count)
    for (index, item) in plan.items.enumerated() {
      begin(index + 1)
      switch item {
      case .reference(let reference):
        try write(reference.value, to: shared[index].initReference(), 0)
      case .instance(let instance, let fields):
        try write(instance, fields, to: shared[index].initInstance(), 0)
      case .part(let value, _): try write(value, to: shared[index].initPart(), 0)
      }
    }
  }

  private mutating func begin(_ item: Int) { cursor = GraphCursor(plan.findings[item]) }

  private mutating func writeStorages(_ graph: Wire.Graph.Builder, _ usesBlobs: Bool) throws {
    let list = try graph.initStorages(count: plan.storages.count)
    var end = 0
    for (index, storage) in plan.storages.enumerated() {
      let builder = list[index]
      builder.element = Wire.ElementType(rawValue: storage.element.rawValue)
      builder.count = UInt64(storage.count)
      let size = storage.count * storage.element.size
      if usesBlobs && size >= Self.blobSize {
        let offset = (end + Self.blobAlignment - 1) / Self.blobAlignment * Self.blobAlignment
        builder.blob = UInt64(offset)
        blobs.append((storage, offset))
        end = offset + size
      } else {
        try builder.setData(storage.bytes.prefix(size))
      }
    }
  }
}

extension GraphWriter {
  private mutating func write(
    _ value: Value, to builder: Wire.Value.Builder, _ level: Int
  ) throws {
    switch value {
    case .null: builder.setNull()
    case .bool(let value): builder.bool = value
    case .int(let value): builder.int = value
    case .uint(let value): builder.uint = value
    case .double(let value):
      if states.lose(value) {
        builder.doubleBits = value.bitPattern
      } else {
        builder.double = value
      }
    case .string(let value): try builder.setString(value)
    case .bytes(let value): try builder.setBytes(value)
    case .date(let date):
      let value = date.timeIntervalSinceReferenceDate
      if states.lose(value) { builder.dateBits = value.bitPattern } else { builder.date = value }
    case .array(let values): try write(values, to: builder, level)
    case .table(let table): try write(table, to: builder, level)
    case .tensor: try writeTensor(to: builder.initTensor())
    case .object(let instance):
      switch cursor.replacement(instance) {
      case .object(let instance): try write(object: instance, to: builder, level)
      case let value: try write(value, to: builder, level)
      }
    case .type(let id): try builder.setType(id.description)
    case .reference: builder.reference = place()
    }
  }

  private mutating func write(
    object instance: Instance, to builder: Wire.Value.Builder, _ level: Int
  ) throws {
    if instance.isShared {
      builder.instance = place()
    } else {
      try write(instance, nil, to: builder.initObject(), level)
    }
  }

  private mutating func place() -> UInt32 { UInt32(cursor.place()) }

  /// Writes a value that is in another one, or where it stands if that would be too deep.
  private mutating func child(
    _ value: Value, to builder: Wire.Value.Builder, _ level: Int
  ) throws {
    guard value.isDeep else { return try write(value, to: builder, level) }
    guard level == GraphPlan.deepest else { return try write(value, to: builder, level + 1) }
    builder.part = place()
  }

  private mutating func write(
    _ values: [Value], to builder: Wire.Value.Builder, _ level: Int
  ) throws {
    switch values.first {
    case .int:
      if let numbers = values.all({ if case .int(let value) = $0 { value } else { nil } }) {
        return try builder.setInts(numbers)
      }
    case .double:
      if let numbers = values.all({ if case .double(let value) = $0 { value } else { nil } }),
        !numbers.contains(where: states.lose)
      {
        return try builder.setDoubles(numbers)
      }
    case .string:
      if let texts = values.all({ if case .string(let value) = $0 { value } else { nil } }) {
        return try builder.setStrings(texts)
      }
    default: break
    }
    let list = try builder.initArray(count: values.count)
    for (index, value) in values.enumerated() { try child(value, to: list[index], level) }
  }

  private mutating func write(
    _ table: Table, to builder: Wire.Value.Builder, _ level: Int
  ) throws {
    if let shape = plan.shape(of: table) {
      let record = try builder.initRecord()
      record.shape = UInt32(shape)
      let list = try record.initValues(count: table.count)
      for (index, value) in table.values.enumerated() { try child(value, to: list[index], level) }
      return
    }
    let list = try builder.initTable(count: table.count)
    for (index, key) in table.keys.enumerated() {
      try child(key, to: list[index].initKey(), level)
    }
    for (index, value) in table.values.enumerated() {
      try child(value, to: list[index].initValue(), level)
    }
  }

  private mutating func writeTensor(to builder: Wire.Tensor.Builder) throws {
    let (tensor, storage) = plan.tensors[cursor.place()]
    builder.storage = UInt32(storage)
    builder.offset = UInt64(tensor.offset)
    try builder.setShape(tensor.shape.map { UInt64($0) })
    try builder.setStrides(tensor.strides.map { Int64($0) })
  }
}

extension GraphWriter {
  private mutating func write(
    _ instance: Instance, _ fields: Table?, to builder: Wire.Object.Builder, _ level: Int
  ) throws {
    try builder.setType(instance.type.description)
    switch instance.entry.form {
    case .fields: try child(.table(fields ?? Table()), to: builder.initFields(), level)
    case .state(let form): try write(instance, form, to: builder)
    case .configured(let form, _):
      try child(cursor.config(), to: builder.initConfig(), level)
      try write(instance, form, to: builder)
    case .none: throw StowageError(.unsupportedValue, "\(instance.type) has no objects")
    }
  }

  private func write(
    _ instance: Instance, _ form: RegisteredType.StateForm, to builder: Wire.Object.Builder
  ) throws {
    builder.schema = form.schema.id
    switch states {
    case .structs: try form.write(instance.object, builder.initState())
    case .text:
      let message = MessageBuilder()
      try form.write(instance.object, message.root)
      let schema = try form.loadSchema(SchemaRegistry())
      let state = try message.root(schema).asReader
      var codec = TextCodec(pretty: false)
      codec.exactFloats = true
      try builder.setText(codec.encode(state))
    }
  }
}

extension [Value] {
  /// What is in each of the values, or nil where one of them is of another kind.
  fileprivate func all<Content>(_ content: (Value) -> Content?) -> [Content]? {
    var contents: [Content] = []
    contents.reserveCapacity(count)
    for value in self {
      guard let content = content(value) else { return nil }
      contents.append(content)
    }
    return contents
  }
}

import Foundation

/// A graph as JSON that people read: numbers are numbers, records are objects.
///
/// What JSON has no form for is an object with one key that begins with `$`; a key of a record that
/// begins so gets another `$` in front.
struct GraphJSON {
  private let plan: GraphPlan
  private(set) var text = JSONText()
  private var cursor = GraphCursor()

  init(_ root: Value, _ options: SaveOptions) throws {
    plan = try GraphPlan(root, options)
    begin(0)
    text.append("\"value\":")
    try write(root, 0)
    if !plan.items.isEmpty { try writeItems() }
    if !plan.storages.isEmpty { writeStorages() }
  }

  private mutating func begin(_ item: Int) { cursor = GraphCursor(plan.findings[item]) }

  private mutating func writeItems() throws {
    text.append(",\"shared\":")
    try list(plan.items.indices) { writer, index in
      writer.begin(index + 1)
      switch writer.plan.items[index] {
      case .reference(let reference):
        writer.text.append("{\"reference\":")
        try writer.write(reference.value, 0)
      case .instance(let instance, let fields):
        writer.text.append("{\"instance\":")
        try writer.write(instance, fields, 0)
      case .part(let value, _):
        writer.text.append("{\"part\":")
        try writer.write(value, 0)
      }
      writer.text.append("}")
    }
  }

  private mutating func writeStorages() {
    text.append(",\"storages\":")
    list(plan.storages) { writer, storage in
      writer.text.append("{\"element\":\"\(storage.element)\",\"data\":")
      writer.text.base64(storage.bytes.prefix(storage.count * storage.element.size))
      writer.text.append("}")
    }
  }

  private mutating func list<Elements: Sequence>(
    _ elements: Elements, _ write: (inout GraphJSON, Elements.Element) throws -> Void
  ) rethrows {
    text.append("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { text.append(",") }
      try write(&self, element)
    }
    text.append("]")
  }
}

extension GraphJSON {
  private mutating func write(_ value: Value, _ level: Int) throws {
    switch value {
    case .null: text.append("null")
    case .bool(let value): text.append(value ? "true" : "false")
    case .int(let value): text.append("\(value)")
    case .uint(let value):
      text.append(value > UInt64(Int64.max) ? "\(value)" : "{\"$uint\":\(value)}")
    case .double(let value): write(value)
    case .string(let value): text.string(value)
    case .bytes(let value):
      text.append("{\"$bytes\":")
      text.base64(value)
      text.append("}")
    case .date(let value):
      text.append("{\"$date\":")
      write(value.timeIntervalSinceReferenceDate)
      text.append("}")
    case .array(let values): try list(values) { try $0.child($1, level) }
    case .table(let table): try write(table, level)
    case .tensor: writeTensor()
    case .object(let instance):
      switch cursor.replacement(instance) {
      case .object(let instance): try writeObject(instance, level)
      case let value: try write(value, level)
      }
    case .type(let id):
      text.append("{\"$type\":")
      text.string(id.description)
      text.append("}")
    case .reference: text.append("{\"$reference\":\(cursor.place())}")
    }
  }

  /// Writes a value that is in another one, or where it stands if that would be too deep.
  private mutating func child(_ value: Value, _ level: Int) throws {
    guard value.isDeep else { return try write(value, level) }
    guard level == GraphPlan.deepest else { return try write(value, level + 1) }
    text.append("{\"$part\":\(cursor.place())}")
  }

  // A point or an exponent tells it from an integer.
  private mutating func write(_ number: Double) {
    if number.isFinite { return text.append("\(number)") }
    let isPlain = number.isInfinite || number.bitPattern == Double.nan.bitPattern
    let name = isPlain ? "\(number)" : "0x" + String(number.bitPattern, radix: 16)
    text.append("{\"$double\":\"\(name)\"}")
  }

  private mutating func write(_ table: Table, _ level: Int) throws {
    guard table.isRecord else {
      text.append("{\"$table\":")
      try list(zip(table.keys, table.values)) { writer, entry in
        try writer.list([entry.0, entry.1]) { try $0.child($1, level) }
      }
      return text.append("}")
    }
    text.append("{")
    for (index, entry) in table.enumerated() {
      if index > 0 { text.append(",") }
      let key = entry.0.string ?? ""
      text.string(key.hasPrefix("$") ? "$" + key : key)
      text.append(":")
      try child(entry.1, level)
    }
    text.append("}")
  }

  private mutating func writeTensor() {
    let (tensor, storage) = plan.tensors[cursor.place()]
    text.append("{\"$tensor\":{\"storage\":\(storage),\"offset\":\(tensor.offset),\"shape\":")
    list(tensor.shape) { $0.text.append("\($1)") }
    text.append(",\"strides\":")
    list(tensor.strides) { $0.text.append("\($1)") }
    text.append("}}")
  }

  private mutating func writeObject(_ instance: Instance, _ level: Int) throws {
    if instance.isShared { return text.append("{\"$instance\":\(cursor.place())}") }
    text.append("{\"$object\":")
    try write(instance, nil, level)
    text.append("}")
  }

  private mutating func write(_ instance: Instance, _ fields: Table?, _ level: Int) throws {
    text.append("{\"type\":")
    text.string(instance.type.description)
    switch instance.entry.form {
    case .fields:
      text.append(",\"fields\":")
      try child(.table(fields ?? Table()), level)
    case .state(let form): try write(instance, form)
    case .configured(let form, _):
      text.append(",\"config\":")
      try child(cursor.config(), level)
      try write(instance, form)
    case .none: break
    }
    text.append("}")
  }

  private mutating func write(
    _ instance: Instance, _ form: RegisteredType.StateForm
  ) throws {
    let message = MessageBuilder()
    try form.write(instance.object, message.root)
    let state = try message.root(form.loadSchema(SchemaRegistry())).asReader
    text.append(",\"state\":" + (try JSONCodec().encode(state)))
  }
}

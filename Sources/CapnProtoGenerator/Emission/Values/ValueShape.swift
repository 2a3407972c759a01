/// What a field is in a plain value.
indirect enum ValueShape {
  /// Nothing: there is no property.
  case void
  case scalar
  case text
  case data

  /// The value of a struct, nil where the pointer is null.
  case structure(TypeModel)

  /// An array, or the count of a list of Void.
  case list(ValueShape, element: TypeModel)

  /// A pointer of an open type.
  case any

  /// The type whose views the value is copied from and to: open types count as AnyPointer.
  var viewType: TypeModel? {
    switch self {
    case .any: .anyPointer
    case .list(let shape, let element): .list(shape.viewType ?? element)
    default: nil
    }
  }
}

extension FileEmitter {
  /// What a field of `type` is in the value of `node`.
  func valueShape(_ type: TypeModel, in node: NodeModel) throws(GeneratorError) -> ValueShape {
    switch FieldShape(type) {
    case .void: return .void
    case .bool, .scalar, .enumeration: return .scalar
    case .text: return .text
    case .data: return .data
    case .parameter, .anyPointer, .anyObject, .capability: return .any
    case .list(let element):
      return .list(try valueShape(element, in: node), element: element)
    case .structure:
      guard case .structure(let id, _) = type else { return .any }
      let target = try model.node(id, from: node.displayName)
      if model.file(of: target)?.id == FileSettings.schemaFile { return .any }
      guard plan.contains(id) else {
        throw GeneratorError(
          .unsupported,
          "\(node.displayName) is to have a plain value, and holds a \(target.displayName), which "
            + "has none. Put $Swift.values on that struct or its file, or use --values.")
      }
      return .structure(type)
    }
  }

  /// The Swift type of a field in a value; of a struct without the optional.
  func valueType(
    _ shape: ValueShape, _ type: TypeModel, in node: NodeModel
  ) throws(GeneratorError) -> String {
    switch shape {
    case .void: return "Swift::Int"
    case .scalar: return try spelling(type, in: node)
    case .text: return "Swift::String"
    case .data: return "[Swift::UInt8]"
    case .any: return "CapnProto::AnyValue"
    case .structure(let type): return try spelling(type, in: node) + ".Value"
    case .list(.void, _): return "Swift::Int"
    case .list(let shape, let element):
      return "[\(try valueType(shape, element, in: node))]"
    }
  }
}

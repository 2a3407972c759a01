internal import CapnProto
internal import Foundation
internal import HTM
internal import Stowage

/// Finds the poolers, memories and regressors in a model, which may be deep within it.
struct PlottedParts {
  /// A part that can be drawn by itself, and what the model calls it.
  struct Part {
    let name: String
    let reader: DynamicStruct.Reader
  }

  private static let types: Set<UInt64> = [
    SpatialPoolerProto.schema.id, TemporalMemoryProto.schema.id, TemporalMemoryV1Proto.schema.id,
    TemporalMemoryShimProto.schema.id, ConnectionsProto.schema.id, RegressorPlot.schemaID,
  ]
  /// Longer lists hold no parts, but what one is made of.
  private static let longestList = 1 << 12
  private static let most = 1 << 16
  private static let mostParts = 16
  private static let deepest = 48

  private let source: ContentSource
  private var open: OpenPointers
  private var parts: [Part] = []
  private var visited = 0

  /// The parts of an object: itself where it is one, or where nothing is known to be in it.
  static func of(_ object: FileObject, _ source: ContentSource) throws -> [Part] {
    var search = PlottedParts(source: source, open: OpenPointers(object.structure))
    try search.look(object, "", 0)
    guard search.parts.isEmpty, let root = try object.root else { return search.parts }
    return [Part(name: "", reader: root)]
  }

  private init(source: ContentSource, open: OpenPointers) {
    (self.source, self.open) = (source, open)
  }

  private mutating func look(_ object: FileObject, _ name: String, _ depth: Int) throws {
    if let root = try object.root { return try look(root, name, depth) }
    guard let graph = object.graph else { return }
    let root = DynamicStruct.Reader(schema: try Wire.Graph.structSchema, _raw: graph.root._raw)
    try look(root, name, depth)
  }

  private mutating func look(
    _ reader: DynamicStruct.Reader, _ name: String, _ depth: Int
  ) throws {
    visited += 1
    guard visited <= Self.most, depth < Self.deepest, parts.count < Self.mostParts else { return }
    if Self.types.contains(reader.schema.id) {
      parts.append(Part(name: name, reader: reader))
      return
    }
    // Regions have names that say more than those of the fields that they are in.
    let region = try reader.text("name") ?? reader.text("key")
    for field in reader.schema.fields where reader.has(field) {
      let below = region ?? (name.isEmpty || depth < 2 ? field.name : name)
      if let schema = open.schema(of: field, reader) {
        let pointer = reader._raw.pointer(at: field.offset)
        let inner = DynamicStruct.Reader(schema: schema, _raw: try pointer.get(AnyStruct.self))
        try look(inner, below, depth + 1)
        continue
      }
      let isFile = reader.schema.id == RegionArchive.schema.id
      guard isFile || !field.type.isScalar else { continue }
      switch try reader.get(field) {
      case .data(let bytes) where isFile && StowedFile.isStowed(Data(bytes)):
        // In JSON and text, a region is a file within the file.
        let object = try FileObject(Data(bytes), at: 0, index: 0, source) { _ in }
        let outer = open
        open = OpenPointers(object.structure)
        try look(object, below, depth + 1)
        open = outer
      case .structure(let inner): try look(inner, below, depth + 1)
      case .list(let list): try look(list, below, depth + 1)
      default: break
      }
    }
  }

  private mutating func look(_ list: DynamicList.Reader, _ name: String, _ depth: Int) throws {
    guard case .structure = list.elementType, list.count <= Self.longestList,
      !list.hasEmptyElements
    else { return }
    for index in 0..<list.count {
      guard case .structure(let inner) = try list.get(index) else { continue }
      try look(inner, name, depth)
    }
  }
}

extension SchemaType {
  /// Whether nothing can be below it.
  fileprivate var isScalar: Bool {
    switch self {
    case .structure, .list: false
    default: true
    }
  }
}

extension DynamicStruct.Reader {
  /// The text in a field; nil where there is no such field, or nothing in it.
  fileprivate func text(_ name: String) throws -> String? {
    guard let field = schema.field(named: name), has(field), case .text(let text) = try get(field)
    else { return nil }
    return text.isEmpty ? nil : ScalarText.plain(text.string)
  }
}

/// The statements that set every field of a group to zero bits, in as few stores as possible.
struct Clearing {
  private var bits: Set<Int> = []
  private var pointers: Set<Int> = []

  init(of group: NodeModel, in model: SchemaModel) throws(GeneratorError) {
    try add(group, in: model)
  }

  private mutating func add(_ node: NodeModel, in model: SchemaModel) throws(GeneratorError) {
    guard let structure = node.structure else { return }
    if let offset = structure.tagOffset { bits.formUnion(offset * 16..<(offset + 1) * 16) }
    for field in structure.fields {
      switch field.kind {
      case .group(let id):
        try add(model.node(id, from: node.displayName), in: model)
      case .slot(let slot):
        if let size = slot.type.dataBits {
          bits.formUnion(slot.offset * size..<(slot.offset + 1) * size)
        } else {
          pointers.insert(slot.offset)
        }
      }
    }
  }

  /// Whether there are pointers, whose objects have to be found and zeroed.
  var canThrow: Bool { !pointers.isEmpty }

  var statements: [String] {
    var left = bits
    var result: [String] = []
    for size in [64, 32, 16, 8] {
      for index in Set(left.map { $0 / size }).sorted() {
        let range = index * size..<(index + 1) * size
        guard left.isSuperset(of: range) else { continue }
        left.subtract(range)
        result.append("_raw.setScalar(0 as Swift::UInt\(size), at: \(index))")
      }
    }
    result += left.sorted().map { "_raw.setBool(false, at: \($0))" }
    result += pointers.sorted().map { "try _raw.clear(at: \($0))" }
    return result
  }
}

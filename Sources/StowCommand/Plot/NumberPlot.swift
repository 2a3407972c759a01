internal import CapnProto
internal import Foundation
internal import Stowage

/// How often each number occurs in the lists and tensors of numbers of a file.
struct NumberPlot {
  /// Shorter lists are shapes and settings, and no weights.
  private static let shortest = 16
  private static let most = 8
  /// Longer lists of structs hold no parts, but what one is made of.
  private static let mostParts = 64

  /// Some numbers of a file, which may be gone over any number of times.
  private struct Numbers {
    let path: String
    let count: Int
    let isWhole: Bool
    let visit: ((Int, Double) throws -> Void) throws -> Void
  }

  let panels: [Panel]

  /// - Parameter path: which numbers; nil for the longest lists of numbers with fractions.
  init(_ object: FileObject, path: String?) throws {
    var found: [Numbers] = []
    if let graph = object.graph, case .stowed(let file) = object.form {
      found = try Self.tensors(graph, file)
    } else if let root = try object.root {
      found = try path.map { try Self.numbers(root, $0) } ?? Self.lists(root)
    }
    if let path, object.graph != nil { found = found.filter { $0.path == path } }
    if path == nil {
      found = found.filter { $0.count >= Self.shortest && !$0.isWhole }
      found = Array(found.sorted { $0.count > $1.count }.prefix(Self.most))
    }
    panels = try found.flatMap { try Self.draw($0, showsOrder: path != nil) }
  }

  private static func draw(_ numbers: Numbers, showsOrder: Bool) throws -> [Panel] {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    var (count, sum, strange) = (0, 0.0, 0)
    try numbers.visit { _, value in
      guard value.isFinite else {
        strange += 1
        return
      }
      (least, greatest) = (min(least, value), max(greatest, value))
      count += 1
      sum += value
    }
    guard count > 0 else { return [] }
    var histogram = Histogram(range: least...greatest, bins: 100, isWhole: numbers.isWhole)
    var line = LineSeries()
    try numbers.visit { index, value in
      if value.isFinite { histogram.add(value) }
      line.add(Double(index), value)
    }
    var title = "\(ScalarText.plain(numbers.path)): \(numbers.count) numbers, mean "
    title += Ticks.label(
      sum / Double(count), step: max((sum / Double(count)).magnitude / 1000, 1e-9))
    if strange > 0 { title += ", \(strange) not finite" }
    var panels = [
      Panel(
        title: title, x: Axis("value", numbers.isWhole ? .whole : .linear), y: Axis("how often"),
        height: 190, layers: [.histogram(histogram)])
    ]
    if showsOrder, count > 1 {
      panels.append(
        Panel(
          title: "In their order", x: Axis("index", .whole), y: Axis("value"), height: 190,
          layers: [.line(line)]))
    }
    return panels
  }

  // MARK: Structs

  private static func isWhole(_ type: SchemaType) -> Bool {
    switch type {
    case .float32, .float64: false
    default: true
    }
  }

  private static func isNumber(_ type: SchemaType) -> Bool {
    switch type {
    case .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float32, .float64: true
    default: false
    }
  }

  /// The lists of numbers of a struct, and of those in it.
  private static func lists(
    _ reader: DynamicStruct.Reader, _ path: String = "", depth: Int = 0
  ) throws -> [Numbers] {
    // What is drawn better by itself is not drawn once more.
    guard depth < 16, reader.schema.id != RegressorPlot.schemaID else { return [] }
    var found: [Numbers] = []
    for field in reader.schema.fields where reader.has(field) {
      let place = path.isEmpty ? field.name : path + "." + field.name
      switch try reader.get(field) {
      case .structure(let inner): found += try lists(inner, place, depth: depth + 1)
      case .list(let list) where isNumber(list.elementType):
        found.append(
          Numbers(
            path: place, count: list.count, isWhole: isWhole(list.elementType),
            visit: list.forEachNumber))
      case .list(let list):
        guard case .structure = list.elementType, list.count <= mostParts, !list.hasEmptyElements
        else { continue }
        for index in 0..<list.count {
          guard case .structure(let inner) = try list.get(index) else { continue }
          found += try lists(inner, "\(place)[\(index)]", depth: depth + 1)
        }
      default: break
      }
    }
    return found
  }

  /// The numbers at a path, with `[]` for all elements of a list and `[4]` for one of them.
  private static func numbers(_ root: DynamicStruct.Reader, _ path: String) throws -> [Numbers] {
    let steps = try steps(path)
    var count = 0
    var isWhole = true
    try visit(.structure(root), steps[...]) { value in
      count += 1
      switch value {
      case .float32, .float64: isWhole = false
      default: break
      }
    }
    guard count > 0 else { return [] }
    return [
      Numbers(path: path, count: count, isWhole: isWhole) { body in
        var index = 0
        try visit(.structure(root), steps[...]) { value in
          guard let number = ScalarBits.number(value) else { return }
          try body(index, number)
          index += 1
        }
      }
    ]
  }

  private enum Step {
    case member(String)
    case index(Int)
    case all
  }

  private static func steps(_ path: String) throws -> [Step] {
    var steps: [Step] = []
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard let name = pieces.first, !name.isEmpty || steps.isEmpty else {
        throw StowFailure.failed("'\(path)' is no path such as a.b[].c")
      }
      if !name.isEmpty { steps.append(.member(String(name))) }
      for piece in pieces.dropFirst() {
        if piece == "]" {
          steps.append(.all)
        } else if piece.hasSuffix("]"), let index = Int(piece.dropLast()), index >= 0 {
          steps.append(.index(index))
        } else {
          throw StowFailure.failed("'[\(piece)' in '\(path)' is neither [] nor such as [4]")
        }
      }
    }
    return steps
  }

  private static func visit(
    _ value: DynamicValue, _ steps: ArraySlice<Step>, _ body: (DynamicValue) throws -> Void
  ) throws {
    guard let step = steps.first else {
      // All numbers of a list, where the path ends at one.
      if case .list(let list) = value, isNumber(list.elementType), !list.hasEmptyElements {
        for index in 0..<list.count { try body(list.get(index)) }
      } else if ScalarBits.number(value) != nil {
        try body(value)
      }
      return
    }
    let rest = steps.dropFirst()
    switch (step, value) {
    case (.member(let name), .structure(let reader)):
      let field = try reader.schema.requireField(name)
      if reader.has(field) { try visit(reader.get(field), rest, body) }
    case (.index(let index), .list(let list)):
      if index < list.count { try visit(list.get(index), rest, body) }
    case (.all, .list(let list)):
      guard !list.hasEmptyElements else { return }
      for index in 0..<list.count { try visit(list.get(index), rest, body) }
    case (.member(let name), .list(let list)):
      // Without brackets, all elements are meant.
      guard !list.hasEmptyElements, case .structure = list.elementType else { return }
      for index in 0..<list.count {
        try visit(list.get(index), [.member(name)] + rest, body)
      }
    default: break
    }
  }

  // MARK: Tensors

  private static func tensors(
    _ graph: StoredGraph, _ file: StowedFile
  ) throws -> [Numbers] {
    var places = try GraphNumbers(graph, file)
    return try places.find().map { path, source in
      switch source {
      case .tensor(let tensor):
        let isWhole = ![.float16, .bfloat16, .float32, .float64].contains(tensor.element)
        return Numbers(path: path, count: tensor.count, isWhole: isWhole) { body in
          let bytes = try tensor.contiguousBytes()
          for index in 0..<bytes.count / tensor.element.size {
            let value = TensorNumber.value(bytes, index, tensor.element)
            if let number = ScalarBits.number(value) { try body(index, number) }
          }
        }
      case .doubles(let list):
        return Numbers(path: path, count: list.count, isWhole: false) { body in
          for index in 0..<list.count { try body(index, list[index]) }
        }
      case .ints(let list):
        return Numbers(path: path, count: list.count, isWhole: true) { body in
          for index in 0..<list.count { try body(index, Double(list[index])) }
        }
      }
    }
  }
}

/// Which nodes of the source each node of the destination takes.
struct LinkMapping: Hashable {
  /// How many nodes of the source come to a node, on each axis; nil for one to one.
  private(set) var field: [Int]?
  /// Parameters that are kept, and cannot be run with.
  private(set) var unsupported: String?
  private let isFanIn: Bool

  /// Reads the parameters of a link, such as `{mapping: in, rfSize: [2]}`.
  ///
  /// - Throws: `HTMError` for a kind of link that there is not.
  init(_ type: String, _ parameters: String) throws(HTMError) {
    isFanIn = type == "TestFanIn2"
    guard isFanIn || type == "UniformLink" else {
      throw .parameter(type, "there is no such kind of link: it is UniformLink or TestFanIn2")
    }
    if isFanIn {
      field = [2]
      return
    }
    for (key, value) in Self.entries(parameters) {
      switch (key, value) {
      case ("mapping", "in"), ("strict", _), ("overhang", "[0]"), ("rfOverlap", "[0]"),
        ("span", "[0]"):
        continue
      case ("rfSize", _): field = Self.numbers(value)
      default: unsupported = "\(key): \(value)"
      }
    }
    if parameters.contains("rfSize"), field == nil { unsupported = parameters }
  }

  private static func entries(_ text: String) -> [(String, String)] {
    var entries: [(String, String)] = []
    var depth = 0
    var part = ""
    func flush() {
      let pair = part.split(separator: ":", maxSplits: 1).map {
        $0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
      }
      if let key = pair.first, !key.isEmpty {
        entries.append((String(key), pair.count > 1 ? String(pair[1]) : ""))
      }
      part = ""
    }
    for character in text where !"{}\n".contains(character) {
      switch character {
      case "[": depth += 1
      case "]": depth -= 1
      case "," where depth == 0:
        flush()
        continue
      default: break
      }
      part.append(character)
    }
    flush()
    return entries
  }

  private static func numbers(_ text: String) -> [Int]? {
    let numbers = text.split { "[], ".contains($0) }.map { Int($0) }
    let found = numbers.compactMap { $0 }.filter { (1...1 << 16).contains($0) }
    return found.isEmpty || found.count < numbers.count ? nil : found
  }

  /// The dimensions that a region of this source takes on.
  ///
  /// - Throws: `HTMError` where the source cannot be divided so.
  func destination(of source: [Int], _ link: Link) throws(HTMError) -> [Int] {
    if let unsupported {
      throw .parameter(
        "\(link)", "links with \(unsupported) are kept, and cannot be run: use rfSize alone")
    }
    guard let field else { return source }
    guard field.count == 1 || field.count == source.count else {
      throw .parameter("\(link)", "rfSize has \(field.count) axes, and the source \(source.count)")
    }
    var result: [Int] = []
    for (axis, size) in source.enumerated() {
      let step = field.count == 1 ? field[0] : field[axis]
      guard size % step == 0 else {
        throw .parameter("\(link)", "the dimensions \(source) are no multiples of \(step)")
      }
      result.append(size / step)
    }
    return result
  }

  /// For each node of the destination, the nodes of the source that come to it.
  func fields(of source: [Int], _ destination: [Int]) -> [[Int]] {
    let count = destination.reduce(1, *)
    // With one axis NuPIC's TestFanIn2 takes a single node.
    guard let field, !(isFanIn && source.count == 1) else { return (0..<count).map { [$0] } }
    var fields: [[Int]] = []
    for node in 0..<count {
      var nodes = [0]
      var (rest, stride) = (node, 1)
      for (axis, size) in destination.enumerated() {
        let place = rest % size
        rest /= size
        let step = field.count == 1 ? field[0] : field[axis]
        let first = place * step
        nodes = (0..<step).flatMap { offset in
          nodes.map { $0 + (first + offset) * stride }
        }
        stride *= source[axis]
      }
      fields.append(nodes)
    }
    return fields
  }
}

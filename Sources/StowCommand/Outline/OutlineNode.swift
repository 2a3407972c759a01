/// A field of a file, or a kind of thing in it, with what it takes.
final class OutlineNode {
  let name: String
  var type: String
  /// How many things of a file are counted in this: more than one for what is in lists.
  var count = 0
  /// How many elements the lists here have; nil where there are none.
  var elements: Int?
  /// What it takes by itself, without what is below it.
  var ownBytes = 0
  /// What it is, where it is one short value.
  var value: String?
  private(set) var children: [OutlineNode] = []
  private var places: [String: Int] = [:]

  init(_ name: String, _ type: String) { (self.name, self.type) = (name, type) }

  /// The node below this one with a name, new where there is none.
  func child(_ name: String, _ type: @autoclosure () -> String) -> OutlineNode {
    if let place = places[name] { return children[place] }
    let node = OutlineNode(name, type())
    places[name] = children.count
    children.append(node)
    return node
  }

  /// Whether a name is there already, or fewer than so many others are.
  func hasRoom(for name: String, of most: Int) -> Bool {
    children.count < most || places[name] != nil
  }

  /// Forgets the values of fields, which are many by now.
  func dropValues() {
    guard children.contains(where: { $0.value != nil && $0.ownBytes == 0 }) else { return }
    children.removeAll { $0.value != nil && $0.ownBytes == 0 && $0.children.isEmpty }
    places = Dictionary(
      children.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Forgets the node below this one with a name.
  func drop(_ name: String) {
    guard let place = places.removeValue(forKey: name) else { return }
    children.remove(at: place)
    for (name, other) in places where other > place { places[name] = other - 1 }
  }

  func add(elements count: Int) { elements = (elements ?? 0) + count }

  /// What it takes with all that is below it.
  var bytes: Int { children.reduce(ownBytes) { $0 + $1.bytes } }

  /// The nodes below this one that take the most by themselves, with their paths.
  func largest(_ count: Int) -> [(path: String, node: OutlineNode)] {
    var found: [(path: String, node: OutlineNode)] = []
    collect("", &found)
    return Array(found.sorted { $0.node.ownBytes > $1.node.ownBytes }.prefix(count))
  }

  private func collect(_ path: String, _ found: inout [(path: String, node: OutlineNode)]) {
    if ownBytes > 0 { found.append((path.isEmpty ? name : path, self)) }
    for child in children {
      let step = child.name.hasPrefix("[") || path.isEmpty ? child.name : "." + child.name
      child.collect(path + step, &found)
    }
  }
}

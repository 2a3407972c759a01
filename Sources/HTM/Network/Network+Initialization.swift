extension Network {
  /// Makes regions and links ready to run.
  ///
  /// It need not be called: the first step does it. Outputs that have the width they had stay.
  ///
  /// - Throws: `HTMError` where dimensions are not known or do not agree, a needed input has no
  ///   link, or a region cannot work with what is linked to it.
  public mutating func initialize() throws {
    try findSources()
    try findDimensions()
    for index in order { try initialize(index) }
    try checkWidths()
    for index in nodes.indices { findReceptiveFields(index) }
    isInitialized = true
  }

  /// The regions in such an order that widths are known when others ask for them.
  private var order: [Int] {
    var missing = [Int](repeating: 0, count: nodes.count)
    var followers = [[Int]](repeating: [], count: nodes.count)
    for (index, node) in nodes.enumerated() {
      for source in node.sources.flatMap(\.links).map({ linkSources[$0] }) where needs(source) {
        missing[index] += 1
        followers[source].append(index)
      }
    }
    var order: [Int] = []
    var isDone = [Bool](repeating: false, count: nodes.count)
    // In a circle of regions one has to begin.
    for first in nodes.indices.sorted(by: { (missing[$0], $0) < (missing[$1], $1) })
    where !isDone[first] {
      isDone[first] = true
      var ready = [first]
      while let next = ready.popLast() {
        order.append(next)
        for follower in followers[next] where !isDone[follower] {
          missing[follower] -= 1
          guard missing[follower] == 0 else { continue }
          isDone[follower] = true
          ready.append(follower)
        }
      }
    }
    return order
  }

  /// Whether the width of a region's outputs is only known when it has been initialized.
  private func needs(_ index: Int) -> Bool {
    let region = nodes[index].region
    return region.specification.outputs.contains { region.outputWidth($0.name) == nil }
      || region is any ManyNodes
  }

  private mutating func initialize(_ index: Int) throws {
    let node = nodes[index]
    var layout = RegionLayout(dimensions: node.dimensions)
    for (input, sources) in node.sources {
      var width = 0
      for link in sources {
        let source = nodes[linkSources[link]].region
        guard let count = source.outputWidth(links[link].output) else { continue }
        let (sum, overflow) = width.addingReportingOverflow(count)
        guard !overflow, sum <= 1 << 32 else {
          throw HTMError.parameter("\(node.name).\(input)", "more than 2^32 elements come in")
        }
        width = sum
      }
      layout.inputWidths[input] = width
    }
    for input in node.region.specification.inputs
    where input.isRequired && layout.inputWidths[input.name] == nil && !node.region.isLenient {
      throw HTMError.parameter(
        "\(node.name).\(input.name)", "nothing is linked to this input, and it is needed")
    }
    try nodes[index].region.initialize(layout)
    for output in nodes[index].region.specification.outputs {
      guard let zeros = nodes[index].zeros(output.name) else { continue }
      let old = nodes[index].data.outputs[output.name]
      if old?.count != zeros.count { nodes[index].data.outputs[output.name] = zeros }
    }
  }

  private mutating func findDimensions() throws(HTMError) {
    var waiting = nodes.indices.filter { !nodes[$0].dimensions.isEmpty }
    var leading = [[Int]](repeating: [], count: nodes.count)
    for (number, source) in linkSources.enumerated() { leading[source].append(number) }
    let places = Dictionary(uniqueKeysWithValues: zip(nodes.map(\.name), nodes.indices))
    while let from = waiting.popLast() {
      for link in leading[from].map({ links[$0] }) {
        guard let to = places[link.destination], nodes[to].region is any ManyNodes else { continue }
        let found = try LinkMapping(link.type, link.parameters)
          .destination(of: nodes[from].dimensions, link)
        if nodes[to].dimensions.isEmpty {
          nodes[to].dimensions = found
          waiting.append(to)
        } else if nodes[to].dimensions != found {
          throw .parameter(
            "\(link)",
            "the source makes the dimensions \(found), and they are \(nodes[to].dimensions)")
        }
      }
    }
    for node in nodes {
      guard !node.dimensions.isEmpty else {
        throw .parameter(
          node.name, "its dimensions are not known: set them, or link a region to it that has some")
      }
      guard node.dimensions.reduce(1, *) <= 1 << 20 else {
        throw .parameter(
          "\(node.name).dimensions", "they make more than 2^20 nodes: \(node.dimensions)")
      }
    }
  }

  private mutating func findSources() throws(HTMError) {
    let places = Dictionary(uniqueKeysWithValues: zip(nodes.map(\.name), nodes.indices))
    for index in nodes.indices { nodes[index].sources = [] }
    linkSources = []
    for (number, link) in links.enumerated() {
      guard let source = places[link.source], let to = places[link.destination] else {
        throw .parameter("\(link)", "one of its regions is not there")
      }
      linkSources.append(source)
      if let place = nodes[to].sources.firstIndex(where: { $0.input == link.input }) {
        nodes[to].sources[place].links.append(number)
      } else {
        nodes[to].sources.append((link.input, [number]))
      }
    }
  }

  private mutating func checkWidths() throws(HTMError) {
    for number in links.indices where links[number].propagationDelay > 0 {
      let link = links[number]
      let zeros = try zeros(link, linkSources[number])
      if link.delayed.isEmpty {
        links[number].delayed = Array(repeating: zeros, count: link.propagationDelay)
      }
      for array in link.delayed where array.count != zeros.count {
        throw .parameter(
          "\(link).delayedOutputs",
          "an output of \(array.count) elements is under way, and the output has \(zeros.count)")
      }
    }
  }

  private func zeros(_ link: Link, _ source: Int) throws(HTMError) -> RegionArray {
    guard let zeros = nodes[source].zeros(link.output) else {
      throw .parameter("\(link)", "it is not known how many elements the output has")
    }
    return zeros
  }

  private mutating func findReceptiveFields(_ index: Int) {
    guard var region = nodes[index].region as? any ManyNodes & Region else { return }
    for (input, sources) in nodes[index].sources {
      var fields: [[Int]] = []
      var start = 0
      for number in sources {
        let link = links[number]
        guard let mapping = try? LinkMapping(link.type, link.parameters),
          let width = nodes[linkSources[number]].region.outputWidth(link.output)
        else { continue }
        let source = nodes[linkSources[number]]
        let count = source.dimensions.reduce(1, *)
        let each = count > 0 ? width / count : 0
        for (node, parts) in mapping.fields(of: source.dimensions, nodes[index].dimensions)
          .enumerated()
        {
          if node == fields.count { fields.append([]) }
          fields[node] += parts.flatMap { part in
            (0..<each).map { start + part * each + $0 }
          }
        }
        start += width
      }
      region.receptiveFields[input] = fields
    }
    nodes[index].region = region
  }
}

extension Region {
  /// NuPIC says of some inputs that they are needed, and runs without them.
  var isLenient: Bool { !(self is TestNode) }
}

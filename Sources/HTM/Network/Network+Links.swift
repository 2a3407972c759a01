extension Network {
  /// Links an output of a region to an input of another one.
  ///
  /// Where several links lead to one input, it gets their arrays one behind the other.
  ///
  /// - Parameters:
  ///   - source: the region that the link begins at.
  ///   - destination: the region that it leads to.
  ///   - type: the kind of link.
  ///   - parameters: which nodes are linked to which; empty for one to one.
  ///   - output: the output; empty for the region's default one.
  ///   - input: the input; empty for the region's default one.
  ///   - propagationDelay: how many steps later the output arrives.
  /// - Throws: `HTMError` where there is no such region, output, input or kind of link.
  public mutating func link(
    _ source: String, _ destination: String, type: String = "UniformLink",
    parameters: String = "", output: String = "", input: String = "", propagationDelay: Int = 0
  ) throws(HTMError) {
    let (from, to) = (nodes[try index(source)], nodes[try index(destination)])
    let outputs = from.region.specification
    guard let found = outputs.output(output)?.name ?? from.region.carriedName(output) else {
      throw .parameter(
        "\(source).\(output)",
        "there is no such output; there are \(outputs.outputs.map(\.name).joined(separator: ", "))")
    }
    let inputs = to.region.specification
    guard let target = inputs.input(input)?.name ?? to.region.carriedName(input) else {
      throw .parameter(
        "\(destination).\(input)",
        "there is no such input; there are \(inputs.inputs.map(\.name).joined(separator: ", "))")
    }
    guard (0...1 << 16).contains(propagationDelay) else {
      throw .parameter("propagationDelay", "\(propagationDelay) is not from 0 to 65536")
    }
    _ = try LinkMapping(type, parameters)
    links.append(
      Link(
        type: type, parameters: parameters, source: source, output: found,
        destination: destination, input: target, delayed: [], propagationDelay: propagationDelay))
    isInitialized = false
  }

  /// Removes the links between an output and an input.
  ///
  /// - Throws: `HTMError` where there are none.
  public mutating func removeLinks(
    _ source: String, _ destination: String, output: String, input: String
  ) throws(HTMError) {
    let count = links.count
    links.removeAll {
      $0.source == source && $0.destination == destination && $0.output == output
        && $0.input == input
    }
    guard links.count < count else {
      throw .parameter("\(source).\(output) -> \(destination).\(input)", "there is no such link")
    }
    isInitialized = false
  }
}

extension Region {
  /// Regions are one node, unless NuPIC has them in C++.
  var isOneNode: Bool { nodeType.hasPrefix("py.") || !(self is any ManyNodes) }

  /// The name of an output or input of a region that nothing is known of.
  func carriedName(_ name: String) -> String? {
    self is UnknownRegion && !name.isEmpty ? name : nil
  }
}

/// Regions of many nodes, each of which takes some of the nodes that are linked to it.
protocol ManyNodes {
  /// For each node, the elements of the input that come to it.
  var receptiveFields: [String: [[Int]]] { get set }
}

public import Stowage

extension Network: Serializable {
  /// Writes the network as NuPIC does.
  ///
  /// NuPIC's struct has no place for the last outputs, the number of steps, the enabled phases, and
  /// what some regions cannot write; a file of Stowage, as `save` writes it, keeps all of it.
  ///
  /// - Throws: `CapnProtoError` when the message cannot hold it, or an error of a region's.
  public func write(_ builder: NetworkProto.Builder) throws {
    let entries = try builder.initRegions().initEntries(count: nodes.count)
    for (index, node) in nodes.enumerated() {
      try entries[index].setKey(node.name)
      let value = try entries[index].initValue()
      try value.setNodeType(node.region.nodeType)
      try value.setDimensions(node.dimensions.map { UInt32(truncatingIfNeeded: $0) })
      try value.setPhases(node.phases.map { UInt32(truncatingIfNeeded: $0) })
      try Self.writeState(node.region, value)
    }
    try write(nuPICLinks, builder.initLinks(count: links.count))
  }

  func write(_ links: [Link], _ list: StructListBuilder<LinkProto>) throws {
    for (index, link) in links.enumerated() {
      try list[index].setType(link.type)
      try list[index].setParams(link.parameters)
      try list[index].setSrcRegion(link.source)
      try list[index].setSrcOutput(link.output)
      try list[index].setDestRegion(link.destination)
      try list[index].setDestInput(link.input)
      let zeros = nodes.first { $0.name == link.source }?.zeros(link.output)
      let delayed =
        link.delayed.isEmpty
        ? Array(repeating: zeros ?? RegionArray(zeros: 0), count: link.propagationDelay)
        : link.delayed
      let arrays = try list[index].initDelayedOutputs(count: delayed.count)
      for (step, array) in delayed.enumerated() { try array.write(arrays[step]) }
    }
  }

  /// The links in NuPIC's order: by the regions that they lead to, and the names of the inputs.
  private var nuPICLinks: [Link] {
    nodes.flatMap { node in
      links.filter { $0.destination == node.name }.enumerated()
        .sorted {
          let (left, right) = ($0.element.input, $1.element.input)
          return left == right
            ? $0.offset < $1.offset : left.utf8.lexicographicallyPrecedes(right.utf8)
        }.map(\.element)
    }
  }

  private static func writeState(_ region: any Region, _ builder: RegionProto.Builder) throws {
    if let absent = region as? any AbsentFromNuPICNetworks { throw absent.refusal }
    if let unknown = region as? UnknownRegion {
      try unknown.writeState(builder.regionImpl)
    } else if region.nodeType.hasPrefix("py.") {
      let python = try builder.regionImpl.initialize(PyRegionProto.self)
      try write(region, python.regionImpl)
    } else {
      try write(region, builder.regionImpl)
    }
  }

  private static func write<Kind: Region>(_ region: Kind, _ pointer: PointerBuilder) throws {
    // NuPIC's effector leaves the pointer null.
    if region is VectorFileEffector { return }
    try region.write(Kind.ProtoBuilder(_raw: pointer.initialize(Kind.Proto.self)._raw))
  }

  /// Makes a network of what NuPIC wrote.
  ///
  /// Regions of types that ``RegionTypes`` does not know are carried as they are.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a network that makes no sense,
  ///   or an error of a region's.
  public static func read(_ reader: NetworkProto.Reader) throws -> Network {
    try read(reader, types: .shared)
  }

  /// Makes a network of what NuPIC wrote, with regions of some types.
  ///
  /// - Parameters:
  ///   - reader: the struct.
  ///   - types: the types of regions; those that are not among them are carried as they are.
  /// - Throws: as ``read(_:)`` does.
  public static func read(
    _ reader: NetworkProto.Reader, types: RegionTypes
  ) throws -> Network {
    var network = Network()
    var names: Set<String> = []
    let entries = try reader.regions.entries
    try checkCount(entries.count, "NetworkProto.regions.entries")
    for (index, entry) in entries.enumerated() {
      let path = "NetworkProto.regions.entries[\(index)]"
      let name = String(try entry.key)
      guard names.insert(name).inserted else {
        throw HTMError.state("\(path).key", "there are two regions of the name \(name)")
      }
      let value = try entry.value
      network.nodes.append(
        Node(
          name: name, region: try readRegion(value, types),
          dimensions: try dimensions(value.dimensions, "\(path).value.dimensions"),
          phases: try checked(value.phases.map(Int.init))))
    }
    try network.readLinks(reader.links, names)
    return network
  }

  static func dimensions(
    _ list: List<UInt32>.Reader, _ path: @autoclosure () -> String
  ) throws(HTMError) -> [Int] {
    let dimensions = list.prefix(65).map(Int.init)
    // 0 says in NuPIC that nothing is said.
    if dimensions.isEmpty || dimensions == [0] { return [] }
    try SpatialPooler.Parameters.check(dimensions, path())
    return dimensions
  }

  private static func readRegion(
    _ reader: RegionProto.Reader, _ types: RegionTypes
  ) throws -> any Region {
    let nodeType = String(try reader.nodeType)
    guard let type = types[nodeType] else {
      return try UnknownRegion.read(reader)
    }
    let pointer =
      nodeType.hasPrefix("py.")
      ? try reader.regionImpl.get(PyRegionProto.self).regionImpl : reader.regionImpl
    return try readState(type, pointer)
  }

  private static func readState<Kind: Region>(
    _ type: Kind.Type, _ pointer: PointerReader
  ) throws -> any Region {
    try Kind.read(Kind.ProtoReader(_raw: pointer.get(Kind.Proto.self)._raw))
  }

  /// Throws where there are more regions or links than anybody has.
  static func checkCount(_ count: Int, _ path: String) throws(HTMError) {
    guard count <= 1 << 14 else { throw .state(path, "\(count) are more than 2^14") }
  }

  mutating func readLinks(
    _ list: StructListReader<LinkProto>, _ names: Set<String>
  ) throws {
    try Self.checkCount(list.count, "NetworkProto.links")
    for (index, reader) in list.enumerated() {
      let path = "NetworkProto.links[\(index)]"
      let (source, destination) = (String(try reader.srcRegion), String(try reader.destRegion))
      for name in [source, destination] where !names.contains(name) {
        throw HTMError.state(path, "there is no region \(name)")
      }
      var delayed: [RegionArray] = []
      for (step, array) in try reader.delayedOutputs.enumerated() {
        delayed.append(try RegionArray(array, "\(path).delayedOutputs[\(step)]"))
      }
      let link = Link(
        type: String(try reader.type), parameters: String(try reader.params), source: source,
        output: String(try reader.srcOutput), destination: destination,
        input: String(try reader.destInput), delayed: delayed, propagationDelay: delayed.count)
      do {
        _ = try LinkMapping(link.type, link.parameters)
      } catch {
        throw HTMError.state("\(path).type", error.message)
      }
      links.append(link)
    }
  }
}

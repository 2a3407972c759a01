public import Stowage

extension Network {
  /// Adds a region.
  ///
  /// - Parameters:
  ///   - name: its name in the network.
  ///   - region: the region.
  ///   - dimensions: the number of its nodes on each axis; nil for 1 where it is one node, and for
  ///     what its links make it elsewhere.
  ///   - phases: when it runs in a step; nil for after all that are there.
  /// - Throws: `HTMError` where there is a region of that name, or a number makes no sense.
  public mutating func add(
    _ name: String, _ region: some Region, dimensions: [Int]? = nil, phases: [Int]? = nil
  ) throws(HTMError) {
    guard !nodes.contains(where: { $0.name == name }) else {
      throw .parameter(name, "there is a region of this name already")
    }
    let dimensions = dimensions ?? (region.isOneNode ? [1] : [])
    if !dimensions.isEmpty { try SpatialPooler.Parameters.check(dimensions, "dimensions") }
    let phases = try Self.checked(phases ?? [(maxPhase ?? -1) + 1])
    nodes.append(Node(name: name, region: region, dimensions: dimensions, phases: phases))
    isInitialized = false
  }

  /// Removes a region, with the links from and to it.
  ///
  /// - Throws: `HTMError` where there is no such region.
  public mutating func remove(_ name: String) throws(HTMError) {
    nodes.remove(at: try index(name))
    links.removeAll { $0.source == name || $0.destination == name }
    isInitialized = false
  }

  /// The region of a name, or nil.
  ///
  /// To change a region without copying it, use ``update(_:as:_:)``.
  public subscript(_ name: String) -> (any Region)? {
    nodes.first { $0.name == name }?.region
  }

  /// The region of a name as one of a type.
  ///
  /// - Throws: `HTMError` where there is no such region, or it is of another type.
  public func region<Kind: Region>(
    _ name: String, as type: Kind.Type = Kind.self
  ) throws(HTMError) -> Kind {
    let region = nodes[try index(name)].region
    guard let region = region as? Kind else { throw wrongType(name, region, type) }
    return region
  }

  /// Changes a region in its place.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - type: its type.
  ///   - body: what is done with it.
  /// - Throws: `HTMError` where there is no such region, or it is of another type; or what `body`
  ///   throws.
  public mutating func update<Kind: Region, Result>(
    _ name: String, as type: Kind.Type = Kind.self, _ body: (inout Kind) throws -> Result
  ) throws -> Result {
    let index = try index(name)
    guard var region = nodes[index].region as? Kind else {
      throw wrongType(name, nodes[index].region, type)
    }
    // While it is in two places, each change would copy all of it.
    nodes[index].region = UnknownRegion()
    defer { nodes[index].region = region }
    return try body(&region)
  }

  /// Puts another region in the place of one.
  ///
  /// - Throws: `HTMError` where there is no region of that name.
  public mutating func replace(_ name: String, with region: some Region) throws(HTMError) {
    nodes[try index(name)].region = region
    isInitialized = false
  }

  /// The value of a region's parameter.
  ///
  /// - Throws: `HTMError` where there is no such region or parameter.
  public func parameter(_ region: String, _ name: String) throws -> Value {
    try nodes[index(region)].region.parameter(name)
  }

  /// Sets a region's parameter.
  ///
  /// - Throws: `HTMError` where there is no such region or parameter, or the value is none for it.
  public mutating func setParameter(_ region: String, _ name: String, to value: Value) throws {
    try nodes[index(region)].region.setParameter(name, to: value)
  }

  /// What a region gave last at an output; zeros before the first step.
  ///
  /// - Throws: `HTMError` where there is no such region or output.
  public func output(_ region: String, _ name: String) throws(HTMError) -> RegionArray {
    let node = nodes[try index(region)]
    guard let array = node.data.outputs[name] ?? node.zeros(name) else {
      throw .parameter("\(region).\(name)", "\(node.region.nodeType) has no such output")
    }
    return array
  }

  /// What came in at a region's input in the last step, or nil where nothing did.
  ///
  /// - Throws: `HTMError` where there is no such region.
  public func input(_ region: String, _ name: String) throws(HTMError) -> RegionArray? {
    nodes[try index(region)].data.inputs[name]
  }

  /// The number of nodes of a region on each axis, or nil where it is not known yet.
  ///
  /// - Throws: `HTMError` where there is no such region.
  public func dimensions(_ region: String) throws(HTMError) -> [Int]? {
    let dimensions = nodes[try index(region)].dimensions
    return dimensions.isEmpty ? nil : dimensions
  }

  private func wrongType(_ name: String, _ region: any Region, _ type: Any.Type) -> HTMError {
    .parameter(name, "this region is a \(Swift.type(of: region)), and no \(type)")
  }
}

extension Network.Node {
  func zeros(_ output: String) -> RegionArray? {
    guard let width = region.outputWidth(output) else { return nil }
    let type = region.specification.outputs.first { $0.name == output }?.type
    return RegionArray(type ?? .real32, zeros: width)
  }
}

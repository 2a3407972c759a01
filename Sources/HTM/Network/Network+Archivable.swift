internal import CapnProto
internal import Foundation
public import Stowage

extension Network: Archivable {
  /// Writes everything: regions of any registered type, the last outputs, and the number of steps.
  ///
  /// - Throws: `CapnProtoError` when the message cannot hold it, `StowageError` for a region of a
  ///   type that is not registered, or an error of a region's.
  public func writeArchive(_ builder: NetworkArchive.Builder) throws {
    // Where no other registry is given, the regions of this module are known without ado.
    try TypeRegistry.shared.registerHTM()
    let regions = try builder.initRegions(count: nodes.count)
    for (index, node) in nodes.enumerated() {
      try regions[index].setName(node.name)
      try regions[index].setDimensions(node.dimensions.map { UInt32(truncatingIfNeeded: $0) })
      try regions[index].setPhases(node.phases.map { UInt32(truncatingIfNeeded: $0) })
      try Self.writeObject(node.region, regions[index])
      let given = node.data.outputs.filter { !$0.value.isZero }.sorted { $0.key < $1.key }
      let outputs = try regions[index].initOutputs(count: given.count)
      for (place, output) in given.enumerated() {
        try outputs[place].setName(output.key)
        try output.value.write(outputs[place])
      }
    }
    try write(links, builder.initLinks(count: links.count))
    builder.iteration = UInt64(iteration)
    builder.minEnabledPhase = Int64(minEnabledPhase ?? -1)
    builder.maxEnabledPhase = Int64(maxEnabledPhase ?? -1)
  }

  private static func writeObject(
    _ region: any Region, _ builder: RegionArchive.Builder
  ) throws {
    do {
      try builder.object.setObject(region)
    } catch let error as StowageError where error.code == .unsupportedValue {
      // JSON and text.
      try builder.clearObject()
      try builder.setObjectBytes(ObjectBytes.write(region))
    }
  }

  /// Makes a network that goes on where the one in the struct was.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `StowageError` for a region of a type that is
  ///   not registered or not allowed, `HTMError` for a network that makes no sense, or an error of a
  ///   region's.
  public static func readArchive(_ reader: NetworkArchive.Reader) throws -> Network {
    try TypeRegistry.shared.registerHTM()
    var network = Network()
    var names: Set<String> = []
    try checkCount(reader.regions.count, "NetworkArchive.regions")
    for (index, entry) in try reader.regions.enumerated() {
      let path = "NetworkArchive.regions[\(index)]"
      let name = String(try entry.name)
      guard names.insert(name).inserted else {
        throw HTMError.state("\(path).name", "there are two regions of the name \(name)")
      }
      let region: any Region =
        entry.hasObject
        ? try entry.object.object() : try ObjectBytes.read(Data(entry.objectBytes))
      var node = Node(
        name: name, region: region,
        dimensions: try dimensions(entry.dimensions, "\(path).dimensions"),
        phases: try checked(entry.phases.map(Int.init)))
      for output in try entry.outputs {
        node.data.outputs[String(try output.name)] = try RegionArray(output, "\(path).outputs")
      }
      network.nodes.append(node)
    }
    try network.readLinks(reader.links, names)
    guard let iteration = Int(exactly: reader.iteration) else {
      throw HTMError.state("NetworkArchive.iteration", "it is more than a network can have done")
    }
    network.iteration = iteration
    network.minEnabledPhase = reader.minEnabledPhase < 0 ? nil : Int(reader.minEnabledPhase)
    network.maxEnabledPhase = reader.maxEnabledPhase < 0 ? nil : Int(reader.maxEnabledPhase)
    return network
  }
}

extension RegionArray {
  func write(_ builder: OutputArchive.Builder) throws {
    guard case .ones(let ones) = storage else { return try write(builder.initArray()) }
    let sparse = try builder.initOnes()
    sparse.type = UInt16(ElementType.allCases.firstIndex(of: type) ?? 0)
    sparse.count = UInt64(count)
    try sparse.setIndices(ones.map { UInt32(truncatingIfNeeded: $0) })
  }

  init(_ reader: OutputArchive.Reader, _ path: String) throws {
    switch try reader.which {
    case .array(let array): try self.init(array, path)
    case .ones(let sparse):
      let indices = try sparse.indices.map { Int($0) }
      guard Int(sparse.type) < ElementType.allCases.count, sparse.count <= 1 << 32,
        zip(indices, indices.dropFirst()).allSatisfy({ $0 < $1 }),
        indices.last.map({ $0 < Int(sparse.count) }) ?? true
      else {
        throw HTMError.state("\(path).ones", "its indices are not ascending, or out of range")
      }
      self.init(
        ElementType.allCases[Int(sparse.type)], Int(sparse.count), .ones(indices))
    case .unrecognized(let tag):
      throw HTMError.state(path, "it is of a kind that is not known: \(tag)")
    }
  }
}

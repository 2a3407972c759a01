internal import CapnProto
public import Stowage

extension Workspace: Serializable {
  public func write(_ builder: WorkspaceProto.Builder) throws {
    builder.layout = layout
    try write(configuration.globalConfig, builder.initGlobalConfig())
    let states = stack.states
    let list = try builder.initReductions(count: states.count)
    var config: ReductionConfig? = configuration.entryReduction
    for (index, state) in states.enumerated() {
      guard let reduction = config else { throw ReductionsError.wrongState }
      try reduction.write(state, list[index])
      config = reduction.next?.config
    }
  }

  private func write(_ config: GlobalConfig, _ builder: GlobalConfigProto.Builder) throws {
    builder.numBits = UInt8(config.numBits)
    builder.hashSeed = config.hashSeed
    builder.constantFeatureEnabled = config.constantFeatureEnabled
    guard !config.interactions.isEmpty else { return }
    let interactions = try builder.initInteractions(count: config.interactions.count)
    for (index, names) in config.interactions.enumerated() {
      let list = try interactions[index].initNamespaces(count: names.count)
      for (place, name) in names.enumerated() {
        switch name {
        case .default: list[place].setDefault()
        case .name(let text): try list[place].setName(text)
        }
      }
    }
  }

  public static func read(_ reader: WorkspaceProto.Reader) throws -> Workspace {
    let global = try GlobalConfig(reader.globalConfig)
    let list = try reader.reductions
    // The longest stack has three.
    guard (1...8).contains(list.count) else {
      throw ReductionsError.model(
        "WorkspaceProto.reductions", "\(list.count) reductions make no workspace")
    }
    var states: [ReductionState] = []
    var config: ReductionConfig?
    for index in list.indices.reversed() {
      let path = "WorkspaceProto.reductions[\(index)]"
      let (reduction, state) = try ReductionConfig.read(
        list[index], numBits: global.numBits, below: config, path)
      config = reduction
      states.append(state)
    }
    guard let config else { throw ReductionsError.wrongState }
    return try Workspace(
      Configuration(globalConfig: global, entryReduction: config), states.reversed(),
      reader.layout == .latest ? .latest : .released)
  }
}

extension GlobalConfig {
  fileprivate init(_ reader: GlobalConfigProto.Reader) throws {
    numBits = Int(reader.numBits)
    hashSeed = reader.hashSeed
    constantFeatureEnabled = reader.constantFeatureEnabled
    for interaction in try reader.interactions {
      var names: [NamespaceName] = []
      for namespace in try interaction.namespaces {
        switch try namespace.which {
        case .default: names.append(.default)
        case .name(let text): names.append(.name(String(text)))
        case .unrecognized(let number):
          throw ReductionsError.model(
            "WorkspaceProto.globalConfig.interactions", "there is no namespace of kind \(number)")
        }
      }
      interactions.append(names)
    }
  }
}

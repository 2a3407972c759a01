/// Takes a workspace from a model of reductionml's.
struct ModelReader<Node: ModelNode> {
  typealias Field = ModelField<Node>

  private(set) var configuration: Configuration
  private(set) var states: [ReductionState] = []
  private(set) var layout = ModelLayout.released

  /// - Parameters:
  ///   - node: the whole model.
  ///   - size: how many bytes it has, which bounds what is made of it.
  init(_ node: Node, size: Int) throws(ReductionsError) {
    let model = Field(node: node, path: "model")
    let (globalConfig, bits) = try Self.global(model["global_config"], size)
    configuration = Configuration(globalConfig: globalConfig, entryReduction: .coin())
    configuration.entryReduction = try reduction(model["entry_reduction"], bits, size, depth: 8)
    if !configuration.entryReduction.isOld { layout = .latest }
  }

  private static func global(
    _ field: Field, _ size: Int
  ) throws(ReductionsError) -> (GlobalConfig, Int) {
    var config = GlobalConfig()
    let bits = try field["numBits"].unsigned
    guard bits <= 31 else {
      throw .model("\(field.path).numBits", "\(bits) is out of range: it is 0 to 31")
    }
    config.numBits = Int(bits)
    let seed = try field["hashSeed"].unsigned
    guard seed <= UInt64(UInt32.max) else {
      throw .model("\(field.path).hashSeed", "\(seed) is out of range: it has 32 bits")
    }
    config.hashSeed = UInt32(seed)
    config.constantFeatureEnabled = try field["constantFeatureEnabled"].bool
    // Many places of a file may lead to one long name.
    var budget = size
    for interaction in try field["interactions"].elements() {
      var names: [NamespaceName] = []
      for name in try interaction.elements(upTo: 3) {
        names.append(try namespace(name))
        if case .name(let text)? = names.last { budget -= text.utf8.count }
        guard budget >= 0 else { throw .model(name.path, "the names take more than the file") }
      }
      guard names.count > 1 else {
        throw .model(interaction.path, "an interaction takes two or three namespaces")
      }
      config.interactions.append(names)
    }
    return (config, config.numBits)
  }

  private static func namespace(_ field: Field) throws(ReductionsError) -> NamespaceName {
    if let word = try? field.text {
      guard word == "Default" else { throw .model(field.path, "a namespace is needed") }
      return .default
    }
    return .name(try field["Name"].text)
  }

  private mutating func reduction(
    _ wrapper: Field, _ bits: Int, _ size: Int, depth: Int
  ) throws(ReductionsError) -> ReductionConfig {
    guard depth > 0 else { throw .model(wrapper.path, "no stack of reductions is as deep") }
    let name = try wrapper["typename"]
    var config: ReductionConfig
    do {
      config = try ReductionConfig(typename: name.text)
    } catch {
      throw .model(name.path, error.message)
    }
    let content = try wrapper["reduction"]
    try wrapper["num_models_below"].expect(1)
    try expect(content["type"], ModelNames.type(config))
    let types = try wrapper["type_description"]
    for (name, value) in ModelNames.types(config) { try expect(types[name], value) }
    let place = states.count
    states.append(.none)
    var below: ReductionConfig?
    if config.next != nil {
      let field = try content[ModelNames.next(config)]
      below = try reduction(field, bits, size, depth: depth - 1)
    }
    states[place] = try fill(&config, content, below, bits, size)
    return config
  }

  private func expect(_ field: Field, _ word: String?) throws(ReductionsError) {
    guard let word else {
      guard field.node.isNull else { throw .model(field.path, "nothing is expected here") }
      return
    }
    guard try field.text == word else { throw .model(field.path, "\(word) is expected here") }
  }

  /// Takes what a reduction was configured with, and what it has learnt.
  private mutating func fill(
    _ config: inout ReductionConfig, _ content: Field, _ below: ReductionConfig?, _ bits: Int,
    _ size: Int
  ) throws(ReductionsError) -> ReductionState {
    switch config {
    case .coin:
      let (coin, state) = try self.coin(content, bits)
      config = .coin(coin)
      return state
    case .binary(var binary):
      if let below { binary.regressor = below }
      config = .binary(binary)
      return .none
    case .cbAdf(var bandit):
      if let below { bandit.regressor = below }
      let type = try content["cb_type"]
      guard let word = CbType(rawValue: try type.text) else {
        throw .model(type.path, "it is neither mtr nor ips")
      }
      bandit.cbType = word
      config = .cbAdf(bandit)
      let sums = try content["mtr_state"]
      return .sums(
        ActionSums(
          actions: try sums["action_sum"].unsigned, events: try sums["event_sum"].unsigned))
    case .cbExploreAdfGreedy(var greedy):
      if let below { greedy.cbAdf = below }
      greedy.epsilon = try content["epsilon"].float
      config = .cbExploreAdfGreedy(greedy)
      return .none
    case .cbExploreAdfSquareCb(var square):
      if let below { square.cbAdf = below }
      let fields = try content["config"]
      square.uniformEpsilon = try fraction(fields["uniformEpsilon"])
      square.gammaScale = try fields["gammaScale"].float
      square.gammaExponent = try fields["gammaExponent"].float
      square.written.json = try written(fields["cbAdf"], size)
      config = .cbExploreAdfSquareCb(square)
      return .counter(try content["counter"].unsigned)
    case .cbExploreAdfSoftmax(var softmax):
      if let below { softmax.cbAdf = below }
      let fields = try content["config"]
      softmax.uniformEpsilon = try fraction(fields["uniformEpsilon"])
      softmax.lambda = try fields["lambda"].float
      softmax.written.json = try written(fields["cbAdf"], size)
      config = .cbExploreAdfSoftmax(softmax)
      return .counter(try content["counter"].unsigned)
    }
  }

  private func fraction(_ field: Field) throws(ReductionsError) -> Float {
    let value = try field.float
    guard (0...1).contains(value) else { throw .model(field.path, "it is not from 0 to 1") }
    return value
  }

  private func written(_ field: Field, _ size: Int) throws(ReductionsError) -> JSONValue {
    var budget = size
    return try field.node.value(field.path, depth: 32, budget: &budget).sorted
  }
}

extension ModelReader {
  private mutating func coin(
    _ content: Field, _ bits: Int
  ) throws(ReductionsError) -> (CoinConfig, ReductionState) {
    let config = try coinConfig(content["config"])
    var totals = CoinTotals(config)
    totals.loss = try loss(content["loss_function"])
    let states = try content["model_states"].elements(upTo: 1)
    guard let state = states.first else {
      throw .model("\(content.path).model_states", "one state is needed")
    }
    totals.normalizedSum = try state["normalized_sum_norm_x"].float
    totals.totalWeight = try state["total_weight"].float
    totals.averageNorm = try content["average_squared_norm_x"].float
    totals.minLabel = try content["min_label"].float
    totals.maxLabel = try content["max_label"].float
    if let fault = totals.fault { throw .model(content.path, fault) }
    try checkGlobal(content, bits)
    let sizes = try content["weights"]
    try sizes["feature_index_size"].expect(1 << UInt64(bits))
    try sizes["model_index_size"].expect(1)
    try sizes["feature_state_size"].expect(6)
    try sizes["model_index_size_shift"].expect(0)
    try sizes["feature_state_size_shift"].expect(3)
    let field = try sizes["weights"]
    return (config, .coin(totals, try field.node.weights(numBits: bits, field.path)))
  }

  private mutating func coinConfig(_ field: Field) throws(ReductionsError) -> CoinConfig {
    var config = CoinConfig()
    config.alpha = try field["alpha"].float
    config.beta = try field["beta"].float
    config.l1Lambda = try field["l1Lambda"].float
    config.l2Lambda = try field["l2Lambda"].float
    if let loss = try field.optional("lossFunction") {
      config.lossFunction = try self.loss(loss)
      layout = .latest
    }
    if let link = try field.optional("linkFunction") {
      guard let function = LinkFunction(rawValue: try link.text) else {
        throw .model(link.path, "it is neither Identity nor Logistic")
      }
      config.linkFunction = function
      layout = .latest
    }
    return config
  }

  private func loss(_ field: Field) throws(ReductionsError) -> LossFunction {
    if let word = try? field.text {
      guard word == "Squared" else { throw .model(field.path, "it is no loss function") }
      return .squared
    }
    guard let logistic = try field.optional("Logistic") else {
      _ = try field["Squared"]
      return .squared
    }
    let (least, most) = (try logistic["min_label"].float, try logistic["max_label"].float)
    guard least < most else {
      throw .model(logistic.path, "min_label has to be less than max_label")
    }
    return .logistic(minLabel: least, maxLabel: most)
  }

  /// What the regressor keeps of the global configuration has to be the same.
  private func checkGlobal(_ content: Field, _ bits: Int) throws(ReductionsError) {
    let global = configuration.globalConfig
    try content["num_bits"].expect(UInt64(bits))
    let constant = try content["constant_feature_enabled"]
    guard try constant.bool == global.constantFeatureEnabled else {
      throw .model(constant.path, "the global configuration says otherwise")
    }
    let interactions = Interactions(global)
    let pairs = interactions.pairs.map { [$0, $1] }
    try checkNamespaces(content["pairs"], pairs)
    try checkNamespaces(content["triples"], interactions.triples.map { [$0, $1, $2] })
  }

  private func checkNamespaces(
    _ field: Field, _ expected: [[Namespace]]
  ) throws(ReductionsError) {
    var found: [[Namespace]] = []
    for element in try field.elements(upTo: expected.count) {
      var namespaces: [Namespace] = []
      for part in try element.elements(upTo: 3) {
        if let word = try? part.text, word == "Default" {
          namespaces.append(.default)
        } else {
          let hash = try part["Named"].unsigned
          namespaces.append(.named(hash: UInt32(truncatingIfNeeded: hash)))
        }
      }
      found.append(namespaces)
    }
    guard found == expected else {
      throw .model(field.path, "they are not those of the global configuration")
    }
  }
}

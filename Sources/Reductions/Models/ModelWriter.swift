/// Makes a model as reductionml has it.
struct ModelWriter {
  let configuration: Configuration
  let layout: ModelLayout

  private var isNew: Bool { layout == .latest }

  func model(_ states: [ReductionState]) throws(ReductionsError) -> ModelPart {
    .object([
      ("global_config", .value(configuration.globalConfig.json)),
      ("entry_reduction", try reduction(configuration.entryReduction, states[...])),
    ])
  }

  private func reduction(
    _ config: ReductionConfig, _ states: ArraySlice<ReductionState>
  ) throws(ReductionsError) -> ModelPart {
    guard let state = states.first else { throw .wrongState }
    var members: [(String, ModelPart)] = [("type", .value(.string(ModelNames.type(config))))]
    var next: (String, ModelPart)?
    if let below = config.next {
      next = (ModelNames.next(config), try reduction(below.config, states.dropFirst()))
    }
    members += content(config, state, next)
    return .object([
      ("typename", .value(.string(config.typename))),
      ("reduction", .object(members)),
      (
        "type_description",
        .object(
          ModelNames.types(config).map { ($0.0, .value($0.1.map(JSONValue.string) ?? .null)) })
      ),
      ("num_models_below", .value(.unsigned(1))),
    ])
  }

  /// The members of a reduction in the order of its type in Rust: the bytes depend on it.
  private func content(
    _ config: ReductionConfig, _ state: ReductionState, _ next: (String, ModelPart)?
  ) -> [(String, ModelPart)] {
    let below = next.map { [$0] } ?? []
    switch (config, state) {
    case (.coin(let config), .coin(let totals, let weights)):
      return coin(config, totals, weights)
    case (.cbAdf(let config), .sums(let sums)):
      let sums: JSONValue = .object([
        ("action_sum", .unsigned(sums.actions)), ("event_sum", .unsigned(sums.events)),
      ])
      return [("cb_type", .value(.string(config.cbType.rawValue)))] + below
        + [("mtr_state", .value(sums))]
    case (.cbExploreAdfGreedy(let config), _):
      return [("epsilon", .value(.float(config.epsilon)))] + below
    case (.cbExploreAdfSquareCb(let inner), .counter(let counter)):
      let members: [(String, JSONValue)] = [
        ("uniformEpsilon", .float(inner.uniformEpsilon)), ("gammaScale", .float(inner.gammaScale)),
        ("gammaExponent", .float(inner.gammaExponent)), ("cbAdf", written(config)),
      ]
      return [("config", .value(.object(members))), ("counter", .value(.unsigned(counter)))] + below
    case (.cbExploreAdfSoftmax(let inner), .counter(let counter)):
      let members: [(String, JSONValue)] = [
        ("uniformEpsilon", .float(inner.uniformEpsilon)), ("lambda", .float(inner.lambda)),
        ("cbAdf", written(config)),
      ]
      return [("config", .value(.object(members))), ("counter", .value(.unsigned(counter)))] + below
    default: return below
    }
  }

  /// The configuration of what is below, as it was written where that is known.
  private func written(_ config: ReductionConfig) -> JSONValue {
    guard let below = config.next?.config else { return .null }
    var content = JSONValue.object(below.members(isNew: isNew)).sorted
    if case .object(let members)? = config.written,
      let written = members.first(where: { $0.0 == "config" })?.1, case .object = written
    {
      content = written
    }
    return .object([("typename", .string(below.typename)), ("config", content)])
  }

  private func coin(
    _ config: CoinConfig, _ totals: CoinTotals, _ weights: WeightTable
  ) -> [(String, ModelPart)] {
    let global = configuration.globalConfig
    let interactions = Interactions(global)
    let states: ModelPart = .object([
      ("weights", .weights(weights)),
      ("feature_index_size", .value(.unsigned(1 << UInt64(global.numBits)))),
      ("model_index_size", .value(.unsigned(1))), ("feature_state_size", .value(.unsigned(6))),
      ("model_index_size_shift", .value(.unsigned(0))),
      ("feature_state_size_shift", .value(.unsigned(3))),
    ])
    let loss = isNew ? totals.loss.json : .string("Squared")
    return [
      ("weights", states), ("config", .value(.object(config.members(isNew: isNew)))),
      (
        "model_states",
        .value(
          .array([
            .object([
              ("normalized_sum_norm_x", .float(totals.normalizedSum)),
              ("total_weight", .float(totals.totalWeight)),
            ])
          ]))
      ),
      ("average_squared_norm_x", .value(.float(totals.averageNorm))),
      ("min_label", .value(.float(totals.minLabel))),
      ("max_label", .value(.float(totals.maxLabel))), ("loss_function", .value(loss)),
      ("pairs", .value(.array(interactions.pairs.map { .array([$0.json, $1.json]) }))),
      (
        "triples", .value(.array(interactions.triples.map { .array([$0.json, $1.json, $2.json]) }))
      ),
      ("num_bits", .value(.unsigned(UInt64(global.numBits)))),
      ("constant_feature_enabled", .value(.bool(global.constantFeatureEnabled))),
    ]
  }
}

extension Namespace {
  fileprivate var json: JSONValue {
    isDefault ? .string("Default") : .object([("Named", .unsigned(UInt64(hash)))])
  }
}

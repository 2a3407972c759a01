public import Stowage

extension MultiEncoder {
  /// Makes an encoder of what NuPIC's configurations say of encoders.
  ///
  /// - Parameters:
  ///   - encoders: by keys, in whose order the bits stand, what each encoder is made with: its
  ///     `type`, its `fieldname`, and its arguments. A null leaves one out.
  ///   - classifierOnly: whether to take those that are for the classifier alone, or all others.
  /// - Throws: `HTMError` with the path of what is not known or makes no sense.
  public init(
    encoders: [String: Value], classifierOnly: Bool = false
  ) throws(HTMError) {
    try self.init(
      encoders: encoders, classifierOnly: classifierOnly, path: "modelParams.sensorParams.encoders")
  }

  init(
    encoders: [String: Value], classifierOnly: Bool = false, path place: String
  ) throws(HTMError) {
    self.init()
    let keys = encoders.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for key in keys where encoders[key] != .null {
      let path = "\(place).\(key)"
      var table = try ConfigTable(encoders[key] ?? .null, path)
      let isForClassifier = try table.flag("classifierOnly") ?? false
      guard isForClassifier == classifierOnly else { continue }
      let field = try table.text("fieldname") ?? key
      do throws(HTMError) {
        try add(field, EncoderConfig.make(&table))
      } catch {
        throw error.path.hasPrefix(path) ? error : table.placed(error)
      }
    }
  }
}

/// How encoders are made of what NuPIC's configurations say of them.
enum EncoderConfig {
  static func make(_ table: inout ConfigTable) throws(HTMError) -> any InputEncoder {
    guard let type = try table.text("type") else {
      throw .parameter(table.path("type"), "it is missing")
    }
    guard let maker = makers[type] else {
      throw .parameter(
        table.path("type"),
        "there is no \(type); there are \(makers.keys.sorted().joined(separator: ", "))")
    }
    let encoder = try maker(&table)
    try table.finish()
    return encoder
  }

  private typealias Maker = @Sendable (inout ConfigTable) throws(HTMError) -> any InputEncoder

  private static let makers: [String: Maker] = [
    "ScalarEncoder": { table throws(HTMError) in try scalar(&table) },
    "RandomDistributedScalarEncoder": { table throws(HTMError) in try random(&table) },
    "AdaptiveScalarEncoder": { table throws(HTMError) in try adaptive(&table, .absolute) },
    "DeltaEncoder": { table throws(HTMError) in try adaptive(&table, .delta) },
    "ScalarSpaceEncoder": { table throws(HTMError) in
      try adaptive(&table, table.text("space") == "delta" ? .delta : .absolute)
    },
    "LogEncoder": { table throws(HTMError) in try log(&table) },
    "DateEncoder": { table throws(HTMError) in try date(&table) },
    "CategoryEncoder": { table throws(HTMError) in
      try CategoryEncoder(
        w: table.needed("w"), categoryList: table.texts("categoryList") ?? [],
        name: table.text("name") ?? "category", verbosity: table.int("verbosity") ?? 0,
        forced: table.flag("forced") ?? false)
    },
    "SDRCategoryEncoder": { table throws(HTMError) in
      try SDRCategoryEncoder(
        n: table.needed("n"), w: table.needed("w"), categoryList: table.texts("categoryList"),
        name: table.text("name") ?? "category", verbosity: table.int("verbosity") ?? 0,
        encoderSeed: table.seed("encoderSeed") ?? 1, forced: table.flag("forced") ?? false)
    },
    "CoordinateEncoder": { table throws(HTMError) in
      try CoordinateEncoder(
        w: table.int("w") ?? 21, n: table.int("n") ?? 1000, name: table.text("name"),
        verbosity: table.int("verbosity") ?? 0)
    },
    "GeospatialCoordinateEncoder": { table throws(HTMError) in
      try GeospatialCoordinateEncoder(
        scale: table.real("scale") ?? 0, timestep: table.real("timestep") ?? 0,
        w: table.int("w") ?? 21, n: table.int("n") ?? 1000, name: table.text("name"),
        verbosity: table.int("verbosity") ?? 0)
    },
    "PassThroughEncoder": { table throws(HTMError) in
      try PassThroughEncoder(
        n: table.needed("n"), w: table.int("w"), name: table.text("name") ?? "pass_through",
        forced: table.flag("forced") ?? false, verbosity: table.int("verbosity") ?? 0)
    },
    "SparsePassThroughEncoder": { table throws(HTMError) in
      try SparsePassThroughEncoder(
        n: table.needed("n"), w: table.int("w"),
        name: table.text("name") ?? "sparse_pass_through", forced: table.flag("forced") ?? false,
        verbosity: table.int("verbosity") ?? 0)
    },
  ]

  private static func scalar(_ table: inout ConfigTable) throws(HTMError) -> any InputEncoder {
    try ScalarEncoder(
      w: table.needed("w"), minval: table.neededReal("minval"), maxval: table.neededReal("maxval"),
      periodic: table.flag("periodic") ?? false, n: table.int("n") ?? 0,
      radius: table.real("radius") ?? 0, resolution: table.real("resolution") ?? 0,
      name: table.text("name"), verbosity: table.int("verbosity") ?? 0,
      clipInput: table.flag("clipInput") ?? false, forced: table.flag("forced") ?? false)
  }

  private static func log(_ table: inout ConfigTable) throws(HTMError) -> any InputEncoder {
    try LogEncoder(
      w: table.int("w") ?? 5, minval: table.real("minval") ?? 1e-07,
      maxval: table.real("maxval") ?? 10000, periodic: table.flag("periodic") ?? false,
      n: table.int("n") ?? 0, radius: table.real("radius") ?? 0,
      resolution: table.real("resolution") ?? 0, name: table.text("name") ?? "log",
      verbosity: table.int("verbosity") ?? 0, clipInput: table.flag("clipInput") ?? true,
      forced: table.flag("forced") ?? false)
  }

  private static func random(_ table: inout ConfigTable) throws(HTMError) -> any InputEncoder {
    try RandomDistributedScalarEncoder(
      resolution: table.neededReal("resolution"), w: table.int("w") ?? 21,
      n: table.int("n") ?? 400, name: table.text("name"), offset: table.real("offset"),
      seed: table.seed("seed") ?? 42, verbosity: table.int("verbosity") ?? 0)
  }

  private static func adaptive(
    _ table: inout ConfigTable, _ space: ScalarSpaceEncoder.Space
  ) throws(HTMError) -> any InputEncoder {
    table.ignore("clipInput", "space")
    for name in ["periodic", "radius", "resolution"] {
      guard let value = table.value(name), value != 0, value != 0.0, value != false else {
        continue
      }
      throw .parameter(table.path(name), "an encoder that adapts has none: give it n")
    }
    return try ScalarSpaceEncoder.make(
      w: table.needed("w"), minval: table.real("minval"), maxval: table.real("maxval"),
      n: table.needed("n"), name: table.text("name"), verbosity: table.int("verbosity") ?? 0,
      space: space, forced: table.flag("forced") ?? false)
  }

  private static func date(_ table: inout ConfigTable) throws(HTMError) -> any InputEncoder {
    var customDays: (w: Int, days: [String])?
    if let value = table.value("customDays"), value != 0 {
      guard let pair = value.array, pair.count == 2, case .int(let w) = pair[0] else {
        throw .parameter(table.path("customDays"), "it is a width and days, and not \(value)")
      }
      switch pair[1] {
      case .string(let day): customDays = (Int(w), [day])
      case .array(let days):
        var names: [String] = []
        for day in days { names.append(try day.text(table.path("customDays"))) }
        customDays = (Int(w), names)
      default:
        throw .parameter(table.path("customDays"), "its days are text, and not \(pair[1])")
      }
    }
    if let holidays = table.value("holidays")?.array, !holidays.isEmpty {
      throw .parameter(table.path("holidays"), "make the encoder with DateEncoder for these")
    }
    table.ignore("verbosity")
    return try DateEncoder(
      season: resolution("season", &table), dayOfWeek: resolution("dayOfWeek", &table),
      weekend: resolution("weekend", &table), holiday: resolution("holiday", &table),
      timeOfDay: resolution("timeOfDay", &table), customDays: customDays,
      name: table.text("name") ?? "", forced: table.flag("forced") ?? true)
  }

  /// A width alone, or with a radius.
  private static func resolution(
    _ name: String, _ table: inout ConfigTable
  ) throws(HTMError) -> DateEncoder.Resolution? {
    switch table.value(name) {
    case nil, .int(0)?: nil
    case .int(let w)?: DateEncoder.Resolution(w: Int(w))
    case .array(let pair)? where pair.count == 2:
      DateEncoder.Resolution(
        w: try pair[0].number(table.path(name)), radius: try pair[1].real(table.path(name)))
    case let other?:
      throw .parameter(table.path(name), "it is a width, or a width and a radius, and not \(other)")
    }
  }
}

extension ConfigTable {
  mutating func needed(_ name: String) throws(HTMError) -> Int {
    guard let number = try int(name) else { throw .parameter(path(name), "it is missing") }
    return number
  }

  mutating func neededReal(_ name: String) throws(HTMError) -> Double {
    guard let number = try real(name) else { throw .parameter(path(name), "it is missing") }
    return number
  }
}

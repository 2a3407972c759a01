public import Stowage

extension SDRCategoryEncoder: Serializable {
  public func write(_ builder: SDRCategoryEncoderProto.Builder) throws {
    builder.n = UInt32(n)
    builder.w = UInt32(w)
    try random.write(builder.initRandom())
    builder.verbosity = EncoderChecks.byte(verbosity)
    try builder.setName(name)
    let names = try builder.initCategories(count: categories.count)
    for (index, category) in categories.enumerated() { try names.set(index, to: category) }
    // NuPIC has room for more rows, which it saves as well.
    var rowCount = 16
    while rowCount <= categories.count { rowCount *= 2 }
    let rows = try builder.initSdrs(count: rowCount)
    var row = [UInt8](repeating: 0, count: n)
    for index in categories.indices {
      for one in ones(index) { row[Int(one)] = 1 }
      try rows.initialize(index, count: n).copy(from: row)
      for one in ones(index) { row[Int(one)] = 0 }
    }
    for index in categories.count..<rowCount { try rows.initialize(index, count: n) }
    builder.learningEnabled = learningEnabled
  }

  public static func read(_ reader: SDRCategoryEncoderProto.Reader) throws -> SDRCategoryEncoder {
    let path = "SDRCategoryEncoderProto"
    let (n, w) = (Int(reader.n), Int(reader.w))
    guard w > 0, w <= n, n <= EncoderChecks.mostBits else {
      throw HTMError.state("\(path).w", "\(w) is not from 1 to n, which is \(n)")
    }
    var categories: [String] = []
    var indices: [String: Int] = [:]
    let names = try reader.categories
    for place in 0..<names.count {
      let category = String(try names[place])
      guard indices[category] == nil else {
        throw HTMError.state("\(path).categories", "\(category) is there twice")
      }
      indices[category] = categories.count
      categories.append(category)
    }
    let rows = try reader.sdrs
    guard rows.count >= categories.count, !categories.isEmpty else {
      throw HTMError.state(
        "\(path).sdrs", "\(rows.count) are too few for \(categories.count) categories")
    }
    var bits: [UInt32] = []
    for index in categories.indices {
      let row = try rows[index]
      let before = bits.count
      for (place, bit) in row.enumerated() where bit != 0 { bits.append(UInt32(place)) }
      guard row.count == n, bits.count - before == w else {
        throw HTMError.state("\(path).sdrs[\(index)]", "it has not \(w) ones among \(n) bits")
      }
    }
    return try SDRCategoryEncoder(
      n: n, w: w, name: String(reader.name), verbosity: Int(reader.verbosity),
      learningEnabled: reader.learningEnabled, categories: categories, bits: bits,
      random: Random.read(reader.random), indices: indices)
  }
}

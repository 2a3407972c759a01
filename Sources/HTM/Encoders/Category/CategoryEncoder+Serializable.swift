public import Stowage

extension CategoryEncoder: Serializable {
  public func write(_ builder: CategoryEncoderProto.Builder) throws {
    builder.width = UInt32(width)
    let list = try builder.initIndexToCategory(count: categories.count)
    for (index, category) in categories.enumerated() {
      list[index].index = UInt32(index)
      try list[index].setCategory(category)
    }
    try builder.setName(name)
    builder.verbosity = EncoderChecks.byte(verbosity)
    try places.write(builder.initEncoder())
  }

  public static func read(_ reader: CategoryEncoderProto.Reader) throws -> CategoryEncoder {
    let path = "CategoryEncoderProto"
    let places = try ScalarEncoder.read(reader.encoder)
    let list = try reader.indexToCategory
    var categories = [String?](repeating: nil, count: list.count)
    for mapping in list {
      let index = Int(mapping.index)
      guard index < categories.count, categories[index] == nil else {
        throw HTMError.state("\(path).indexToCategory", "\(index) is there twice, or not in place")
      }
      categories[index] = String(try mapping.category)
    }
    guard Int(reader.width) == places.n, !categories.isEmpty, !places.periodic,
      places.minval == 0, places.maxval == Double(categories.count - 1)
    else {
      throw HTMError.state(
        "\(path).encoder", "its range and bits are not those of \(categories.count) names")
    }
    return try CategoryEncoder(
      name: String(reader.name), verbosity: Int(reader.verbosity),
      categories: categories.compactMap { $0 }, places: places)
  }
}

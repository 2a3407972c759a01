import Stowage

/// A scale that shares a struct with others which loses a part of it.
struct Scale: Archivable, Equatable {
  var unit: String
  var weight: Double
  var history: [Double] = []

  func write(_ builder: ScaleProto.Builder) throws {
    try builder.setUnit(unit)
    builder.weight = Float(weight)
  }

  static func read(_ reader: ScaleProto.Reader) throws -> Scale {
    Scale(unit: String(try reader.unit), weight: Double(reader.weight))
  }

  func writeArchive(_ builder: WholeScaleProto.Builder) throws {
    try builder.setUnit(unit)
    builder.weight = weight
    try builder.setHistory(history)
  }

  static func readArchive(_ reader: WholeScaleProto.Reader) throws -> Scale {
    Scale(
      unit: String(try reader.unit), weight: reader.weight, history: Array(try reader.history))
  }
}

/// The same, by a program that knew the shared struct only.
struct SharedScale: Serializable {
  var scale: Scale

  func write(_ builder: ScaleProto.Builder) throws { try scale.write(builder) }

  static func read(_ reader: ScaleProto.Reader) throws -> SharedScale {
    SharedScale(scale: try Scale.read(reader))
  }
}

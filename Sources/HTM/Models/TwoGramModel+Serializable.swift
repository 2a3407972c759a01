internal import CapnProto
public import Stowage

extension TwoGramModel: Archivable {
  public func write(_ builder: TwoGramModelProto.Builder) throws {
    try writeRest(builder)
    try encoder.write(builder.initEncoder())
  }

  private func writeRest(_ builder: TwoGramModelProto.Builder) throws {
    try base.write(builder.initModelBase())
    builder.reset = isReset
    builder.learningEnabled = countsPairs
    try builder.setPrevValues(prevValues.map { Int32(truncatingIfNeeded: $0) })
    let mapping = try builder.initHashToValueDict(count: values.count)
    for (index, element) in values.elements.enumerated() {
      mapping[index].hash = Int32(truncatingIfNeeded: element.key)
      mapping[index].value = Float(element.value)
    }
    let fields = try builder.initTwoGramDicts(count: twoGrams.count)
    for (field, grams) in twoGrams.enumerated() {
      let list = try fields.initialize(field, count: grams.count)
      for (index, gram) in grams.elements.enumerated() {
        list[index].value = Int32(truncatingIfNeeded: gram.key)
        let buckets = try list[index].initBuckets(count: gram.value.count)
        for (place, bucket) in gram.value.elements.enumerated() {
          buckets[place].index = Int32(truncatingIfNeeded: bucket.key)
          buckets[place].count = Int32(clamping: bucket.value)
        }
      }
    }
  }

  public static func read(_ reader: TwoGramModelProto.Reader) throws -> TwoGramModel {
    try make(
      reader, MultiEncoder.read(reader.encoder),
      _values(of: reader.hashToValueDict) { Double($0.value) })
  }

  private static func make(
    _ reader: TwoGramModelProto.Reader, _ encoder: MultiEncoder, _ values: [Double]
  ) throws -> TwoGramModel {
    var model = TwoGramModel(encoder: encoder)
    model.base = try ModelBase(reader.modelBase)
    model.isReset = reader.reset
    model.countsPairs = reader.learningEnabled
    model.prevValues = try reader.prevValues.map { Int($0) }
    let mapping = try reader.hashToValueDict
    try StateCheck.count(
      values.count, UInt64(mapping.count), "TwoGramModelState.values", "the buckets are")
    for (index, element) in try _values(of: mapping, { $0 }).enumerated() {
      model.values.update(Int(element.hash), default: 0) { $0 = values[index] }
    }
    let fields = try reader.twoGramDicts
    try StateCheck.count(
      fields.count, UInt64(encoder.members.count), "TwoGramModelProto.twoGramDicts",
      "the fields are")
    for field in 0..<fields.count {
      // What takes no memory in the message takes some here.
      for gram in try _values(of: fields[field], { $0 }) {
        var counts = PythonOrder<Int, Int>()
        for bucket in try _values(of: gram.buckets, { $0 }) {
          counts.update(Int(bucket.index), default: 0) { $0 = Int(bucket.count) }
        }
        model.twoGrams[field].update(Int(gram.value), default: counts) { $0 = counts }
      }
    }
    return model
  }

  public func writeArchive(_ builder: TwoGramModelState.Builder) throws {
    try writeRest(builder.initModel())
    try encoder.writeArchive(builder.initEncoder())
    try builder.setValues(values.elements.map(\.value))
  }

  public static func readArchive(_ reader: TwoGramModelState.Reader) throws -> TwoGramModel {
    try make(reader.model, MultiEncoder.readArchive(reader.encoder), Array(reader.values))
  }
}

import Foundation
import HTM
import Testing

/// Compares what an encoder says of bits and inputs with what NuPIC says.
enum EncoderSayings {
  static func expect(_ encoder: inout any InputEncoder, _ sayings: [Reference]) throws {
    var place = 0
    for (index, saying) in sayings.enumerated() {
      // Each group of sayings came after its input was encoded.
      if saying.has("bits"), index == 0 || !sayings[index - 1].has("bits") {
        place = sayings[index...].firstIndex { $0.has("input") } ?? place
        _ = try? encoder.encode(EncoderCase.input(sayings[place]["input"], for: encoder))
      }
      if saying.has("scalarNames") { try expectNames(encoder, saying) }
      if saying.has("bits") { try expectDecoding(encoder, saying) }
      if saying.has("input") { try expectInput(&encoder, saying) }
      if saying.has("closeness") { try expectCloseness(encoder, saying) }
    }
  }

  private static func expectNames(_ encoder: any InputEncoder, _ saying: Reference) throws {
    #expect(encoder.scalarNames == (try saying["scalarNames"].items.map { try $0.string }))
    #expect(
      encoder.scalarNames(parentName: "par")
        == (try saying["scalarNamesP"].items.map { try $0.string }))
    if !saying.isError("types") {
      #expect(
        encoder.decoderOutputTypes.map(\.rawValue)
          == (try saying["types"].items.map { try $0.string }))
    }
    if !saying.isError("description") {
      let theirs = try saying["description"].items
      // What NuPIC has loaded describes the dates of a record in another way.
      guard theirs.count == encoder.fieldDescription.count else { return }
      for (own, their) in zip(encoder.fieldDescription, theirs) {
        #expect(own.offset == (try their[1].int))
      }
    }
    guard !saying.isError("bucketValues") else { return }
    let theirs = try saying["bucketValues"].items
    switch encoder {
    case let scalar as ScalarEncoder: expectNear(scalar.bucketValues, theirs)
    case let log as LogEncoder: expectNear(log.bucketValues, theirs)
    case let category as CategoryEncoder:
      #expect(category.bucketValues == (try theirs.map { try $0.string }))
    default: break
    }
  }

  private static func expectNear(_ ours: [Double], _ theirs: [Reference]) {
    // NuPIC's list may have one more where a division is not even.
    for (own, their) in zip(ours, theirs) {
      #expect(abs(own - ((try? their.number) ?? .nan)) <= abs(own) * 1e-12 + 1e-300)
    }
  }

  private static func expectDecoding(_ encoder: any InputEncoder, _ saying: Reference) throws {
    let bits = try saying["bits"].ints
    for (key, parent) in [("decode", ""), ("decodeP", "par")] {
      guard !saying.isError(key) else { continue }
      let ours = try encoder.decode(bits, parentName: parent)
      let theirs = try saying[key].items
      #expect(ours.map(\.name) == (try theirs.map { try $0[0].string }))
      let descriptions = try theirs.map { try $0[2].string }
      #expect(ours.map(\.description) == descriptions)
      for (own, their) in zip(ours, theirs) {
        let ranges = try their[1].items
        #expect(own.ranges.count == ranges.count)
        for (own, their) in zip(own.ranges, ranges) {
          let (lower, upper) = (try their[0].number, try their[1].number)
          #expect(own.lowerBound == lower)
          #expect(own.upperBound == upper)
        }
      }
    }
    guard !saying.isError("topDown") else { return }
    try expectResults(encoder.topDownCompute(bits), saying["topDown"])
  }

  private static func expectResults(_ ours: [EncoderResult], _ theirs: Reference) throws {
    let theirs = try theirs.items
    #expect(ours.count == theirs.count)
    for (own, their) in zip(ours, theirs) {
      let scalar = try their["scalar"].number
      #expect(own.scalar == scalar)
      #expect(own.encoding == (try their["encoding"].ints))
      if let text = own.value.text { #expect(text == (try their["value"].string)) }
    }
  }

  private static func expectInput(
    _ encoder: inout any InputEncoder, _ saying: Reference
  ) throws {
    let input = try EncoderCase.input(saying["input"], for: encoder)
    if !saying.isError("scalars") {
      let ours = try encoder.scalars(of: input)
      let theirs = try saying["scalars"].items.map { try $0.optionalNumber }
      #expect(ours.count == theirs.count)
      for (own, their) in zip(ours, theirs) {
        #expect(own == their || own == nil && their?.isNaN == true)
      }
    }
    guard let buckets = try? encoder.bucketIndices(of: input) else { return }
    let indices = buckets.compactMap { $0 }
    guard indices.count == buckets.count, !saying.isError("bucketInfo"),
      !(try saying["bucketInfo"].value is NSNull)
    else { return }
    try expectResults(encoder.bucketInfo(of: indices), saying["bucketInfo"])
  }

  private static func expectCloseness(_ encoder: any InputEncoder, _ saying: Reference) throws {
    guard !saying.isError("closeness") else { return }
    let ours = try encoder.closenessScores(
      expected: saying["expected"].items.map { try $0.number },
      actual: saying["actual"].items.map { try $0.number },
      fractional: saying["fractional"].bool)
    let theirs = try saying["closeness"].items.map { try $0.optionalNumber ?? .nan }
    #expect(ours == theirs || zip(ours, theirs).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN })
  }
}

extension Reference {
  fileprivate func isError(_ key: String) -> Bool {
    ((try? self[key].value) as? [String: Any])?["error"] != nil
  }
}

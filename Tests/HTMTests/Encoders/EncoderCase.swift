import Foundation
import HTM
import Stowage
import Testing

/// A folder in which the real NuPIC saved an encoder, and what it then encoded.
struct EncoderCase: Sendable, CustomTestStringConvertible {
  let name: String

  static let all = Reference.cases("encoder_").map { EncoderCase(name: $0) }

  var testDescription: String { name }

  var expected: Reference { get throws { try Reference("\(name)/expected.json") } }

  var inputs: Reference { get throws { try Reference("\(name)/inputs.json") } }

  /// The Swift type of the encoder.
  var type: any (InputEncoder & Serializable & Hashable).Type {
    get throws {
      let type = try expected["class"].string.split(separator: ".").last ?? ""
      return try #require(Self.types[String(type)], "\(type)")
    }
  }

  static let types: [String: any (InputEncoder & Serializable & Hashable).Type] = [
    "ScalarEncoder": ScalarEncoder.self,
    "RandomDistributedScalarEncoder": RandomDistributedScalarEncoder.self,
    "AdaptiveScalarEncoder": AdaptiveScalarEncoder.self,
    "DeltaEncoder": DeltaEncoder.self,
    "LogEncoder": LogEncoder.self,
    "DateEncoder": DateEncoder.self,
    "CategoryEncoder": CategoryEncoder.self,
    "SDRCategoryEncoder": SDRCategoryEncoder.self,
    "CoordinateEncoder": CoordinateEncoder.self,
    "GeospatialCoordinateEncoder": GeospatialCoordinateEncoder.self,
    "PassThroughEncoder": PassThroughEncoder.self,
    "SparsePassThroughEncoder": SparsePassThroughEncoder.self,
    "MultiEncoder": MultiEncoder.self,
  ]

  /// The message of the case, or nil where it has it in the other form only.
  func message(packed: Bool) throws -> Message? {
    try Reference.file("\(name)/encoder", packed: packed)
  }

  func encoder() throws -> any InputEncoder {
    let message = try message(packed: true) ?? message(packed: false)
    let type: any (InputEncoder & Serializable & Hashable).Type = try self.type
    return try Self.load(type, try #require(message))
  }

  static func load<Value: InputEncoder & Serializable>(
    _ type: Value.Type, _ message: Message
  ) throws -> any InputEncoder {
    try Value.read(message.root(Value.Proto.self))
  }

  /// What NuPIC's inputs are here.
  static func input(_ value: Reference, for encoder: any InputEncoder) throws -> EncoderInput {
    if value.value is NSNull { return .missing }
    switch encoder {
    case let multi as MultiEncoder:
      var fields: [String: EncoderInput] = [:]
      for (field, value) in try value.fields {
        guard let member = multi.members.first(where: { $0.field == field }) else { continue }
        fields[field] = try input(value, for: member.encoder)
      }
      return .record(fields)
    case is DateEncoder: return .date(try #require(try DateTime(value.string)))
    case is CategoryEncoder, is SDRCategoryEncoder: return .text(try value.string)
    case is CoordinateEncoder:
      return try .coordinate(value[0].ints, radius: value[1].number)
    case is GeospatialCoordinateEncoder:
      let numbers = try value.items.filter { !($0.value is NSNull) }.map { try $0.number }
      return .place(
        speed: numbers[0], longitude: numbers[1], latitude: numbers[2],
        altitude: numbers.count > 3 ? numbers[3] : nil)
    case is PassThroughEncoder, is SparsePassThroughEncoder:
      let numbers = try value.ints
      // All bits, or the indices of the ones.
      let isDense = numbers.count == encoder.width && numbers.allSatisfy { $0 == 0 || $0 == 1 }
      return .bits(isDense ? numbers.indices.filter { numbers[$0] == 1 } : numbers)
    default: return .number(value.isString ? .nan : try value.number)
    }
  }

  /// Checks that inputs give the ones and buckets that NuPIC gave, one after the other.
  static func expect(
    _ encoder: inout some InputEncoder, _ inputs: [Reference], _ outputs: [Reference]
  ) throws {
    try #require(inputs.count == outputs.count)
    for (number, (input, output)) in zip(inputs, outputs).enumerated() {
      let input = try Self.input(input, for: encoder)
      if output.has("error") {
        // What custom days were is in the name of their part, from which NuPIC does not take it.
        if output.isAbout("customDays") { continue }
        #expect(throws: HTMError.self, "input \(number)") { try encoder.encode(input) }
        continue
      }
      #expect(try encoder.encode(input) == (try output["on_bits"].ints), "input \(number)")
      guard output.has("bucketIndices") else {
        #expect(throws: HTMError.self) { try encoder.bucketIndices(of: input) }
        continue
      }
      let buckets = try encoder.bucketIndices(of: input)
      let theirs = try output["bucketIndices"].items.map { try $0.optionalNumber.map { Int($0) } }
      #expect(buckets == theirs, "input \(number)")
    }
  }
}

extension Reference {
  /// The number, or nil for none.
  var optionalNumber: Double? {
    get throws { value is NSNull ? nil : isString ? .nan : try number }
  }

  func isAbout(_ word: String) -> Bool { "\(value)".contains(word) }
}

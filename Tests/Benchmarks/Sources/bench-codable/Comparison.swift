import Foundation
import Stopwatch
import Stowage

/// One way to make bytes of a value, and a value of bytes.
private struct Coder<T> {
  let name: String
  let encode: (T) throws -> Data
  let decode: (Data) throws -> T
}

enum Comparison {
  static func run<T: Codable & Equatable>(_ value: T) throws {
    try measureValues(value)
    let coders = coders(T.self)
    var encoding = coders.map { _ in [Double]() }
    var decoding = encoding
    var sizes = coders.map { _ in 0 }
    for _ in 0..<7 {
      for (index, coder) in coders.enumerated() {
        let encoded = try seconds(by: .wall) { try coder.encode(value) }
        let decoded = try seconds(by: .wall) { try coder.decode(encoded.result) }
        guard decoded.result == value else { throw Difference(coder: coder.name) }
        encoding[index].append(encoded.seconds)
        decoding[index].append(decoded.seconds)
        sizes[index] = encoded.result.count
      }
    }
    for (index, coder) in coders.enumerated() {
      report("\(coder.name) encode_ms", encoding[index].sorted()[3] * 1000)
      report("\(coder.name) decode_ms", decoding[index].sorted()[3] * 1000)
      report("\(coder.name) bytes", Double(sizes[index]))
    }
  }

  /// The part that has nothing to do with bytes.
  private static func measureValues<T: Codable & Equatable>(_ value: T) throws {
    let encoder = ValueEncoder()
    let decoder = ValueDecoder()
    let encoded = try encoder.encode(value)
    guard try decoder.decode(T.self, from: encoded) == value else {
      throw Difference(coder: "values")
    }
    report(
      "values encode_ms",
      try median { try seconds(by: .wall) { try encoder.encode(value) }.seconds } * 1000)
    report(
      "values decode_ms",
      try median { try seconds(by: .wall) { try decoder.decode(T.self, from: encoded) }.seconds }
        * 1000)
  }

  private static func coders<T: Codable>(_ type: T.Type) -> [Coder<T>] {
    let plist = PropertyListEncoder()
    plist.outputFormat = .binary
    let ours = [("binary", Format.binary), ("packed", .packed)].map { name, format in
      let encoder = CapnProtoEncoder(format: format)
      let decoder = CapnProtoDecoder()
      return Coder<T>(
        name: name, encode: { try encoder.encode($0) },
        decode: { try decoder.decode(T.self, from: $0) })
    }
    return ours + [
      Coder(
        name: "json", encode: { try JSONEncoder().encode($0) },
        decode: { try JSONDecoder().decode(T.self, from: $0) }),
      Coder(
        name: "plist", encode: { try plist.encode($0) },
        decode: { try PropertyListDecoder().decode(T.self, from: $0) }),
    ]
  }

  private struct Difference: Error {
    let coder: String
  }
}

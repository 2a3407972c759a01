import Foundation

/// A small record, as there are many of in a file.
struct Sample: Codable, Equatable {
  var id: Int
  var name: String
  var x: Double
  var y: Double
  var isActive: Bool
  var note: String?
}

/// A record with many fields.
struct Wide: Codable, Equatable {
  var identifier: String
  var learningRate: Double
  var momentum: Double
  var weightDecay: Double
  var batchSize: Int
  var epochs: Int
  var seed: UInt64
  var shuffle: Bool
  var optimizer: String
  var schedule: [Double]
  var layers: [Int]
  var dropout: Float
  var clipNorm: Double?
  var warmup: Int?
  var device: String
  var precision: String
  var checkpointEvery: Int
  var tags: [String: String]
}

/// A tree of objects.
struct Branch: Codable, Equatable {
  var name: String
  var weight: Double
  var children: [Branch]
}

/// A few dimensions, so that the numbers are in a record as they are in life.
struct Numbers: Codable, Equatable {
  var label: String
  var values: [Double]
}

/// The values that are measured, always the same.
enum Samples {
  static func records() -> [Sample] {
    var random = Generator()
    return (0..<20_000).map { id in
      Sample(
        id: id, name: "sample \(id)", x: random.unit(), y: random.unit() * 100,
        isActive: id % 3 == 0, note: id % 4 == 0 ? "note \(id % 7)" : nil)
    }
  }

  static func wide() -> [Wide] {
    var random = Generator()
    return (0..<2000).map { id in
      Wide(
        identifier: "run \(id)", learningRate: random.unit() / 100, momentum: 0.9,
        weightDecay: 1e-4, batchSize: 256, epochs: 90, seed: random.next(), shuffle: true,
        optimizer: "adam", schedule: (0..<10).map { _ in random.unit() },
        layers: [512, 256, 128, 10], dropout: 0.1, clipNorm: id % 2 == 0 ? 1 : nil,
        warmup: id % 3 == 0 ? 500 : nil, device: "cpu:0", precision: "float32",
        checkpointEvery: 1000, tags: ["team": "a", "purpose": "test \(id % 5)"])
    }
  }

  static func tree() -> Branch {
    var random = Generator()
    func branch(_ depth: Int, _ name: String) -> Branch {
      Branch(
        name: name, weight: random.unit(),
        children: depth == 0 ? [] : (0..<2).map { branch(depth - 1, name + "\($0)") })
    }
    return branch(12, "n")
  }

  static func doubles() -> Numbers {
    var random = Generator()
    return Numbers(label: "weights", values: (0..<500_000).map { _ in random.unit() * 2 - 1 })
  }

  static func strings() -> [String] {
    var random = Generator()
    return (0..<50_000).map { index in
      String(repeating: "word ", count: Int(random.next() % 12)) + "grün \(index)"
    }
  }
}

/// SplitMix64.
struct Generator {
  private var state: UInt64 = 42

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}

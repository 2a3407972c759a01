import Foundation
import HTM
import Stowage
import Testing

/// Damaged files are refused or carried, and what is carried can be used.
struct EncoderHostileTests {
  static let cases = EncoderCase.all.filter { !$0.name.contains("_r") || $0.name.contains("rdse") }
    .prefix(20)

  @Test(arguments: Array(cases)) func mutatedFilesThrowOrEncode(_ test: EncoderCase) throws {
    guard let message = try test.message(packed: true) ?? test.message(packed: false) else {
      return
    }
    let bytes = try MessageBuilder(copying: message).bytes()
    let inputs = try test.inputs["probe"].items
    var random = SplitMix(state: 5)
    var counts = (refused: 0, carried: 0)
    func go<Value: InputEncoder & Serializable & Hashable>(_ type: Value.Type) throws {
      for _ in 0..<150 {
        let mutated = Self.mutated(bytes, &random)
        do {
          let options = ReaderOptions(traversalLimit: .bytes(1 << 20))
          var encoder = try Value.read(Message(mutated, options: options).root(Value.Proto.self))
          counts.carried += 1
          try Self.use(&encoder, inputs)
        } catch {
          #expect(error is HTMError || error is CapnProtoError, "\(error)")
          counts.refused += 1
        }
      }
    }
    try go(test.type)
    #expect(counts.carried > 0)
    #expect(counts.refused > 0)
  }

  @Test(arguments: Array(cases)) func mutatedArchivesThrowOrEncode(_ test: EncoderCase) throws {
    let encoder = try test.encoder()
    let inputs = try test.inputs["probe"].items
    var random = SplitMix(state: 6)
    func go<Value: InputEncoder & Archivable & Hashable>(_ value: Value) throws {
      let builder = MessageBuilder()
      try value.writeArchive(builder.initRoot(Value.ArchiveReader.Struct.self))
      let bytes = try builder.bytes()
      for _ in 0..<150 {
        let mutated = Self.mutated(bytes, &random)
        do {
          let options = ReaderOptions(traversalLimit: .bytes(1 << 20))
          let root = try Message(mutated, options: options).root(Value.ArchiveReader.Struct.self)
          var encoder = try Value.readArchive(root)
          try Self.use(&encoder, inputs)
        } catch { #expect(error is HTMError || error is CapnProtoError, "\(error)") }
      }
    }
    guard let archivable = encoder as? any (InputEncoder & Archivable & Hashable) else { return }
    try go(archivable)
  }

  private static func mutated(_ bytes: Data, _ random: inout SplitMix) -> Data {
    var mutated = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      mutated[Int.random(in: 0..<mutated.count, using: &random)] = .random(
        in: 0...255, using: &random)
    }
    return mutated
  }

  private static func use(_ encoder: inout some InputEncoder, _ inputs: [Reference]) throws {
    // Damage may ask for many bits, which take their time.
    guard encoder.width < 1 << 16 else { return }
    for input in inputs.prefix(4) {
      guard let input = try? EncoderCase.input(input, for: encoder),
        let ones = try? encoder.encode(input)
      else { continue }
      #expect(ones.allSatisfy { $0 >= 0 && $0 < encoder.width })
      _ = try? encoder.decode(ones)
      _ = try? encoder.topDownCompute(ones)
      if let buckets = try? encoder.bucketIndices(of: input) {
        _ = try? encoder.bucketInfo(of: buckets.compactMap { $0 })
      }
    }
  }
}

import CChecksum
import CapnProto
import Foundation
import Stowage
import Testing

/// Files that were changed on purpose: whatever they say, loading gives a value or an error.
@Suite struct HostileFileTests {
  private let registry = TypeRegistry()

  init() throws { try registry.register(Reservoir.self, as: "test.Reservoir") }

  private func file(_ format: Format) throws -> Data {
    let shared = Reference(nil)
    shared.value = ["self": .reference(shared)]
    let numbers = Tensor([Int32](0..<1100))
    let value: Value = [
      "all": .tensor(numbers), "part": .tensor(try numbers.slice(3..<9, by: 2)),
      "small": .tensor(Tensor([true, false])), "shared": [.reference(shared)],
      "object": try .object(Reservoir(name: "r", sample: [1]), in: registry), 7: [1, 2, 3],
    ]
    return try serialize(
      value, options: SaveOptions(format: format, embedsSchema: false, registry: registry))
  }

  /// Loads a file and uses what comes out of it.
  ///
  /// - Returns: whether a value came.
  private func use(_ file: Data) throws -> Bool {
    do {
      let options = LoadOptions(verifies: false, registry: registry)
      let value = try deserialize(file, options: options)
      #expect(value == value && value.hashValue == value.hashValue)
      for part in value.table?.values ?? [] {
        guard let tensor = part.tensor else { continue }
        #expect(tensor == tensor && tensor.compacted() == tensor)
        #expect(tensor.compacted().storage.bytes.count <= tensor.storage.bytes.count)
        _ = try? tensor.contiguousBytes(limit: 1 << 20)
      }
      return true
    } catch {
      #expect(error is StowageError || error is CapnProtoError || error is Reservoir.Malformed)
      return false
    }
  }

  @Test(arguments: Format.allCases) func flippedBitsThatNobodyChecks(format: Format) throws {
    let file = try file(format)
    #expect(try use(file))
    var values = 0
    // The numbers themselves stand at the end of files with blobs.
    let end = format == .binary || format == .packed ? file.count - 4400 : file.count
    for place in 0..<end where format != .json && format != .text || place % 41 == 0 {
      for bit in 0..<8 {
        var damaged = file
        damaged[place] ^= 1 << bit
        if try use(damaged) { values += 1 }
      }
    }
    // Some make other values, and so had their way to the very end.
    #expect(values > 0)
  }

  @Test(arguments: [Format.binary, .packed])
  func headersThatSayAnythingUnderARightChecksum(format: Format) throws {
    let file = try file(format)
    let words = file[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    let header = 8 + words * 8
    #expect(try use(sealed(file, header)))
    let extremes: [UInt64] = [
      0, 1, 4096, 1 << 20, 1 << 31, 1 << 32, 1 << 59, 1 << 60, 1 << 62, 1 << 63, .max, .max - 63,
    ]
    for place in stride(from: 8, to: header, by: 8) where place != 24 {
      for extreme in extremes {
        var changed = file
        for byte in 0..<8 {
          changed[place + byte] = UInt8(truncatingIfNeeded: extreme >> (byte * 8))
        }
        _ = try use(sealed(changed, header))
        _ = try? deserialize(sealed(changed, header), options: LoadOptions(registry: registry))
        _ = try? audit(sealed(changed, header))
      }
      for bit in 0..<64 {
        var changed = file
        changed[place + bit / 8] ^= 1 << (bit % 8)
        _ = try use(sealed(changed, header))
      }
    }
  }

  /// Elements of no size take no room in the file, and would take some in memory.
  @Test func metadataWithoutEnd() throws {
    var file = try file(.binary)
    // The list of metadata is empty: a tag that has no elements, of no size.
    let pointer = 88
    let offset = file[pointer..<pointer + 4].reversed().reduce(0) { $0 << 8 | Int($1) } >> 2
    let tag = pointer + 8 + offset * 8
    #expect(file[tag..<tag + 8] == Data(count: 8))
    file[tag + 2] = 0x40
    let words = file[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect {
      try deserialize(
        sealed(file, 8 + words * 8), options: LoadOptions(verifies: false, registry: registry))
    } throws: {
      ($0 as? StowageError)?.code == .invalidContent
    }
  }

  /// A file with the checksum of its header made right.
  private func sealed(_ file: Data, _ header: Int) -> Data {
    var file = file
    for byte in 24..<32 { file[byte] = 0 }
    let checksum = unsafe file.prefix(header).withUnsafeBytes {
      unsafe cchecksum_xxh3_64($0.baseAddress, $0.count)
    }
    for byte in 0..<8 { file[24 + byte] = UInt8(truncatingIfNeeded: checksum >> (byte * 8)) }
    return file
  }
}

import CCapnProto
import CapnProtoPeer
import Testing

/// The ways to pack and unpack that the C header offers.
enum PackingPath: Int32, CaseIterable {
  case best = 0
  case scalar = 1
  case vector = 2
}

/// What a call to the C functions did.
struct PackingOutcome: Equatable {
  enum Status: Int32 {
    case done = 0
    case needsInput = 1
    case runPastEnd = 2
  }

  var read: Int
  var written: Int
  var status: Status?
  /// The output, up to what counts as written.
  var bytes: [UInt8]
  /// The rest of the output, and what lies behind it.
  var rest: [UInt8]
  var behind: [UInt8]
}

/// Stands for memory that no call may touch.
let untouched: UInt8 = 0xa5

/// Packs from and to memory that is `shift` bytes off a word's boundary.
func pack(
  _ words: [UInt8], capacity: Int, path: PackingPath = .best, shift: Int = 0
) -> PackingOutcome {
  unsafe call(words, room: capacity, fill: untouched, shift: shift, unit: 1) {
    unsafe ccapnp_pack($0, words.count / 8, $1, capacity, path.rawValue, &$2)
  }
}

/// Unpacks from and to memory that is `shift` bytes off a word's boundary.
func unpack(
  _ packed: [UInt8], words: Int, zeroed: Bool = false, path: PackingPath = .best, shift: Int = 0
) -> PackingOutcome {
  unsafe call(packed, room: words * 8, fill: zeroed ? 0 : untouched, shift: shift, unit: 8) {
    unsafe ccapnp_unpack($0, packed.count, $1, words, zeroed ? 1 : 0, path.rawValue, &$2)
  }
}

private func call(
  _ input: [UInt8], room: Int, fill: UInt8, shift: Int, unit: Int,
  _ body: (UnsafeRawPointer, UnsafeMutableRawPointer, inout ccapnp_packing_progress) -> Int32
) -> PackingOutcome {
  let shifted = [UInt8](repeating: untouched, count: shift) + input
  var output = [UInt8](repeating: fill, count: shift + room)
  output += [UInt8](repeating: untouched, count: 64)
  var progress = ccapnp_packing_progress()
  let result = unsafe shifted.withUnsafeBytes { from in
    unsafe output.withUnsafeMutableBytes { to in
      unsafe body(from.baseAddress! + shift, to.baseAddress! + shift, &progress)
    }
  }
  #expect(result == 0)
  #expect(output.prefix(shift).allSatisfy { $0 == fill })
  let split = shift + progress.written * unit
  return PackingOutcome(
    read: progress.read, written: progress.written,
    status: PackingOutcome.Status(rawValue: progress.status),
    bytes: Array(output[shift..<split]), rest: Array(output[split..<shift + room]),
    behind: Array(output[(shift + room)...]))
}

/// The number of words that a packed message unpacks to, nil if it is malformed.
func measureUnpacked(_ packed: [UInt8]) -> Int? {
  var words = 0
  return unsafe ccapnp_measure_unpacked(packed, packed.count, &words) == 0 ? words : nil
}

/// Packs with libcapnp's own packer.
func libcapnpPack(_ words: [UInt8]) -> [UInt8] {
  let aligned = stride(from: 0, to: words.count, by: 8).map { start in
    words[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  }
  var packed = [UInt8](repeating: 0, count: aligned.count * 10 + 10)
  let size = unsafe peer_libcapnp_pack(aligned, aligned.count, &packed, packed.count)
  return Array(packed.prefix(size))
}

/// Unpacks with libcapnp's own unpacker; nil if it refuses the input.
func libcapnpUnpack(_ packed: [UInt8], words: Int) -> (read: Int, bytes: [UInt8])? {
  var bytes = [UInt8](repeating: 0, count: words * 8)
  let read = unsafe peer_libcapnp_unpack(packed, packed.count, &bytes, words)
  return read < 0 ? nil : (read, bytes)
}

import CapnProto
import Foundation

/// The bytes of a framed message, made by hand from the words of its segments.
func frame(_ segments: [UInt64]...) -> [UInt8] {
  var table = [UInt32(segments.count - 1)] + segments.map { UInt32($0.count) }
  if table.count % 2 == 1 { table.append(0) }
  return table.flatMap(\.littleEndianBytes) + segments.joined().flatMap(\.littleEndianBytes)
}

/// A message of one segment, made by hand from its words, the root pointer first.
func message(_ words: UInt64..., options: ReaderOptions = ReaderOptions()) throws -> Message {
  try Message(frame(words), options: options)
}

/// The words of pointers, as they lie on the wire.
enum Pointer {
  /// A pointer to a struct that starts so many words behind the pointer's end.
  static func structure(offset: Int = 0, data: Int, pointers: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: offset << 2)) | UInt64(data) << 32 | UInt64(pointers) << 48
  }

  /// A pointer to a list; a composite list counts words in place of elements.
  static func list(offset: Int = 0, _ size: ElementSize, count: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: offset << 2 | 1))
      | UInt64(size.rawValue) << 32 | UInt64(count) << 35
  }

  /// The word before the elements of a composite list.
  static func tag(count: Int, data: Int, pointers: Int) -> UInt64 {
    structure(offset: count, data: data, pointers: pointers)
  }

  /// A pointer to a landing pad in a segment.
  static func far(segment: Int, offset: Int, isDouble: Bool = false) -> UInt64 {
    UInt64(segment) << 32 | UInt64(offset) << 3 | (isDouble ? 4 : 0) | 2
  }

  /// A pointer to a capability.
  static func capability(_ index: Int) -> UInt64 { UInt64(index) << 32 | 3 }
}

extension FixedWidthInteger {
  /// The bytes, the least significant one first.
  var littleEndianBytes: [UInt8] {
    (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) }
  }
}

/// A pointer as it stands in a message: one word.
struct PointerWord {
  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  @inline(__always)
  init(at address: UnsafeRawPointer) {
    bits = unsafe address.loadUnaligned(as: UInt64.self)
  }

  @inline(__always)
  var isNull: Bool { bits == 0 }

  @inline(__always)
  var isStruct: Bool { bits & 3 == 0 }

  @inline(__always)
  var isList: Bool { bits & 3 == 1 }

  /// A far pointer to a word that is the pointer proper; one to two words is left to libcapnp.
  @inline(__always)
  var isSingleFar: Bool { bits & 7 == 2 }

  /// The segment that a far pointer leads to, by its number.
  @inline(__always)
  var farSegment: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }

  /// The place in that segment, in bytes from its start: less than 2^32.
  @inline(__always)
  var farOffset: Int { Int(truncatingIfNeeded: (bits & 0xffff_fff8)) }

  /// The words between the end of the pointer and what it leads to, before or after it.
  @inline(__always)
  var offset: Int { Int(Int32(truncatingIfNeeded: bits) >> 2) }

  /// The address that a struct or list pointer leads to.
  ///
  /// Addresses have far fewer than 63 bits, and the offset in bytes has 33, so the sum is exact.
  @inline(__always)
  func target(from address: UnsafeRawPointer) -> Int {
    Int(bitPattern: address) + 8 + offset * 8
  }

  // MARK: Of a struct pointer, or of the tag before the elements of a struct list

  @inline(__always)
  var dataWords: Int { Int(truncatingIfNeeded: (bits >> 32) & 0xffff) }

  @inline(__always)
  var pointerCount: UInt16 { UInt16(truncatingIfNeeded: bits >> 48) }

  /// The number of elements, of a tag.
  @inline(__always)
  var tagCount: Int { Int(truncatingIfNeeded: (bits & 0xffff_ffff) >> 2) }

  // MARK: Of a list pointer

  @inline(__always)
  var elementSize: UInt8 { UInt8(truncatingIfNeeded: (bits >> 32) & 7) }

  /// The number of elements, or of words for a list of structs: less than 2^29.
  @inline(__always)
  var listCount: Int { Int(truncatingIfNeeded: bits >> 35) }
}

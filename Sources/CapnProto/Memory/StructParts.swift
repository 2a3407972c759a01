// Where things lie in memory. Parts own nothing and are copied for free; a view is parts together
// with the arena that keeps the memory alive. Calls into libcapnp give parts, and the view is put
// together in the caller, so that the optimizer sees that the arena need not be retained each time.
//
// For the same reason the small numbers are packed into words: the optimizer takes apart only
// structs of at most six fields, and the view of a list element has to be one of those, or each
// element would cost a retain and a release.

/// The numbers of a struct in one word: the bits of its data in the low half, then the number of its
/// pointers, and the levels that may still be followed.
@frozen @usableFromInline struct StructSizes: BitwiseCopyable {
  @usableFromInline let word: UInt64

  @inlinable @inline(__always)
  init(word: UInt64) { self.word = word }

  @inlinable @inline(__always)
  init(dataBits: UInt32, pointerCount: UInt16, nesting: UInt16) {
    word = UInt64(dataBits) | UInt64(pointerCount) << 32 | UInt64(nesting) << 48
  }

  @inlinable @inline(__always)
  var dataBits: UInt { UInt(truncatingIfNeeded: word & 0xffff_ffff) }

  @inlinable @inline(__always)
  var pointerCount: UInt { UInt(truncatingIfNeeded: (word >> 32) & 0xffff) }

  @inlinable @inline(__always)
  var nesting: UInt16 { UInt16(truncatingIfNeeded: word >> 48) }
}

/// Where a struct lies.
@unsafe @usableFromInline struct StructParts: BitwiseCopyable {
  @usableFromInline let segment: SegmentRef?
  @usableFromInline let data: UnsafeRawPointer?
  @usableFromInline let pointers: UnsafeRawPointer?
  @usableFromInline let sizes: StructSizes

  @inlinable @inline(__always)
  init(
    segment: SegmentRef?, data: UnsafeRawPointer?, pointers: UnsafeRawPointer?,
    sizes: StructSizes
  ) {
    unsafe self.segment = segment
    unsafe self.data = data
    unsafe self.pointers = pointers
    unsafe self.sizes = sizes
  }

  /// The scalar at an index in units of its own size, or the default beyond the data section.
  @inlinable @inline(__always)
  func scalar<T: Scalar>(at index: Int, mask: T.Bits) -> T {
    guard unsafe UInt(bitPattern: index) < sizes.dataBits / UInt(T.Bits.bitWidth) else {
      return T(_bits: mask)
    }
    let bits = unsafe data.unsafelyUnwrapped.loadUnaligned(
      fromByteOffset: index &* MemoryLayout<T.Bits>.size, as: T.Bits.self)
    return T(_bits: bits ^ mask)
  }

  /// The bit at an index, or the default beyond the data section.
  @inlinable @inline(__always)
  func bool(at index: Int, mask: Bool) -> Bool {
    guard unsafe UInt(bitPattern: index) < sizes.dataBits else { return mask }
    let byte = unsafe data.unsafelyUnwrapped.load(fromByteOffset: index >> 3, as: UInt8.self)
    return ((byte >> UInt8(truncatingIfNeeded: index & 7)) & 1 == 1) != mask
  }

  /// The address of a pointer, or nil beyond the pointer section.
  @inlinable @inline(__always)
  func slot(_ index: Int) -> UnsafeRawPointer? {
    guard unsafe UInt(bitPattern: index) < sizes.pointerCount else { return nil }
    return unsafe pointers.unsafelyUnwrapped + index &* 8
  }

  /// Whether a pointer is there and not null.
  @inlinable @inline(__always)
  func has(_ index: Int) -> Bool {
    guard let slot = unsafe slot(index) else { return false }
    return unsafe slot.loadUnaligned(as: UInt64.self) != 0
  }
}

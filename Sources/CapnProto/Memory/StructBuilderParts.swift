/// Where a struct that is being built lies.
@unsafe @usableFromInline struct StructBuilderParts: BitwiseCopyable {
  @usableFromInline let segment: SegmentRef?
  @usableFromInline let data: UnsafeMutableRawPointer?
  @usableFromInline let pointers: UnsafeMutableRawPointer?
  @usableFromInline let sizes: StructSizes

  @inlinable @inline(__always)
  init(
    segment: SegmentRef?, data: UnsafeMutableRawPointer?,
    pointers: UnsafeMutableRawPointer?, sizes: StructSizes
  ) {
    unsafe self.segment = segment
    unsafe self.data = data
    unsafe self.pointers = pointers
    unsafe self.sizes = sizes
  }

  /// The same struct for reading scalars.
  @inlinable @inline(__always)
  var reading: StructParts {
    unsafe StructParts(segment: nil, data: data, pointers: pointers, sizes: sizes)
  }

  /// Sets a scalar.
  ///
  /// A field beyond the end of the struct is left alone: the struct was reached with a smaller
  /// layout than the field's own, and has no place for it.
  @inlinable @inline(__always)
  func setScalar<T: Scalar>(_ value: T, at index: Int, mask: T.Bits) {
    guard unsafe UInt(bitPattern: index) < sizes.dataBits / UInt(T.Bits.bitWidth) else { return }
    unsafe data.unsafelyUnwrapped.storeBytes(
      of: value._bits ^ mask, toByteOffset: index &* MemoryLayout<T.Bits>.size, as: T.Bits.self)
  }

  @inlinable @inline(__always)
  func setBool(_ value: Bool, at index: Int, mask: Bool) {
    guard unsafe UInt(bitPattern: index) < sizes.dataBits else { return }
    let byte = unsafe data.unsafelyUnwrapped + index >> 3
    let bit = UInt8(1) << UInt8(truncatingIfNeeded: index & 7)
    let old = unsafe byte.load(as: UInt8.self)
    unsafe byte.storeBytes(of: value != mask ? old | bit : old & ~bit, as: UInt8.self)
  }

  @inlinable @inline(__always)
  func slot(_ index: Int) -> UnsafeMutableRawPointer? {
    guard unsafe UInt(bitPattern: index) < sizes.pointerCount else { return nil }
    return unsafe pointers.unsafelyUnwrapped + index &* 8
  }
}

/// Where a list that is being built lies.
@unsafe @usableFromInline struct ListBuilderParts: BitwiseCopyable {
  @usableFromInline let segment: SegmentRef?
  @usableFromInline let data: UnsafeMutableRawPointer?
  @usableFromInline let sizes: ListSizes

  @inlinable @inline(__always)
  init(segment: SegmentRef?, data: UnsafeMutableRawPointer?, sizes: ListSizes) {
    unsafe self.segment = segment
    unsafe self.data = data
    unsafe self.sizes = sizes
  }

  // As in ListParts, the caller has checked the index.

  /// The same list for reading scalars.
  @inlinable @inline(__always)
  var reading: ListParts { unsafe ListParts(segment: nil, data: data, sizes: sizes) }

  @inlinable @inline(__always)
  func address(_ index: Int) -> UnsafeMutableRawPointer {
    unsafe data.unsafelyUnwrapped + (sizes.stepBits &* index) >> 3
  }

  @inlinable @inline(__always)
  func pointer(_ index: Int) -> UnsafeMutableRawPointer {
    unsafe address(index) + sizes.pointerOffset
  }

  @inlinable @inline(__always)
  func setScalar<T: Scalar>(_ value: T, _ index: Int) {
    unsafe address(index).storeBytes(of: value._bits, as: T.Bits.self)
  }

  @inlinable @inline(__always)
  func setBool(_ value: Bool, _ index: Int) {
    let at = unsafe sizes.stepBits &* index
    let byte = unsafe data.unsafelyUnwrapped + at >> 3
    let bit = UInt8(1) << UInt8(truncatingIfNeeded: at & 7)
    let old = unsafe byte.load(as: UInt8.self)
    unsafe byte.storeBytes(of: value ? old | bit : old & ~bit, as: UInt8.self)
  }

  @inlinable @inline(__always)
  func structure(_ index: Int) -> StructBuilderParts {
    let element = unsafe address(index)
    return unsafe StructBuilderParts(
      segment: segment, data: element, pointers: element + sizes.pointerOffset,
      sizes: sizes.ofStruct)
  }
}

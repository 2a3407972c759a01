/// Where a list that is being built lies.
@unsafe @usableFromInline struct ListBuilderParts: BitwiseCopyable {
  @usableFromInline var segment: UnsafeMutableRawPointer?
  @usableFromInline var data: UnsafeMutableRawPointer?
  @usableFromInline var count: UInt32
  @usableFromInline var stepBits: UInt32
  @usableFromInline var structDataBits: UInt32
  @usableFromInline var structPointers: UInt16
  @usableFromInline var elementSize: UInt8

  @inlinable @inline(__always)
  init(
    segment: UnsafeMutableRawPointer?, data: UnsafeMutableRawPointer?, count: UInt32,
    stepBits: UInt32, structDataBits: UInt32, structPointers: UInt16, elementSize: UInt8
  ) {
    unsafe self.segment = segment
    unsafe self.data = data
    unsafe self.count = count
    unsafe self.stepBits = stepBits
    unsafe self.structDataBits = structDataBits
    unsafe self.structPointers = structPointers
    unsafe self.elementSize = elementSize
  }

  // As in ListParts, the caller has checked the index.

  /// The same list for reading scalars.
  @inlinable @inline(__always)
  var reading: ListParts {
    unsafe ListParts(
      segment: nil, data: data, count: count, stepBits: stepBits,
      structDataBits: structDataBits, structPointers: structPointers, elementSize: elementSize,
      nesting: .max)
  }

  @inlinable @inline(__always)
  func address(_ index: Int) -> UnsafeMutableRawPointer {
    unsafe data.unsafelyUnwrapped + (Int(stepBits) &* index) / 8
  }

  @inlinable @inline(__always)
  func setScalar<T: Scalar>(_ value: T, _ index: Int) {
    unsafe address(index).storeBytes(of: value._bits, as: T.Bits.self)
  }

  @inlinable @inline(__always)
  func setBool(_ value: Bool, _ index: Int) {
    let at = unsafe Int(stepBits) &* index
    let byte = unsafe data.unsafelyUnwrapped + at >> 3
    let bit = UInt8(1) << UInt8(truncatingIfNeeded: at & 7)
    let old = unsafe byte.load(as: UInt8.self)
    unsafe byte.storeBytes(of: value ? old | bit : old & ~bit, as: UInt8.self)
  }

  @inlinable @inline(__always)
  func structure(_ index: Int) -> StructBuilderParts {
    let element = unsafe address(index)
    return unsafe StructBuilderParts(
      segment: segment, data: element, pointers: element + Int(structDataBits / 8),
      dataBits: structDataBits, pointerCount: structPointers)
  }
}

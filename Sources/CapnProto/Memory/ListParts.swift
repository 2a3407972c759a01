/// Where a list lies.
@unsafe @usableFromInline struct ListParts: BitwiseCopyable {
  @usableFromInline var segment: UnsafeRawPointer?
  @usableFromInline var data: UnsafeRawPointer?
  @usableFromInline var count: UInt32
  @usableFromInline var stepBits: UInt32
  @usableFromInline var structDataBits: UInt32
  @usableFromInline var structPointers: UInt16
  @usableFromInline var elementSize: UInt8
  @usableFromInline var nesting: Int32

  @inlinable @inline(__always)
  init(
    segment: UnsafeRawPointer?, data: UnsafeRawPointer?, count: UInt32, stepBits: UInt32,
    structDataBits: UInt32, structPointers: UInt16, elementSize: UInt8, nesting: Int32
  ) {
    unsafe self.segment = segment
    unsafe self.data = data
    unsafe self.count = count
    unsafe self.stepBits = stepBits
    unsafe self.structDataBits = structDataBits
    unsafe self.structPointers = structPointers
    unsafe self.elementSize = elementSize
    unsafe self.nesting = nesting
  }

  // The functions below take an index that the caller has checked against `count`. That elements
  // are large enough for what is read was checked by libcapnp when the list was reached. A list has
  // less than 2^29 elements and a step of less than 2^23 bits, so nothing here can overflow.

  @inlinable @inline(__always)
  func address(_ index: Int) -> UnsafeRawPointer {
    unsafe data.unsafelyUnwrapped + (Int(stepBits) &* index) / 8
  }

  @inlinable @inline(__always)
  func scalar<T: Scalar>(_ index: Int) -> T {
    unsafe T(_bits: address(index).loadUnaligned(as: T.Bits.self))
  }

  @inlinable @inline(__always)
  func bool(_ index: Int) -> Bool {
    let bit = unsafe Int(stepBits) &* index
    let byte = unsafe data.unsafelyUnwrapped.load(fromByteOffset: bit >> 3, as: UInt8.self)
    return (byte >> UInt8(truncatingIfNeeded: bit & 7)) & 1 == 1
  }

  @inlinable @inline(__always)
  func structure(_ index: Int) -> StructParts {
    let element = unsafe address(index)
    return unsafe StructParts(
      segment: segment, data: element, pointers: element + Int(structDataBits / 8),
      dataBits: structDataBits, pointerCount: structPointers, nesting: nesting &- 1)
  }
}

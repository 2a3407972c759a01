/// The numbers of a list: its count and the step between elements in the one word; what the elements
/// are when they are read as structs, and how they are laid out, in the other.
@frozen @usableFromInline struct ListSizes: BitwiseCopyable {
  @usableFromInline let extent: UInt64
  @usableFromInline let elements: UInt64

  @inlinable @inline(__always)
  init(
    count: UInt32, stepBits: UInt32, structDataBits: UInt32, structPointers: UInt16,
    elementSize: UInt8, nesting: UInt16
  ) {
    extent = UInt64(count) | UInt64(stepBits) << 32
    elements =
      UInt64(structDataBits) | UInt64(elementSize) << 24 | UInt64(structPointers) << 32
      | UInt64(nesting) << 48
  }

  @inlinable @inline(__always)
  var count: Int { Int(truncatingIfNeeded: extent & 0xffff_ffff) }

  @inlinable @inline(__always)
  var stepBits: Int { Int(truncatingIfNeeded: extent >> 32) }

  // A struct has at most 65535 words of data, which is less than 2^23 bits.
  @inlinable @inline(__always)
  var structDataBits: Int { Int(truncatingIfNeeded: elements & 0xff_ffff) }

  @inlinable @inline(__always)
  var elementSize: UInt8 { UInt8(truncatingIfNeeded: elements >> 24) }

  @inlinable @inline(__always)
  var structPointers: UInt16 { UInt16(truncatingIfNeeded: elements >> 32) }

  @inlinable @inline(__always)
  var nesting: UInt16 { UInt16(truncatingIfNeeded: elements >> 48) }

  /// The sizes of each element as a struct: one level deeper, without the layout of the list.
  @inlinable @inline(__always)
  var ofStruct: StructSizes {
    StructSizes(word: (elements & 0xffff_ffff_00ff_ffff) &- (1 << 48))
  }
}

/// Where a list lies.
@unsafe @usableFromInline struct ListParts: BitwiseCopyable {
  @usableFromInline let segment: UnsafeRawPointer?
  @usableFromInline let data: UnsafeRawPointer?
  @usableFromInline let sizes: ListSizes

  @inlinable @inline(__always)
  init(segment: UnsafeRawPointer?, data: UnsafeRawPointer?, sizes: ListSizes) {
    unsafe self.segment = segment
    unsafe self.data = data
    unsafe self.sizes = sizes
  }

  // The functions below take an index that the caller has checked against `count`. That elements
  // are large enough for what is read was checked by libcapnp when the list was reached. A list has
  // less than 2^29 elements and a step of less than 2^23 bits, so nothing here can overflow.

  @inlinable @inline(__always)
  func address(_ index: Int) -> UnsafeRawPointer {
    unsafe data.unsafelyUnwrapped + (sizes.stepBits &* index) >> 3
  }

  @inlinable @inline(__always)
  func scalar<T: Scalar>(_ index: Int) -> T {
    unsafe T(_bits: address(index).loadUnaligned(as: T.Bits.self))
  }

  /// The address of a pointer.
  ///
  /// In a list of structs that is read as a list of pointers, each struct's data comes before its
  /// first pointer. In any other list of pointers there is no data.
  @inlinable @inline(__always)
  func slot(_ index: Int) -> UnsafeRawPointer {
    unsafe address(index) + sizes.structDataBits >> 3
  }

  @inlinable @inline(__always)
  func bool(_ index: Int) -> Bool {
    let bit = unsafe sizes.stepBits &* index
    let byte = unsafe data.unsafelyUnwrapped.load(fromByteOffset: bit >> 3, as: UInt8.self)
    return (byte >> UInt8(truncatingIfNeeded: bit & 7)) & 1 == 1
  }

  @inlinable @inline(__always)
  func structure(_ index: Int) -> StructParts {
    let element = unsafe address(index)
    return unsafe StructParts(
      segment: segment, data: element, pointers: element + sizes.structDataBits >> 3,
      sizes: sizes.ofStruct)
  }
}

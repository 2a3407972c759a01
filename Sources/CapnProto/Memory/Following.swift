// Following a pointer for reading. What is common is done here, in a few instructions: a pointer
// within one segment, or through a word of another one that was met before, to an object of the
// expected kind. Everything else goes to libcapnp: null pointers, segments that are new, lists that
// schema evolution made something else of, zero-sized elements, and whatever is wrong, so that there
// is one source of errors.
//
// This bypasses libcapnp's own checks, so it makes the same: the object lies within the segment, its
// words are counted against the traversal limit, and the nesting limit is not used up.

extension SegmentRef? {
  /// Whether an object lies within the segment, and may be read.
  ///
  /// The count is of whole words, less than 2^30, so that nothing here can overflow.
  @inline(__always)
  private func mayRead(_ words: Int, at target: Int) -> Bool {
    guard let segment = self else { return false }
    let start = UInt(bitPattern: target)
    let bounds = unsafe segment.control.pointee.bounds
    guard start >= bounds.lowerBound, start <= bounds.upperBound else { return false }
    guard UInt(bitPattern: words) <= (bounds.upperBound - start) / 8 else { return false }
    return unsafe segment.spend(words)
  }

  /// Where the pointer proper stands that a far pointer leads to, if its segment is at hand.
  @inline(__always)
  private func landing(_ word: PointerWord) -> (segment: SegmentRef?, address: UnsafeRawPointer)? {
    guard word.isSingleFar, let found = unsafe self?.known(word.farSegment) else { return nil }
    let segment = unsafe Optional(found)
    let address = unsafe Int(bitPattern: found.control.pointee.start) + word.farOffset
    guard unsafe segment.mayRead(1, at: address) else { return nil }
    return unsafe (segment, UnsafeRawPointer(bitPattern: address).unsafelyUnwrapped)
  }

  @usableFromInline
  func followStruct(
    _ pointer: UnsafeRawPointer?, _ nesting: Int32, _ defaultWords: UnsafeRawPointer?
  ) throws(CapnProtoError) -> StructParts {
    if let address = unsafe pointer, nesting > 0 {
      let word = unsafe PointerWord(at: address)
      if let parts = unsafe nearStruct(word, address, nesting) { return unsafe parts }
      if let (segment, address) = unsafe landing(word) {
        let word = unsafe PointerWord(at: address)
        if let parts = unsafe segment.nearStruct(word, address, nesting) { return unsafe parts }
      }
    }
    return unsafe try followStructByLibrary(pointer, nesting, defaultWords)
  }

  /// The struct that a pointer in the same segment leads to.
  @inline(__always)
  private func nearStruct(
    _ word: PointerWord, _ address: UnsafeRawPointer, _ nesting: Int32
  ) -> StructParts? {
    guard word.isStruct, !word.isNull else { return nil }
    let target = unsafe word.target(from: address)
    let dataWords = word.dataWords
    guard unsafe mayRead(dataWords + Int(word.pointerCount), at: target) else { return nil }
    let data = unsafe UnsafeRawPointer(bitPattern: target)
    return unsafe StructParts(
      segment: self, data: data, pointers: data.unsafelyUnwrapped + dataWords * 8,
      sizes: StructSizes(
        dataBits: UInt32(truncatingIfNeeded: dataWords * 64), pointerCount: word.pointerCount,
        nesting: StructSizes.levels(nesting - 1)))
  }

  /// Follows a pointer to a list; `elementSize` nil takes the list as it is.
  @usableFromInline
  func followList(
    _ pointer: UnsafeRawPointer?, _ nesting: Int32, _ elementSize: ElementSize?,
    _ defaultWords: UnsafeRawPointer?
  ) throws(CapnProtoError) -> ListParts {
    if let address = unsafe pointer, nesting > 1, let elementSize {
      let word = unsafe PointerWord(at: address)
      if let parts = unsafe nearList(word, address, nesting, elementSize) { return unsafe parts }
      if let (segment, address) = unsafe landing(word) {
        let word = unsafe PointerWord(at: address)
        if let parts = unsafe segment.nearList(word, address, nesting, elementSize) {
          return unsafe parts
        }
      }
    }
    return unsafe try followListByLibrary(pointer, nesting, elementSize, defaultWords)
  }

  /// The list that a pointer in the same segment leads to.
  @inline(__always)
  private func nearList(
    _ word: PointerWord, _ address: UnsafeRawPointer, _ nesting: Int32, _ elementSize: ElementSize
  ) -> ListParts? {
    guard word.isList, word.elementSize == elementSize.rawValue else { return nil }
    let target = unsafe word.target(from: address)
    let sizes =
      elementSize == .composite
      ? unsafe structListSizes(word, at: target, nesting)
      : unsafe scalarListSizes(word, at: target, nesting)
    guard let sizes else { return nil }
    let data = UInt(bitPattern: target) + (elementSize == .composite ? 8 : 0)
    return unsafe ListParts(
      segment: self, data: UnsafeRawPointer(bitPattern: data), sizes: sizes)
  }

  /// The sizes of a list of structs, whose tag says what the elements are.
  @inline(__always)
  private func structListSizes(
    _ word: PointerWord, at target: Int, _ nesting: Int32
  ) -> ListSizes? {
    let words = word.listCount
    guard unsafe mayRead(words + 1, at: target) else { return nil }
    let tag = unsafe PointerWord(
      at: UnsafeRawPointer(bitPattern: target).unsafelyUnwrapped)
    let step = tag.dataWords + Int(tag.pointerCount)
    // At most 2^30 elements of less than 2^17 words each.
    guard tag.isStruct, step > 0, tag.tagCount * step <= words else { return nil }
    return ListSizes(
      count: UInt32(truncatingIfNeeded: tag.tagCount),
      stepBits: UInt32(truncatingIfNeeded: step * 64),
      structDataBits: UInt32(truncatingIfNeeded: tag.dataWords * 64),
      structPointers: tag.pointerCount, elementSize: ElementSize.composite.rawValue,
      nesting: StructSizes.levels(nesting - 1))
  }

  /// The sizes of a list of scalars, bits or pointers.
  @inline(__always)
  private func scalarListSizes(
    _ word: PointerWord, at target: Int, _ nesting: Int32
  ) -> ListSizes? {
    // Bits for each element size. Lists of Void take no words and are left to libcapnp, which
    // counts them against the limit all the same.
    let bits: Int
    switch word.elementSize {
    case 1: bits = 1
    case 2: bits = 8
    case 3: bits = 16
    case 4: bits = 32
    case 5, 6: bits = 64
    default: return nil
    }
    guard unsafe mayRead((word.listCount * bits + 63) / 64, at: target) else { return nil }
    let isPointer = word.elementSize == ElementSize.pointer.rawValue
    return ListSizes(
      count: UInt32(truncatingIfNeeded: word.listCount),
      stepBits: UInt32(truncatingIfNeeded: bits),
      structDataBits: isPointer ? 0 : UInt32(truncatingIfNeeded: bits),
      structPointers: isPointer ? 1 : 0, elementSize: word.elementSize,
      nesting: StructSizes.levels(nesting - 1))
  }

  @usableFromInline
  func followText(
    _ pointer: UnsafeRawPointer?, _ nesting: Int32,
    _ defaultWords: UnsafeRawPointer?
  ) throws(CapnProtoError) -> UnsafeRawBufferPointer {
    if let bytes = unsafe nearBytes(pointer), bytes.count > 0, unsafe bytes[bytes.count - 1] == 0 {
      return unsafe UnsafeRawBufferPointer(start: bytes.baseAddress, count: bytes.count - 1)
    }
    return unsafe try followTextByLibrary(pointer, nesting, defaultWords)
  }

  @usableFromInline
  func followBytes(
    _ pointer: UnsafeRawPointer?, _ nesting: Int32,
    _ defaultWords: UnsafeRawPointer?
  ) throws(CapnProtoError) -> UnsafeRawBufferPointer {
    if let bytes = unsafe nearBytes(pointer) { return unsafe bytes }
    return unsafe try followBytesByLibrary(pointer, nesting, defaultWords)
  }

  /// The bytes of a list of bytes in the same segment.
  @inline(__always)
  private func nearBytes(_ pointer: UnsafeRawPointer?) -> UnsafeRawBufferPointer? {
    guard let address = unsafe pointer else { return nil }
    let word = unsafe PointerWord(at: address)
    if let (segment, address) = unsafe landing(word) {
      return unsafe segment.nearBytes(PointerWord(at: address), address)
    }
    return unsafe nearBytes(word, address)
  }

  @inline(__always)
  private func nearBytes(
    _ word: PointerWord, _ address: UnsafeRawPointer
  ) -> UnsafeRawBufferPointer? {
    guard word.isList, word.elementSize == ElementSize.byte.rawValue else { return nil }
    let target = unsafe word.target(from: address)
    guard unsafe mayRead((word.listCount + 7) / 8, at: target) else { return nil }
    return unsafe UnsafeRawBufferPointer(
      start: UnsafeRawPointer(bitPattern: target), count: word.listCount)
  }
}

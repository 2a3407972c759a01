internal import CCapnProto

// Following a pointer as libcapnp does it. Each of these asks it a second time after a failure, to
// hear why: the way that succeeds is spared an error struct.

extension SegmentRef? {
  /// The arena, for making errors.
  ///
  /// Default values have none, and give none.
  private var arena: Arena {
    unsafe self?.control.pointee.arena ?? DefaultPointer.arena
  }

  private func shim(_ pointer: UnsafeRawPointer?, _ nesting: Int32) -> ccapnp_pointer_reader {
    unsafe ccapnp_pointer_reader(
      segment: self?.control.pointee.reader, pointer: pointer, nesting: nesting)
  }

  /// Counts what libcapnp found here too.
  ///
  /// It keeps a count of its own, and were the two not joined, twice as much as the limit could be
  /// read. A null pointer leads to a default, which is free.
  private func charge(_ words: Int, _ pointer: UnsafeRawPointer?) throws(CapnProtoError) {
    guard let segment = self, let pointer = unsafe pointer,
      unsafe !PointerWord(at: pointer).isNull
    else { return }
    guard unsafe segment.spend(words) else { throw unsafe arena.limitFailure(at: pointer) }
  }

  @inline(never)
  func followStructByLibrary(
    _ pointer: UnsafeRawPointer?, _ nesting: Int32,
    _ defaultWords: UnsafeRawPointer?
  ) throws(CapnProtoError) -> StructParts {
    var from = unsafe shim(pointer, nesting)
    var to = unsafe ccapnp_struct_reader()
    guard unsafe ccapnp_pointer_read_struct(&from, defaultWords, &to, nil) == 0 else {
      throw unsafe arena.readFailure(from) {
        unsafe ccapnp_pointer_read_struct(&$0, defaultWords, &to, &$1)
      }
    }
    unsafe try charge(Int(to.data_bits) / 64 + Int(to.pointer_count), pointer)
    return unsafe StructParts(to, from: self)
  }

  /// Follows a pointer to a list; `elementSize` nil takes the list as it is.
  @inline(never)
  func followListByLibrary(
    _ pointer: UnsafeRawPointer?, _ nesting: Int32,
    _ elementSize: ElementSize?, _ defaultWords: UnsafeRawPointer?
  ) throws(CapnProtoError) -> ListParts {
    let wish = elementSize.map { Int32($0.rawValue) } ?? Int32(CCAPNP_ELEMENT_ANY)
    var from = unsafe shim(pointer, nesting)
    var to = unsafe ccapnp_list_reader()
    guard unsafe ccapnp_pointer_read_list(&from, wish, defaultWords, &to, nil) == 0 else {
      throw unsafe arena.readFailure(from) {
        unsafe ccapnp_pointer_read_list(&$0, wish, defaultWords, &to, &$1)
      }
    }
    // libcapnp checks this for each element of a struct list; here it is checked once.
    if elementSize == .composite, unsafe to.nesting <= 0, unsafe to.count > 0 {
      throw unsafe arena.nestingFailure(at: pointer)
    }
    let bits = unsafe Int(to.count) * Int(to.step_bits)
    // Elements without a size count as a word each.
    unsafe try charge(bits == 0 ? Int(to.count) : (bits + 63) / 64, pointer)
    return unsafe ListParts(to, from: self)
  }

  @inline(never)
  func followTextByLibrary(
    _ pointer: UnsafeRawPointer?, _ nesting: Int32,
    _ defaultWords: UnsafeRawPointer?
  ) throws(CapnProtoError) -> UnsafeRawBufferPointer {
    var from = unsafe shim(pointer, nesting)
    var to = unsafe ccapnp_blob()
    guard unsafe ccapnp_pointer_read_text(&from, defaultWords, &to, nil) == 0 else {
      throw unsafe arena.readFailure(from) {
        unsafe ccapnp_pointer_read_text(&$0, defaultWords, &to, &$1)
      }
    }
    unsafe try charge((to.size + 7) / 8, pointer)
    return unsafe UnsafeRawBufferPointer(start: to.data, count: to.size)
  }

  @inline(never)
  func followBytesByLibrary(
    _ pointer: UnsafeRawPointer?, _ nesting: Int32,
    _ defaultWords: UnsafeRawPointer?
  ) throws(CapnProtoError) -> UnsafeRawBufferPointer {
    var from = unsafe shim(pointer, nesting)
    var to = unsafe ccapnp_blob()
    guard unsafe ccapnp_pointer_read_data(&from, defaultWords, &to, nil) == 0 else {
      throw unsafe arena.readFailure(from) {
        unsafe ccapnp_pointer_read_data(&$0, defaultWords, &to, &$1)
      }
    }
    unsafe try charge((to.size + 7) / 8, pointer)
    return unsafe UnsafeRawBufferPointer(start: to.data, count: to.size)
  }
}

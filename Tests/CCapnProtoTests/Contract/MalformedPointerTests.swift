import CCapnProto
import Testing

/// Malformed pointers of each kind, through every function that follows one.
@Suite struct MalformedPointerTests {
  /// Results of calls: 0 or `FAILED`, nothing else, and what failed left its result alone.
  private func tries<R: BitwiseCopyable>(
    _ results: inout [Int32], _ result: R.Type,
    _ call: (UnsafeMutablePointer<R>, UnsafeMutablePointer<ccapnp_error>?) -> Int32
  ) {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: MemoryLayout<R>.stride, alignment: 16)
    defer { unsafe memory.deallocate() }
    for index in memory.indices { unsafe memory[index] = untouched }
    let pointer = unsafe memory.baseAddress!.assumingMemoryBound(to: R.self)
    var error = unsafe ccapnp_error()
    let code = unsafe call(pointer, &error)
    #expect(code == CCAPNP_OK || code == CCAPNP_ERROR_FAILED || code == CCAPNP_ERROR_UNIMPLEMENTED)
    if code != CCAPNP_OK {
      unsafe #expect(memory.allSatisfy { $0 == untouched })
      unsafe #expect(error.kind == code)
      unsafe ccapnp_error_clear(&error)
    }
    results.append(code)
  }

  private func read(_ pointer: ccapnp_pointer_reader, _ results: inout [Int32]) {
    var pointer = unsafe pointer
    unsafe tries(&results, Int32.self) { unsafe ccapnp_pointer_kind(&pointer, $0, $1) }
    unsafe tries(&results, ccapnp_blob.self) {
      unsafe ccapnp_pointer_read_text(&pointer, nil, $0, $1)
    }
    unsafe tries(&results, ccapnp_blob.self) {
      unsafe ccapnp_pointer_read_data(&pointer, nil, $0, $1)
    }
    unsafe tries(&results, ccapnp_struct_reader.self) {
      unsafe ccapnp_pointer_read_struct(&pointer, nil, $0, $1)
    }
    for size in CCAPNP_ELEMENT_VOID...CCAPNP_ELEMENT_ANY {
      unsafe tries(&results, ccapnp_list_reader.self) {
        unsafe ccapnp_pointer_read_list(&pointer, Int32(size), nil, $0, $1)
      }
    }
    unsafe tries(&results, (UInt64, UInt32).self) {
      unsafe ccapnp_pointer_total_size(&pointer, &$0.pointee.0, &$0.pointee.1, $1)
    }
    unsafe tries(&results, Int32.self) { unsafe ccapnp_pointer_equal(&pointer, &pointer, $0, $1) }
  }

  private func copy(_ pointer: ccapnp_pointer_reader, _ results: inout [Int32]) {
    var pointer = unsafe pointer
    let builder = ShimBuilder(firstSegmentWords: 4, growth: CCAPNP_GROWTH_FIXED)
    defer { withExtendedLifetime(builder) {} }
    var target = unsafe builder.root
    for canonical: Int32 in [0, 1] {
      unsafe tries(&results, UInt8.self) {
        unsafe ccapnp_pointer_set(&target, &pointer, canonical, $1)
      }
    }
    var orphan: OpaquePointer?
    if unsafe ccapnp_orphan_copy(builder.handle, &pointer, &orphan, nil) == CCAPNP_OK {
      unsafe ccapnp_orphan_destroy(orphan)
    }
    var list = unsafe ccapnp_list_reader()
    for size in CCAPNP_ELEMENT_VOID...CCAPNP_ELEMENT_ANY
    where unsafe ccapnp_pointer_read_list(&pointer, Int32(size), nil, &list, nil) == CCAPNP_OK {
      unsafe tries(&results, UInt8.self) { unsafe ccapnp_pointer_set_list(&target, &list, $1) }
      unsafe tries(&results, (UInt64, UInt32).self) {
        unsafe ccapnp_list_total_size(&list, &$0.pointee.0, &$0.pointee.1, $1)
      }
      unsafe tries(&results, Int32.self) { unsafe ccapnp_list_equal(&list, &list, $0, $1) }
      var joined: OpaquePointer?
      if unsafe ccapnp_orphan_concat(
        builder.handle, Int32(min(size, 7)), 1, 1, &list, 1, &joined, nil) == 0
      {
        unsafe ccapnp_orphan_destroy(joined)
      }
    }
    var object = unsafe ccapnp_struct_reader()
    if unsafe ccapnp_pointer_read_struct(&pointer, nil, &object, nil) == CCAPNP_OK {
      unsafe tries(&results, UInt8.self) { unsafe ccapnp_pointer_set_struct(&target, &object, $1) }
      var copy = unsafe ccapnp_struct_builder()
      unsafe #expect(ccapnp_pointer_init_struct(&target, 1, 1, &copy, nil) == CCAPNP_OK)
      unsafe tries(&results, UInt8.self) { unsafe ccapnp_struct_copy_content(&copy, &object, $1) }
    }
  }

  @Test(arguments: MalformedPointers.all.indices)
  func everyFunction(index: Int) {
    let words = [MalformedPointers.rootOfOnePointer] + MalformedPointers.all[index].words
    let message = ShimMessage([words])
    defer { withExtendedLifetime(message) {} }
    var root = unsafe message.root
    var results: [Int32] = []
    unsafe read(root, &results)
    unsafe copy(root, &results)
    var object = unsafe ccapnp_struct_reader()
    unsafe expectSuccess { unsafe ccapnp_pointer_read_struct(&root, nil, &object, $0) }
    unsafe read(object.pointer(0), &results)
    unsafe copy(object.pointer(0), &results)
    let name = MalformedPointers.all[index].name
    #expect(results.contains { $0 != CCAPNP_OK }, "nothing is wrong with \(name)")
  }

  @Test func nestingLimit() {
    // A struct whose one pointer leads to itself.
    let message = ShimMessage(
      [[MalformedPointers.rootOfOnePointer, 1 << 48 | 0xffff_fffc]], nesting: 10)
    defer { withExtendedLifetime(message) {} }
    var pointer = unsafe message.root
    var object = unsafe ccapnp_struct_reader()
    for _ in 0..<10 {
      unsafe expectSuccess { unsafe ccapnp_pointer_read_struct(&pointer, nil, &object, $0) }
      unsafe pointer = unsafe object.pointer(0)
    }
    unsafe expectFailure(CCAPNP_ERROR_FAILED, leaving: ccapnp_struct_reader.self) {
      unsafe ccapnp_pointer_read_struct(&pointer, nil, $0, $1)
    }
  }

  // Nobody's stack is deep enough for what a limit of any height allows.
  @Test func depthIsBoundedWhateverTheLimit() {
    let message = ShimMessage(
      [[MalformedPointers.rootOfOnePointer, 1 << 48 | 0xffff_fffc]], traversalWords: 1 << 40,
      nesting: .max)
    defer { withExtendedLifetime(message) {} }
    var root = unsafe message.root
    unsafe expectFailure(CCAPNP_ERROR_FAILED, leaving: (UInt64, UInt32).self) {
      unsafe ccapnp_pointer_total_size(&root, &$0.pointee.0, &$0.pointee.1, $1)
    }
    unsafe expectFailure(CCAPNP_ERROR_FAILED, leaving: Int32.self) {
      unsafe ccapnp_pointer_equal(&root, &root, $0, $1)
    }
    let builder = ShimBuilder()
    defer { withExtendedLifetime(builder) {} }
    var target = unsafe builder.root
    unsafe expectFailure(CCAPNP_ERROR_FAILED, leaving: UInt8.self) {
      unsafe ccapnp_pointer_set(&target, &root, 0, $1)
    }
  }

  @Test func traversalLimit() {
    let message = ShimMessage([[5 << 32, 1, 2, 3, 4, 5]], traversalWords: 14, nesting: 64)
    defer { withExtendedLifetime(message) {} }
    var root = unsafe message.root
    var object = unsafe ccapnp_struct_reader()
    for _ in 0..<2 {
      unsafe expectSuccess { unsafe ccapnp_pointer_read_struct(&root, nil, &object, $0) }
    }
    unsafe expectFailure(CCAPNP_ERROR_FAILED, leaving: ccapnp_struct_reader.self) {
      unsafe ccapnp_pointer_read_struct(&root, nil, $0, $1)
    }
  }
}

import CCapnProto
import Testing

/// Each function where it does what it is for, as far as no other test shows that.
@Suite struct SuccessTests {
  @Test func destroyingNothing() {
    ccapnp_message_destroy(nil)
    ccapnp_builder_destroy(nil)
    ccapnp_orphan_destroy(nil)
    ccapnp_free(nil)
    ccapnp_error_clear(nil)
    var empty = unsafe ccapnp_error()
    unsafe ccapnp_error_clear(&empty)
  }

  @Test func version() {
    // 0.9.2 at least, as the shim does not compile otherwise.
    #expect(ccapnp_version() >= 9_002)
    #expect(ccapnp_has_vector_packing() == 0 || ccapnp_has_vector_packing() == 1)
  }

  @Test func builders() {
    var handle: OpaquePointer?
    unsafe expectSuccess {
      unsafe ccapnp_builder_create(8, Int32(CCAPNP_GROWTH_DOUBLING), &handle, $0)
    }
    defer { unsafe ccapnp_builder_destroy(handle) }
    var root = unsafe ccapnp_pointer_builder()
    var count = -1
    unsafe expectSuccess { unsafe ccapnp_builder_segment_count(handle, &count, $0) }
    #expect(count == 0)
    unsafe expectSuccess { unsafe ccapnp_builder_root(handle, &root, $0) }
    unsafe expectSuccess { unsafe ccapnp_builder_segment_count(handle, &count, $0) }
    #expect(count == 1)
    var segment = unsafe ccapnp_segment()
    unsafe expectSuccess { unsafe ccapnp_builder_segment(handle, 0, &segment, $0) }
    unsafe #expect(segment.count == 1)
    var isCanonical: Int32 = -1
    var object = unsafe ccapnp_struct_builder()
    unsafe expectSuccess { unsafe ccapnp_pointer_init_struct(&root, 1, 0, &object, $0) }
    unsafe object.data.storeBytes(of: 5, as: UInt64.self)
    unsafe expectSuccess { unsafe ccapnp_builder_is_canonical(handle, &isCanonical, $0) }
    #expect(isCanonical == 1)
  }

  @Test func resetGivesZeroedMemoryAgain() {
    let builder = ShimBuilder(firstSegmentWords: 64)
    defer { withExtendedLifetime(builder) {} }
    let first = unsafe builder.root.pointer
    for _ in 0..<3 {
      var root = unsafe builder.root
      var blob = unsafe ccapnp_mutable_blob()
      unsafe expectSuccess { unsafe ccapnp_pointer_init_data(&root, 300, &blob, $0) }
      for index in unsafe 0..<blob.size {
        unsafe #expect(blob.data.load(fromByteOffset: index, as: UInt8.self) == 0)
      }
      unsafe blob.data.initializeMemory(as: UInt8.self, repeating: 0xee, count: 300)
      unsafe expectSuccess { unsafe ccapnp_pointer_init_data(&root, 5000, &blob, $0) }
      unsafe expectSuccess { unsafe ccapnp_builder_reset(builder.handle, $0) }
      unsafe expectSuccess { unsafe ccapnp_builder_root(builder.handle, &builder.root, $0) }
      unsafe #expect(builder.root.pointer == first)
      #expect(builder.segments == [[0]])
    }
  }

  @Test func kindsAndClearing() {
    let builder = ShimBuilder()
    defer { withExtendedLifetime(builder) {} }
    var root = unsafe builder.root
    func kind() -> Int {
      var kind: Int32 = -1
      unsafe expectSuccess { unsafe ccapnp_builder_pointer_kind(&root, &kind, $0) }
      return Int(kind)
    }
    #expect(kind() == CCAPNP_POINTER_NULL)
    var object = unsafe ccapnp_struct_builder()
    unsafe expectSuccess { unsafe ccapnp_pointer_init_struct(&root, 1, 1, &object, $0) }
    #expect(kind() == CCAPNP_POINTER_STRUCT)
    unsafe expectSuccess { unsafe ccapnp_pointer_set_text(&root, "hello", 5, $0) }
    #expect(kind() == CCAPNP_POINTER_LIST)
    unsafe expectSuccess { unsafe ccapnp_pointer_clear(&root, $0) }
    #expect(kind() == CCAPNP_POINTER_NULL)
    // What was there is zeroed.
    #expect(builder.segments[0].allSatisfy { $0 == 0 })
  }

  @Test func orphans() {
    let builder = ShimBuilder()
    defer { withExtendedLifetime(builder) {} }
    var root = unsafe builder.root
    var orphan: OpaquePointer?
    unsafe expectSuccess { unsafe ccapnp_orphan_create_text(builder.handle, 3, &orphan, $0) }
    unsafe #expect(ccapnp_orphan_is_null(orphan) == 0)
    var blob = unsafe ccapnp_mutable_blob()
    unsafe expectSuccess { unsafe ccapnp_orphan_edit_text(orphan, &blob, $0) }
    unsafe #expect(blob.size == 3)
    unsafe expectSuccess { unsafe ccapnp_pointer_adopt(&root, orphan, $0) }
    unsafe expectSuccess { unsafe ccapnp_pointer_disown(&root, &orphan, $0) }
    unsafe #expect(ccapnp_orphan_is_null(orphan) == 0)
    unsafe ccapnp_orphan_destroy(orphan)
    unsafe expectSuccess { unsafe ccapnp_pointer_disown(&root, &orphan, $0) }
    unsafe #expect(ccapnp_orphan_is_null(orphan) == 1)
    unsafe ccapnp_orphan_destroy(orphan)

    unsafe expectSuccess { unsafe ccapnp_orphan_create_data(builder.handle, 4, &orphan, $0) }
    unsafe expectSuccess { unsafe ccapnp_orphan_edit_data(orphan, &blob, $0) }
    unsafe #expect(blob.size == 4)
    unsafe ccapnp_orphan_destroy(orphan)

    var object = unsafe ccapnp_struct_builder()
    unsafe expectSuccess { unsafe ccapnp_orphan_create_struct(builder.handle, 2, 1, &orphan, $0) }
    unsafe expectSuccess { unsafe ccapnp_orphan_edit_struct(orphan, 3, 1, &object, $0) }
    unsafe #expect(object.data_bits == 192 && object.pointer_count == 1)
    unsafe ccapnp_orphan_destroy(orphan)

    var list = unsafe ccapnp_list_builder()
    unsafe expectSuccess {
      unsafe ccapnp_orphan_create_struct_list(builder.handle, 2, 1, 0, &orphan, $0)
    }
    unsafe expectSuccess { unsafe ccapnp_orphan_edit_struct_list(orphan, 2, 2, &list, $0) }
    unsafe #expect(list.count == 2 && list.struct_data_bits == 128 && list.struct_pointers == 2)
    unsafe ccapnp_orphan_destroy(orphan)
  }

  @Test func editing() {
    let builder = ShimBuilder()
    defer { withExtendedLifetime(builder) {} }
    var root = unsafe builder.root
    var object = unsafe ccapnp_struct_builder()
    unsafe expectSuccess { unsafe ccapnp_pointer_init_struct(&root, 1, 0, &object, $0) }
    unsafe object.data.storeBytes(of: 77, as: UInt64.self)
    unsafe expectSuccess { unsafe ccapnp_pointer_edit_struct(&root, 2, 1, nil, &object, $0) }
    unsafe #expect(object.data_bits == 128 && object.pointer_count == 1)
    unsafe #expect(object.data.load(as: UInt64.self) == 77)

    var list = unsafe ccapnp_list_builder()
    unsafe expectSuccess {
      unsafe ccapnp_pointer_init_list(&root, Int32(CCAPNP_ELEMENT_EIGHT_BYTES), 2, &list, $0)
    }
    unsafe list.data.storeBytes(of: 88, toByteOffset: 8, as: UInt64.self)
    unsafe expectSuccess { unsafe ccapnp_pointer_edit_struct_list(&root, 1, 1, nil, &list, $0) }
    unsafe #expect(list.step_bits == 128 && list.element_size == CCAPNP_ELEMENT_COMPOSITE)
    unsafe #expect(list.structure(1).data.load(as: UInt64.self) == 88)
    unsafe expectSuccess {
      unsafe ccapnp_pointer_edit_list(&root, Int32(CCAPNP_ELEMENT_EIGHT_BYTES), nil, &list, $0)
    }
    unsafe #expect(list.count == 2 && list.step_bits == 128)

    // libcapnp's reader of such a list starts behind it.
    unsafe expectSuccess {
      unsafe ccapnp_pointer_edit_list(&root, Int32(CCAPNP_ELEMENT_POINTER), nil, &list, $0)
    }
    for index in 0..<2 {
      var slot = unsafe list.pointer(index)
      unsafe #expect(slot.pointer == list.structure(index).pointers)
      unsafe expectSuccess { unsafe ccapnp_pointer_set_text(&slot, "abc", 3, $0) }
    }
    var reader = unsafe ccapnp_list_reader()
    unsafe expectSuccess { unsafe ccapnp_list_as_reader(&list, &reader, $0) }
    var blob = unsafe ccapnp_blob()
    for index in 0..<2 {
      var slot = unsafe reader.pointer(index)
      unsafe expectSuccess { unsafe ccapnp_pointer_read_text(&slot, nil, &blob, $0) }
      unsafe #expect(blob.size == 3)
    }
    let second = ShimBuilder()
    defer { withExtendedLifetime(second) {} }
    var target = unsafe second.root
    unsafe expectSuccess { unsafe ccapnp_pointer_set_list(&target, &reader, $0) }
    unsafe expectSuccess {
      unsafe ccapnp_pointer_edit_list(&target, Int32(CCAPNP_ELEMENT_POINTER), nil, &list, $0)
    }
    var slot = unsafe list.pointer(1)
    var text = unsafe ccapnp_mutable_blob()
    unsafe expectSuccess { unsafe ccapnp_pointer_edit_text(&slot, nil, &text, $0) }
    unsafe #expect(text.size == 3)
  }

  @Test func defaults() {
    // A message of one list of two bytes, 7 and 8, with a zero behind them.
    let words: [UInt64] = [1 | 2 << 32 | 3 << 35, 0x0008_07]
    unsafe words.withUnsafeBytes { words in
      var reader = unsafe ccapnp_pointer_reader()
      unsafe ccapnp_pointer_trusted(words.baseAddress, &reader)
      var blob = unsafe ccapnp_blob()
      unsafe expectSuccess { unsafe ccapnp_pointer_read_data(&reader, nil, &blob, $0) }
      unsafe #expect(blob.size == 3 && blob.data == words.baseAddress! + 8)
      var null = unsafe ccapnp_pointer_reader(segment: nil, pointer: nil, nesting: 64)
      unsafe expectSuccess { unsafe ccapnp_pointer_read_text(&null, words.baseAddress, &blob, $0) }
      unsafe #expect(blob.size == 2)

      let builder = ShimBuilder()
      defer { withExtendedLifetime(builder) {} }
      var root = unsafe builder.root
      var copy = unsafe ccapnp_mutable_blob()
      unsafe expectSuccess { unsafe ccapnp_pointer_edit_text(&root, words.baseAddress, &copy, $0) }
      unsafe #expect(copy.size == 2 && copy.data.load(as: UInt8.self) == 7)
      unsafe expectSuccess { unsafe ccapnp_pointer_clear(&root, $0) }
      unsafe expectSuccess { unsafe ccapnp_pointer_edit_data(&root, words.baseAddress, &copy, $0) }
      unsafe #expect(copy.size == 3)
    }
  }

  @Test func canonical() {
    // A struct of two words, the second of them zero.
    let message = ShimMessage(2 << 32, 5, 0)
    defer { withExtendedLifetime(message) {} }
    var root = unsafe message.root
    var object = unsafe ccapnp_struct_reader()
    unsafe expectSuccess { unsafe ccapnp_pointer_read_struct(&root, nil, &object, $0) }
    var words: UnsafeMutableRawPointer?
    var count = 0
    unsafe expectSuccess { unsafe ccapnp_struct_canonicalize(&object, &words, &count, $0) }
    defer { unsafe ccapnp_free(words) }
    #expect(count == 2)
    unsafe #expect(words!.load(as: UInt64.self) == 1 << 32)
    unsafe #expect(words!.load(fromByteOffset: 8, as: UInt64.self) == 5)
    let segments = unsafe [
      ccapnp_segment(words: words, count: count),
      ccapnp_segment(words: message.words.baseAddress, count: 3),
    ]
    for unsafe(segment, expected) in unsafe zip(segments, [1, 0] as [Int32]) {
      var result: Int32 = -1
      unsafe expectSuccess {
        unsafe ccapnp_message_is_canonical([segment], 1, 100, 64, &result, $0)
      }
      #expect(result == expected)
    }
  }
}

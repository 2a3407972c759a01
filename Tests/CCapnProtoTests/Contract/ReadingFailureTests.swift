import CCapnProto
import Testing

/// Each function that reads, where it fails.
@Suite struct ReadingFailureTests {
  private func openFailure(_ kind: Int, _ segments: [ccapnp_segment]) {
    unsafe expectFailure(kind, leaving: (OpaquePointer?, ccapnp_pointer_reader).self) {
      result, error in
      unsafe ccapnp_message_open(
        segments, segments.count, 100, 64, &result.pointee.0, &result.pointee.1, error)
    }
    unsafe expectFailure(kind, leaving: Int32.self) {
      unsafe ccapnp_message_is_canonical(segments, segments.count, 100, 64, $0, $1)
    }
  }

  @Test func segments() {
    let words = [UInt64](repeating: 0, count: 4)
    unsafe words.withUnsafeBytes { words in
      let start = words.baseAddress!
      unsafe openFailure(CCAPNP_ERROR_ARGUMENT, [])
      unsafe openFailure(CCAPNP_ERROR_ARGUMENT, [ccapnp_segment(words: start + 4, count: 1)])
      unsafe openFailure(
        CCAPNP_ERROR_ARGUMENT,
        [ccapnp_segment(words: start, count: 1), ccapnp_segment(words: start + 1, count: 1)])
      unsafe openFailure(CCAPNP_ERROR_TOO_LARGE, [ccapnp_segment(words: start, count: 1 << 29)])
      unsafe openFailure(CCAPNP_ERROR_TOO_LARGE, [ccapnp_segment(words: start, count: .max)])
      let one = unsafe ccapnp_segment(words: start, count: 1)
      unsafe openFailure(CCAPNP_ERROR_TOO_LARGE, Array(repeating: one, count: 512))
    }
  }

  @Test func most511Segments() {
    let message = ShimMessage(Array(repeating: [0], count: 511))
    defer { withExtendedLifetime(message) {} }
    var root = unsafe message.root
    var kind: Int32 = -1
    unsafe expectSuccess { unsafe ccapnp_pointer_kind(&root, &kind, $0) }
    #expect(kind == Int32(CCAPNP_POINTER_NULL))
  }

  @Test func withoutWords() {
    // There is no root pointer.
    unsafe openFailure(CCAPNP_ERROR_FAILED, [ccapnp_segment(words: nil, count: 0)])
  }

  @Test func pointersBeyondTheEnd() {
    let message = ShimMessage(MalformedPointers.rootOfOnePointer, MalformedPointers.beyondTheEnd)
    defer { withExtendedLifetime(message) {} }
    var root = unsafe message.root
    var object = unsafe ccapnp_struct_reader()
    unsafe expectSuccess { unsafe ccapnp_pointer_read_struct(&root, nil, &object, $0) }
    var pointer = unsafe object.pointer(0)
    let failed = CCAPNP_ERROR_FAILED
    unsafe expectFailure(failed, leaving: ccapnp_struct_reader.self) {
      unsafe ccapnp_pointer_read_struct(&pointer, nil, $0, $1)
    }
    for size in CCAPNP_ELEMENT_VOID...CCAPNP_ELEMENT_ANY {
      unsafe expectFailure(failed, leaving: ccapnp_list_reader.self) {
        unsafe ccapnp_pointer_read_list(&pointer, Int32(size), nil, $0, $1)
      }
    }
    unsafe expectFailure(failed, leaving: ccapnp_blob.self) {
      unsafe ccapnp_pointer_read_text(&pointer, nil, $0, $1)
    }
    unsafe expectFailure(failed, leaving: ccapnp_blob.self) {
      unsafe ccapnp_pointer_read_data(&pointer, nil, $0, $1)
    }
    unsafe expectFailure(failed, leaving: (UInt64, UInt32).self) {
      unsafe ccapnp_pointer_total_size(&pointer, &$0.pointee.0, &$0.pointee.1, $1)
    }
    unsafe expectFailure(failed, leaving: Int32.self) {
      unsafe ccapnp_pointer_equal(&pointer, &pointer, $0, $1)
    }
    let nowhere = ShimMessage(9 << 32 | 2)
    defer { withExtendedLifetime(nowhere) {} }
    var far = unsafe nowhere.root
    unsafe expectFailure(failed, leaving: Int32.self) { unsafe ccapnp_pointer_kind(&far, $0, $1) }
  }

  @Test func structsThatLeadBeyondTheEnd() {
    let message = ShimMessage(MalformedPointers.rootOfOnePointer, MalformedPointers.beyondTheEnd)
    defer { withExtendedLifetime(message) {} }
    var root = unsafe message.root
    var object = unsafe ccapnp_struct_reader()
    unsafe expectSuccess { unsafe ccapnp_pointer_read_struct(&root, nil, &object, $0) }
    let failed = CCAPNP_ERROR_FAILED
    unsafe expectFailure(failed, leaving: (UInt64, UInt32).self) {
      unsafe ccapnp_struct_total_size(&object, &$0.pointee.0, &$0.pointee.1, $1)
    }
    unsafe expectFailure(failed, leaving: Int32.self) {
      unsafe ccapnp_struct_equal(&object, &object, $0, $1)
    }
    unsafe expectFailure(failed, leaving: (UnsafeMutableRawPointer?, Int).self) {
      unsafe ccapnp_struct_canonicalize(&object, &$0.pointee.0, &$0.pointee.1, $1)
    }
  }

  @Test func listsThatLeadBeyondTheEnd() {
    let message = ShimMessage(1 | 6 << 32 | 1 << 35, MalformedPointers.beyondTheEnd)
    defer { withExtendedLifetime(message) {} }
    var root = unsafe message.root
    var list = unsafe ccapnp_list_reader()
    unsafe expectSuccess {
      unsafe ccapnp_pointer_read_list(&root, Int32(CCAPNP_ELEMENT_POINTER), nil, &list, $0)
    }
    unsafe expectFailure(CCAPNP_ERROR_FAILED, leaving: (UInt64, UInt32).self) {
      unsafe ccapnp_list_total_size(&list, &$0.pointee.0, &$0.pointee.1, $1)
    }
    unsafe expectFailure(CCAPNP_ERROR_FAILED, leaving: Int32.self) {
      unsafe ccapnp_list_equal(&list, &list, $0, $1)
    }
  }

  @Test(arguments: [-1, 9, 255, Int32.max, Int32.min])
  func noSuchElementSize(size: Int32) {
    let message = ShimMessage(1 | 2 << 32)
    defer { withExtendedLifetime(message) {} }
    var root = unsafe message.root
    defer { withExtendedLifetime(message) {} }
    unsafe expectFailure(CCAPNP_ERROR_ARGUMENT, leaving: ccapnp_list_reader.self) {
      unsafe ccapnp_pointer_read_list(&root, size, nil, $0, $1)
    }
  }

  @Test func cutOffPackedBytes() {
    let packed: [UInt8] = [0xff, 1, 2]
    var words = 77
    unsafe #expect(ccapnp_measure_unpacked(packed, packed.count, &words) == CCAPNP_ERROR_FAILED)
    #expect(words == 77)
  }
}

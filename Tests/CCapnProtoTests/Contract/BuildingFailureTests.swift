import CCapnProto
import Testing

/// Each function that builds, where it fails.
@Suite struct BuildingFailureTests {
  private let most = 1 << 29 - 1

  @Test func tooLarge() {
    let builder = ShimBuilder()
    defer { withExtendedLifetime(builder) {} }
    var root = unsafe builder.root
    let tooLarge = CCAPNP_ERROR_TOO_LARGE
    for count in [most + 1, Int.max] {
      for size in CCAPNP_ELEMENT_VOID...CCAPNP_ELEMENT_POINTER {
        unsafe expectFailure(tooLarge, leaving: ccapnp_list_builder.self) {
          unsafe ccapnp_pointer_init_list(&root, Int32(size), count, $0, $1)
        }
        unsafe expectFailure(tooLarge, leaving: OpaquePointer?.self) {
          unsafe ccapnp_orphan_create_list(builder.handle, Int32(size), count, $0, $1)
        }
      }
      unsafe expectFailure(tooLarge, leaving: ccapnp_list_builder.self) {
        unsafe ccapnp_pointer_init_struct_list(&root, count, 0, 0, $0, $1)
      }
      unsafe expectFailure(tooLarge, leaving: OpaquePointer?.self) {
        unsafe ccapnp_orphan_create_struct_list(builder.handle, count, 1, 1, $0, $1)
      }
    }
    unsafe expectFailure(tooLarge, leaving: ccapnp_list_builder.self) {
      unsafe ccapnp_pointer_init_struct_list(&root, 1 << 14, 0xffff, 0xffff, $0, $1)
    }
    for size in [most, most + 1, Int.max] {
      unsafe expectFailure(tooLarge, leaving: ccapnp_mutable_blob.self) {
        unsafe ccapnp_pointer_init_text(&root, size, $0, $1)
      }
      unsafe expectFailure(tooLarge, leaving: ccapnp_mutable_blob.self) {
        unsafe ccapnp_pointer_init_data(&root, size, $0, $1)
      }
      unsafe expectFailure(tooLarge, leaving: OpaquePointer?.self) {
        unsafe ccapnp_orphan_create_text(builder.handle, size, $0, $1)
      }
      unsafe expectFailure(tooLarge, leaving: OpaquePointer?.self) {
        unsafe ccapnp_orphan_create_data(builder.handle, size, $0, $1)
      }
      // The bytes are not looked at.
      unsafe expectFailure(tooLarge, leaving: UInt8.self) {
        unsafe ccapnp_pointer_set_text(&root, $0, size, $1)
      }
      unsafe expectFailure(tooLarge, leaving: UInt8.self) {
        unsafe ccapnp_pointer_set_data(&root, $0, size, $1)
      }
    }
    #expect(builder.segments == [[0]])
  }

  // libcapnp's own builder makes messages that no reader takes (see also capnproto#2170).
  @Test func more511Segments() {
    let builder = ShimBuilder(firstSegmentWords: 1, growth: CCAPNP_GROWTH_FIXED)
    defer { withExtendedLifetime(builder) {} }
    var root = unsafe builder.root
    var list = unsafe ccapnp_list_builder()
    unsafe expectSuccess {
      unsafe ccapnp_pointer_init_list(&root, Int32(CCAPNP_ELEMENT_POINTER), 600, &list, $0)
    }
    var object = unsafe ccapnp_struct_builder()
    var made = 0
    while made < 600 {
      var slot = unsafe list.pointer(made)
      if unsafe ccapnp_pointer_init_struct(&slot, 1, 0, &object, nil) != CCAPNP_OK { break }
      made += 1
    }
    #expect(builder.segments.count == CCAPNP_MAX_SEGMENTS)
    #expect(made == CCAPNP_MAX_SEGMENTS - 2)
    var slot = unsafe list.pointer(made)
    let tooLarge = CCAPNP_ERROR_TOO_LARGE
    unsafe expectFailure(tooLarge, leaving: ccapnp_struct_builder.self) {
      unsafe ccapnp_pointer_init_struct(&slot, 1, 0, $0, $1)
    }
    unsafe expectFailure(tooLarge, leaving: OpaquePointer?.self) {
      unsafe ccapnp_orphan_create_struct(builder.handle, 1, 0, $0, $1)
    }
    unsafe expectFailure(tooLarge, leaving: UInt8.self) {
      unsafe ccapnp_pointer_set_text(&slot, $0, 1, $1)
    }
    // What was built before is as it was.
    let message = ShimMessage(builder.segments)
    unsafe #expect(message.root.pointer != nil)
    withExtendedLifetime(message) {}
  }

  @Test func objectsOfAnotherKind() {
    let builder = ShimBuilder()
    defer { withExtendedLifetime(builder) {} }
    var root = unsafe builder.root
    var list = unsafe ccapnp_list_builder()
    let failed = CCAPNP_ERROR_FAILED
    unsafe expectSuccess {
      unsafe ccapnp_pointer_init_list(&root, Int32(CCAPNP_ELEMENT_BIT), 9, &list, $0)
    }
    unsafe expectFailure(failed, leaving: ccapnp_struct_builder.self) {
      unsafe ccapnp_pointer_edit_struct(&root, 1, 1, nil, $0, $1)
    }
    unsafe expectFailure(failed, leaving: ccapnp_list_builder.self) {
      unsafe ccapnp_pointer_edit_list(&root, Int32(CCAPNP_ELEMENT_BYTE), nil, $0, $1)
    }
    unsafe expectFailure(failed, leaving: ccapnp_list_builder.self) {
      unsafe ccapnp_pointer_edit_struct_list(&root, 1, 1, nil, $0, $1)
    }
    unsafe expectFailure(failed, leaving: ccapnp_mutable_blob.self) {
      unsafe ccapnp_pointer_edit_text(&root, nil, $0, $1)
    }
    unsafe expectFailure(failed, leaving: ccapnp_mutable_blob.self) {
      unsafe ccapnp_pointer_edit_data(&root, nil, $0, $1)
    }
  }

  @Test func orphansOfAnotherKind() {
    let builder = ShimBuilder()
    defer { withExtendedLifetime(builder) {} }
    var orphan: OpaquePointer?
    let failed = CCAPNP_ERROR_FAILED
    unsafe expectSuccess {
      unsafe ccapnp_orphan_create_list(builder.handle, Int32(CCAPNP_ELEMENT_BIT), 9, &orphan, $0)
    }
    defer { unsafe ccapnp_orphan_destroy(orphan) }
    unsafe expectFailure(failed, leaving: ccapnp_struct_builder.self) {
      unsafe ccapnp_orphan_edit_struct(orphan, 1, 1, $0, $1)
    }
    unsafe expectFailure(failed, leaving: ccapnp_list_builder.self) {
      unsafe ccapnp_orphan_edit_list(orphan, Int32(CCAPNP_ELEMENT_BYTE), $0, $1)
    }
    unsafe expectFailure(failed, leaving: ccapnp_list_builder.self) {
      unsafe ccapnp_orphan_edit_struct_list(orphan, 1, 1, $0, $1)
    }
    unsafe expectFailure(failed, leaving: ccapnp_mutable_blob.self) {
      unsafe ccapnp_orphan_edit_text(orphan, $0, $1)
    }
    unsafe expectFailure(failed, leaving: ccapnp_mutable_blob.self) {
      unsafe ccapnp_orphan_edit_data(orphan, $0, $1)
    }
  }

  @Test(arguments: [-1, 7, 8, 255, Int32.max, Int32.min])
  func noSuchElementSize(size: Int32) {
    let builder = ShimBuilder()
    defer { withExtendedLifetime(builder) {} }
    var root = unsafe builder.root
    let argument = CCAPNP_ERROR_ARGUMENT
    unsafe expectFailure(argument, leaving: ccapnp_list_builder.self) {
      unsafe ccapnp_pointer_init_list(&root, size, 1, $0, $1)
    }
    unsafe expectFailure(argument, leaving: OpaquePointer?.self) {
      unsafe ccapnp_orphan_create_list(builder.handle, size, 1, $0, $1)
    }
    guard size != CCAPNP_ELEMENT_ANY else { return }
    unsafe expectFailure(argument, leaving: ccapnp_list_builder.self) {
      unsafe ccapnp_pointer_edit_list(&root, size, nil, $0, $1)
    }
    var orphan: OpaquePointer?
    unsafe expectSuccess { unsafe ccapnp_orphan_create_data(builder.handle, 1, &orphan, $0) }
    unsafe expectFailure(argument, leaving: ccapnp_list_builder.self) {
      unsafe ccapnp_orphan_edit_list(orphan, size, $0, $1)
    }
    unsafe ccapnp_orphan_destroy(orphan)
    guard size != CCAPNP_ELEMENT_COMPOSITE else { return }
    unsafe expectFailure(argument, leaving: OpaquePointer?.self) {
      unsafe ccapnp_orphan_concat(builder.handle, size, 0, 0, nil, 0, $0, $1)
    }
  }

  @Test func noSuchSegment() {
    let builder = ShimBuilder()
    defer { withExtendedLifetime(builder) {} }
    for index in [1, Int.max] {
      unsafe expectFailure(CCAPNP_ERROR_ARGUMENT, leaving: ccapnp_segment.self) {
        unsafe ccapnp_builder_segment(builder.handle, index, $0, $1)
      }
    }
  }

  @Test func orphanOfAnotherMessage() {
    let builder = ShimBuilder()
    defer { withExtendedLifetime(builder) {} }
    let other = ShimBuilder()
    defer { withExtendedLifetime(other) {} }
    var root = unsafe builder.root
    for _ in 0..<2 {
      var orphan: OpaquePointer?
      unsafe expectSuccess { unsafe ccapnp_orphan_create_struct(other.handle, 3, 3, &orphan, $0) }
      var error = unsafe ccapnp_error()
      unsafe #expect(ccapnp_pointer_adopt(&root, orphan, &error) == CCAPNP_ERROR_FAILED)
      unsafe #expect(error.kind == CCAPNP_ERROR_FAILED)
      unsafe ccapnp_error_clear(&error)
      unsafe expectSuccess { unsafe ccapnp_orphan_create_struct(other.handle, 3, 3, &orphan, $0) }
      unsafe #expect(ccapnp_pointer_adopt(&root, orphan, nil) == CCAPNP_ERROR_FAILED)
    }
    #expect(builder.segments == [[0]])
  }

  @Test func copiesOfWhatLeadsBeyondTheEnd() {
    let message = ShimMessage(MalformedPointers.rootOfOnePointer, MalformedPointers.beyondTheEnd)
    defer { withExtendedLifetime(message) {} }
    var root = unsafe message.root
    var object = unsafe ccapnp_struct_reader()
    unsafe expectSuccess { unsafe ccapnp_pointer_read_struct(&root, nil, &object, $0) }
    let lists = ShimMessage(1 | 6 << 32 | 1 << 35, MalformedPointers.beyondTheEnd)
    defer { withExtendedLifetime(lists) {} }
    var listRoot = unsafe lists.root
    var list = unsafe ccapnp_list_reader()
    unsafe expectSuccess {
      unsafe ccapnp_pointer_read_list(&listRoot, Int32(CCAPNP_ELEMENT_POINTER), nil, &list, $0)
    }

    let builder = ShimBuilder()
    defer { withExtendedLifetime(builder) {} }
    var target = unsafe builder.root
    let failed = CCAPNP_ERROR_FAILED
    unsafe expectFailure(failed, leaving: UInt8.self) {
      unsafe ccapnp_pointer_set_struct(&target, &object, $1)
    }
    unsafe expectFailure(failed, leaving: UInt8.self) {
      unsafe ccapnp_pointer_set_list(&target, &list, $1)
    }
    for canonical: Int32 in [0, 1] {
      unsafe expectFailure(failed, leaving: UInt8.self) {
        unsafe ccapnp_pointer_set(&target, &root, canonical, $1)
      }
    }
    unsafe expectFailure(failed, leaving: OpaquePointer?.self) {
      unsafe ccapnp_orphan_copy(builder.handle, &root, $0, $1)
    }
    unsafe expectFailure(failed, leaving: OpaquePointer?.self) {
      unsafe ccapnp_orphan_concat(
        builder.handle, Int32(CCAPNP_ELEMENT_POINTER), 0, 0, &list, 1, $0, $1)
    }
    var copy = unsafe ccapnp_struct_builder()
    unsafe expectSuccess { unsafe ccapnp_pointer_init_struct(&target, 0, 1, &copy, $0) }
    unsafe expectFailure(failed, leaving: UInt8.self) {
      unsafe ccapnp_struct_copy_content(&copy, &object, $1)
    }
  }

  // libcapnp takes the table of capabilities for granted, which a message without RPC has not.
  @Test func copiesOfCapabilities() {
    let message = ShimMessage(MalformedPointers.rootOfOnePointer, 5 << 32 | 3)
    defer { withExtendedLifetime(message) {} }
    var root = unsafe message.root
    var object = unsafe ccapnp_struct_reader()
    unsafe expectSuccess { unsafe ccapnp_pointer_read_struct(&root, nil, &object, $0) }
    let builder = ShimBuilder()
    defer { withExtendedLifetime(builder) {} }
    var target = unsafe builder.root
    let unimplemented = CCAPNP_ERROR_UNIMPLEMENTED
    unsafe expectFailure(unimplemented, leaving: UInt8.self) {
      unsafe ccapnp_pointer_set_struct(&target, &object, $1)
    }
    unsafe expectFailure(unimplemented, leaving: UInt8.self) {
      unsafe ccapnp_pointer_set(&target, &root, 0, $1)
    }
    unsafe expectFailure(unimplemented, leaving: OpaquePointer?.self) {
      unsafe ccapnp_orphan_copy(builder.handle, &root, $0, $1)
    }
    unsafe expectFailure(CCAPNP_ERROR_FAILED, leaving: (UnsafeMutableRawPointer?, Int).self) {
      unsafe ccapnp_struct_canonicalize(&object, &$0.pointee.0, &$0.pointee.1, $1)
    }
    var copy = unsafe ccapnp_struct_builder()
    unsafe expectSuccess { unsafe ccapnp_pointer_init_struct(&target, 0, 1, &copy, $0) }
    unsafe expectFailure(unimplemented, leaving: UInt8.self) {
      unsafe ccapnp_struct_copy_content(&copy, &object, $1)
    }

    let lists = ShimMessage(1 | 6 << 32 | 1 << 35, 5 << 32 | 3)
    defer { withExtendedLifetime(lists) {} }
    var listRoot = unsafe lists.root
    var list = unsafe ccapnp_list_reader()
    unsafe expectSuccess {
      unsafe ccapnp_pointer_read_list(&listRoot, Int32(CCAPNP_ELEMENT_POINTER), nil, &list, $0)
    }
    unsafe expectFailure(unimplemented, leaving: UInt8.self) {
      unsafe ccapnp_pointer_set_list(&target, &list, $1)
    }
    unsafe expectFailure(unimplemented, leaving: OpaquePointer?.self) {
      unsafe ccapnp_orphan_concat(
        builder.handle, Int32(CCAPNP_ELEMENT_POINTER), 0, 0, &list, 1, $0, $1)
    }
    var result = Int32(CCAPNP_EQUALITY_EQUAL)
    unsafe expectSuccess { unsafe ccapnp_struct_equal(&object, &object, &result, $0) }
    #expect(result == CCAPNP_EQUALITY_UNKNOWN)
  }
}

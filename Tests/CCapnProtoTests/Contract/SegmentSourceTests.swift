import CCapnProto
import Foundation
import Testing

/// Builders whose segments lie where the caller wants them.
@Suite struct SegmentSourceTests {
  /// Memory of which there is no more than a limit.
  @safe private final class Source {
    let limit: Int
    var taken: [UInt: Int] = [:]
    var asked: [Int] = []

    init(limit: Int) { self.limit = limit }

    var table: ccapnp_segment_source {
      unsafe ccapnp_segment_source(
        context: Unmanaged.passUnretained(self).toOpaque(),
        take: { context, bytes in
          let source = unsafe Unmanaged<Source>.fromOpaque(context!).takeUnretainedValue()
          source.asked.append(bytes)
          guard source.taken.values.reduce(bytes, +) <= source.limit else { return nil }
          let memory = unsafe calloc(bytes, 1)
          source.taken[UInt(bitPattern: memory)] = bytes
          return unsafe memory
        },
        give: { context, memory, bytes in
          let source = unsafe Unmanaged<Source>.fromOpaque(context!).takeUnretainedValue()
          #expect(source.taken.removeValue(forKey: UInt(bitPattern: memory)) == bytes)
          unsafe free(memory)
        })
    }
  }

  private func builder(_ source: Source, words: UInt32) -> OpaquePointer? {
    var handle: OpaquePointer?
    var table = unsafe source.table
    unsafe expectSuccess {
      unsafe ccapnp_builder_create_in(
        &table, words, Int32(CCAPNP_GROWTH_DOUBLING), &handle, $0)
    }
    return unsafe handle
  }

  @Test func givesBackWhatItTook() {
    let source = Source(limit: 1 << 20)
    let handle = unsafe builder(source, words: 16)
    var root = unsafe ccapnp_pointer_builder()
    unsafe expectSuccess { unsafe ccapnp_builder_root(handle, &root, $0) }
    #expect(source.asked == [128])
    var blob = unsafe ccapnp_mutable_blob()
    for size in [100, 1000, 10_000] {
      unsafe expectSuccess { unsafe ccapnp_pointer_init_data(&root, size, &blob, $0) }
    }
    #expect(source.taken.count == 3)
    unsafe expectSuccess { unsafe ccapnp_builder_reset(handle, $0) }
    #expect(source.taken.values.sorted() == [128])
    unsafe ccapnp_builder_destroy(handle)
    #expect(source.taken.isEmpty)
  }

  /// What it would rather have is more than what it needs.
  @Test func takesLessWhereThereIsLess() {
    let source = Source(limit: 2000)
    let handle = unsafe builder(source, words: 128)
    defer { unsafe ccapnp_builder_destroy(handle) }
    var root = unsafe ccapnp_pointer_builder()
    unsafe expectSuccess { unsafe ccapnp_builder_root(handle, &root, $0) }
    var blob = unsafe ccapnp_mutable_blob()
    // It asks for as much as there is by now, and then for half of it.
    unsafe expectSuccess { unsafe ccapnp_pointer_init_data(&root, 1000, &blob, $0) }
    unsafe expectSuccess { unsafe ccapnp_pointer_init_data(&root, 400, &blob, $0) }
    #expect(source.asked == [1024, 1024, 512])
    // This is more than is left.
    unsafe expectFailure(CCAPNP_ERROR_STORAGE, leaving: ccapnp_mutable_blob.self) {
      unsafe ccapnp_pointer_init_data(&root, 1500, $0, $1)
    }
    unsafe expectSuccess { unsafe ccapnp_pointer_init_data(&root, 8, &blob, $0) }
  }

  @Test func failsWithoutAny() {
    let source = Source(limit: 0)
    let handle = unsafe builder(source, words: 8)
    unsafe expectFailure(CCAPNP_ERROR_STORAGE, leaving: ccapnp_pointer_builder.self) {
      unsafe ccapnp_builder_root(handle, $0, $1)
    }
    unsafe ccapnp_builder_destroy(handle)
  }
}

import CCapnProto
import CapnProtoPeer
import Testing

@Suite struct ViewTests {
  /// A random message in one segment or in several, sound or damaged.
  private func segments(_ samples: inout PackingSamples, damaged: Bool) -> [[UInt64]] {
    let words = samples.number(0...1) == 0 ? 1024 : samples.number(1...12)
    let builder = ShimBuilder(firstSegmentWords: UInt32(words), growth: CCAPNP_GROWTH_FIXED)
    defer { withExtendedLifetime(builder) {} }
    var object = RandomObject(samples: samples)
    unsafe object.fill(builder.root, depth: 3)
    samples = object.samples
    var segments = builder.segments
    guard damaged else { return segments }
    for _ in 0...samples.number(0...4) {
      let segment = samples.number(0...segments.count - 1)
      guard !segments[segment].isEmpty else { continue }
      let word = samples.number(0...segments[segment].count - 1)
      segments[segment][word] ^= 1 << UInt64(samples.number(0...63))
    }
    return segments
  }

  @Test(arguments: [false, true])
  func fieldsAreWhatLibcapnpSays(damaged: Bool) {
    var refusals = 0
    for seed in PackingSamples.seeds(150) {
      var samples = PackingSamples(seed: seed)
      let segments = segments(&samples, damaged: damaged)
      let nesting = Int32(samples.number(1...6))
      let limit = UInt64(samples.number(0...3) == 0 ? samples.number(8...80) : 1 << 20)
      let message = ShimMessage(segments, traversalWords: limit, nesting: nesting)
      defer { withExtendedLifetime(message) {} }
      let capacity = 20_000
      let description = ShimDescription(message, depth: 3, capacity: capacity).numbers
      let expected = libcapnpDescription(
        message, sizes: segments.map(\.count), traversalWords: limit, nesting: nesting, depth: 3,
        capacity: capacity)
      #expect(description == expected, "STOWAGE_TEST_SEED=\(seed)")
      refusals += expected.count { $0 == Int64(PEER_REFUSED) }
    }
    #expect(refusals > 0)
  }

  @Test func fieldsOfBuilders() {
    let builder = ShimBuilder()
    defer { withExtendedLifetime(builder) {} }
    var object = unsafe ccapnp_struct_builder()
    unsafe #expect(ccapnp_pointer_init_struct(&builder.root, 2, 3, &object, nil) == CCAPNP_OK)
    unsafe #expect(object.data == builder.root.pointer + 8)
    unsafe #expect(object.pointers == builder.root.pointer + 24)
    unsafe #expect(object.data_bits == 128 && object.pointer_count == 3)

    var list = unsafe ccapnp_list_builder()
    var slot = unsafe object.pointer(0)
    unsafe #expect(ccapnp_pointer_init_struct_list(&slot, 5, 1, 2, &list, nil) == CCAPNP_OK)
    // After the struct comes the tag word.
    unsafe #expect(list.data == object.pointers + 32)
    unsafe #expect(list.count == 5 && list.step_bits == 192 && list.struct_data_bits == 64)
    unsafe #expect(
      list.struct_pointers == 2 && list.element_size == UInt8(CCAPNP_ELEMENT_COMPOSITE))

    unsafe slot = unsafe object.pointer(1)
    for (size, bits) in [0, 1, 8, 16, 32, 64, 64].enumerated() {
      unsafe #expect(ccapnp_pointer_init_list(&slot, Int32(size), 7, &list, nil) == CCAPNP_OK)
      unsafe #expect(list.count == 7 && list.step_bits == UInt32(bits))
      unsafe #expect(list.element_size == UInt8(size))
      unsafe #expect(list.struct_data_bits == (size == CCAPNP_ELEMENT_POINTER ? 0 : UInt32(bits)))
      unsafe #expect(list.struct_pointers == (size == CCAPNP_ELEMENT_POINTER ? 1 : 0))
    }
  }

  @Test func readersOfBuilders() {
    let builder = ShimBuilder()
    defer { withExtendedLifetime(builder) {} }
    var object = unsafe ccapnp_struct_builder()
    unsafe #expect(ccapnp_pointer_init_struct(&builder.root, 2, 3, &object, nil) == CCAPNP_OK)
    var reader = unsafe ccapnp_struct_reader()
    unsafe #expect(ccapnp_struct_as_reader(&object, &reader, nil) == CCAPNP_OK)
    unsafe #expect(reader.data == UnsafeRawPointer(object.data))
    unsafe #expect(reader.pointers == UnsafeRawPointer(object.pointers))
    unsafe #expect(reader.data_bits == 128 && reader.pointer_count == 3)

    var pointer = unsafe ccapnp_pointer_reader()
    var slot = unsafe object.pointer(2)
    unsafe #expect(ccapnp_pointer_as_reader(&slot, &pointer, nil) == CCAPNP_OK)
    unsafe #expect(pointer.pointer == UnsafeRawPointer(slot.pointer))

    var list = unsafe ccapnp_list_builder()
    var listReader = unsafe ccapnp_list_reader()
    unsafe #expect(ccapnp_pointer_init_struct_list(&slot, 4, 1, 1, &list, nil) == CCAPNP_OK)
    unsafe #expect(ccapnp_list_as_reader(&list, &listReader, nil) == CCAPNP_OK)
    unsafe #expect(listReader.data == UnsafeRawPointer(list.data))
    unsafe #expect(listReader.count == 4 && listReader.step_bits == 128)
    unsafe #expect(listReader.struct_data_bits == 64 && listReader.struct_pointers == 1)
    unsafe #expect(listReader.element_size == list.element_size)
  }
}

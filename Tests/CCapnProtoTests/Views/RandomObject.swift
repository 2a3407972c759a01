import CCapnProto

/// Builds objects of all kinds, nested, at random.
struct RandomObject {
  var samples: PackingSamples

  mutating func fill(_ pointer: ccapnp_pointer_builder, depth: Int) {
    var pointer = unsafe pointer
    let children = depth == 0 ? 0 : samples.number(0...4)
    switch samples.number(0...6) {
    case 0: break
    case 1:
      var object = unsafe ccapnp_struct_builder()
      unsafe check(
        ccapnp_pointer_init_struct(
          &pointer, UInt16(samples.number(0...3)), UInt16(children), &object, nil))
      unsafe fill(object, depth: depth)
    case 2:
      var list = unsafe ccapnp_list_builder()
      unsafe check(
        ccapnp_pointer_init_struct_list(
          &pointer, samples.number(0...4), UInt16(samples.number(0...2)), UInt16(children), &list,
          nil))
      for index in unsafe 0..<Int(list.count) { unsafe fill(list.structure(index), depth: depth) }
    case 3:
      let bytes = (0..<samples.number(0...20)).map { _ in UInt8(samples.number(1...255)) }
      unsafe check(ccapnp_pointer_set_text(&pointer, bytes, bytes.count, nil))
    case 4:
      let bytes = (0..<samples.number(0...20)).map { _ in UInt8(samples.number(0...255)) }
      unsafe check(ccapnp_pointer_set_data(&pointer, bytes, bytes.count, nil))
    case 5:
      var list = unsafe ccapnp_list_builder()
      unsafe check(
        ccapnp_pointer_init_list(
          &pointer, Int32(CCAPNP_ELEMENT_POINTER), children, &list, nil))
      for index in 0..<children { unsafe fill(list.pointer(index), depth: depth - 1) }
    default:
      var list = unsafe ccapnp_list_builder()
      let size = Int32(samples.number(CCAPNP_ELEMENT_VOID...CCAPNP_ELEMENT_EIGHT_BYTES))
      unsafe check(ccapnp_pointer_init_list(&pointer, size, samples.number(0...20), &list, nil))
      unsafe fillBytes(list.data, Int(list.count) * Int(list.step_bits) / 8)
    }
  }

  private mutating func fill(_ object: ccapnp_struct_builder, depth: Int) {
    unsafe fillBytes(object.data, Int(object.data_bits) / 8)
    for slot in unsafe 0..<Int(object.pointer_count) {
      unsafe fill(object.pointer(slot), depth: depth - 1)
    }
  }

  private mutating func fillBytes(_ start: UnsafeMutableRawPointer?, _ count: Int) {
    for offset in 0..<count {
      unsafe start!.storeBytes(
        of: UInt8(samples.number(0...255)), toByteOffset: offset, as: UInt8.self)
    }
  }

  private func check(_ code: Int32) { precondition(code == CCAPNP_OK) }
}

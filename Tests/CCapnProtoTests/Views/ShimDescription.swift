import CCapnProto
import CapnProtoPeer

/// Describes a message as `peer_libcapnp_describe` does, by the fields of the shim's views.
struct ShimDescription {
  private(set) var numbers: [Int64] = []
  private let base: UInt
  private let capacity: Int

  init(_ message: ShimMessage, depth: Int, capacity: Int) {
    base = unsafe UInt(bitPattern: message.words.baseAddress!)
    self.capacity = capacity
    unsafe describe(message.root, depth)
  }

  private mutating func note(_ value: some BinaryInteger) {
    if numbers.count < capacity { numbers.append(Int64(truncatingIfNeeded: value)) }
  }

  private mutating func note(place: UnsafeRawPointer?) {
    note(UInt(bitPattern: place) &- base)
  }

  /// Notes what a call gives, or that it was refused.
  private mutating func attempt<R>(
    _ result: R, _ call: (inout R) -> Int32, _ body: (inout Self, R) -> Void
  ) {
    guard numbers.count < capacity else { return }
    var result = result
    if call(&result) == CCAPNP_OK {
      body(&self, result)
    } else {
      note(Int64(PEER_REFUSED))
    }
  }

  private mutating func describe(_ pointer: ccapnp_pointer_reader, _ depth: Int) {
    var pointer = unsafe pointer
    attempt(Int32(0)) {
      unsafe ccapnp_pointer_kind(&pointer, &$0, nil)
    } _: {
      $0.note($1)
    }
    unsafe attempt(ccapnp_blob()) {
      unsafe ccapnp_pointer_read_text(&pointer, nil, &$0, nil)
    } _: {
      unsafe $0.describe($1)
    }
    unsafe attempt(ccapnp_blob()) {
      unsafe ccapnp_pointer_read_data(&pointer, nil, &$0, nil)
    } _: {
      unsafe $0.describe($1)
    }
    unsafe attempt(ccapnp_struct_reader()) {
      unsafe ccapnp_pointer_read_struct(&pointer, nil, &$0, nil)
    } _: {
      unsafe $0.describe($1, depth)
    }
    for size in CCAPNP_ELEMENT_VOID...CCAPNP_ELEMENT_ANY {
      unsafe attempt(ccapnp_list_reader()) {
        unsafe ccapnp_pointer_read_list(&pointer, Int32(size), nil, &$0, nil)
      } _: {
        unsafe $0.describe($1, as: size, depth)
      }
    }
  }

  private mutating func describe(_ blob: ccapnp_blob) {
    unsafe note(blob.size)
    if unsafe blob.size > 0 { unsafe note(place: blob.data) }
  }

  private mutating func describe(_ object: ccapnp_struct_reader, _ depth: Int) {
    unsafe note(object.data_bits)
    unsafe note(object.pointer_count)
    if unsafe object.data_bits >= 8 { unsafe note(place: object.data) }
    if unsafe object.data_bits == 1 { unsafe note(object.data.loadUnaligned(as: UInt8.self) & 1) }
    guard depth > 0 else { return }
    for slot in unsafe 0..<min(Int(object.pointer_count), PEER_MOST_CHILDREN) {
      unsafe describe(object.pointer(slot), depth - 1)
    }
  }

  private mutating func describe(_ list: ccapnp_list_reader, as size: Int, _ depth: Int) {
    unsafe note(list.element_size)
    unsafe note(list.count)
    let wish = unsafe size == CCAPNP_ELEMENT_ANY ? Int(list.element_size) : size
    for index in unsafe 0..<min(Int(list.count), PEER_MOST_CHILDREN) {
      switch wish {
      case CCAPNP_ELEMENT_BIT:
        note(
          unsafe list.data.load(fromByteOffset: index / 8, as: UInt8.self) >> UInt8(index % 8) & 1)
      case CCAPNP_ELEMENT_BYTE: unsafe note(scalar(list, index) as UInt8)
      case CCAPNP_ELEMENT_TWO_BYTES: unsafe note(scalar(list, index) as UInt16)
      case CCAPNP_ELEMENT_FOUR_BYTES: unsafe note(scalar(list, index) as UInt32)
      case CCAPNP_ELEMENT_EIGHT_BYTES: unsafe note(scalar(list, index) as UInt64)
      case CCAPNP_ELEMENT_POINTER where depth > 0: unsafe describe(list.pointer(index), depth - 1)
      case CCAPNP_ELEMENT_COMPOSITE:
        if unsafe list.nesting > 0 {
          unsafe describe(list.structure(index), depth)
        } else {
          note(Int64(PEER_REFUSED))
        }
      default: break
      }
    }
  }

  private func scalar<T: FixedWidthInteger & BitwiseCopyable>(
    _ list: ccapnp_list_reader, _ index: Int
  ) -> T {
    unsafe list.data.loadUnaligned(fromByteOffset: index * Int(list.step_bits) / 8, as: T.self)
  }
}

/// The description that libcapnp itself gives of the same words.
func libcapnpDescription(
  _ message: ShimMessage, sizes: [Int], traversalWords: UInt64, nesting: Int32, depth: Int,
  capacity: Int
) -> [Int64] {
  unsafe Array(unsafeUninitializedCapacity: capacity) { buffer, count in
    count = unsafe peer_libcapnp_describe(
      message.words.baseAddress, sizes, sizes.count, traversalWords, nesting, Int32(depth),
      buffer.baseAddress, capacity)
  }
}

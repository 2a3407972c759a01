internal import CCapnProto
public import Foundation

extension StructReader {
  /// The size of the struct, with all that it leads to.
  public var totalSize: ObjectSize {
    get throws(CapnProtoError) {
      defer { withExtendedLifetime(arena) {} }
      var size = ObjectSize()
      var from = unsafe parts.shim
      try unsafe attempt { error in
        unsafe ccapnp_struct_total_size(&from, &size.words, &size.capabilities, &error)
      }
      return size
    }
  }

  /// Whether two structs are equal, all the way down.
  ///
  /// Throws for structs with capabilities, which cannot be compared.
  public func equals(_ other: StructReader) throws(CapnProtoError) -> Bool {
    defer { withExtendedLifetime((arena, other.arena)) {} }
    var result: Int32 = 0
    var left = unsafe parts.shim
    var right = unsafe other.parts.shim
    try unsafe attempt { error in unsafe ccapnp_struct_equal(&left, &right, &result, &error) }
    return try CapnProtoError.comparison(result)
  }

  /// The canonical form of the struct: one segment without a frame, the same for all equal structs.
  public func canonicalBytes() throws(CapnProtoError) -> Data {
    defer { withExtendedLifetime(arena) {} }
    var words: UnsafeMutableRawPointer?
    var count = 0
    var from = unsafe parts.shim
    try unsafe attempt { error in
      unsafe ccapnp_struct_canonicalize(&from, &words, &count, &error)
    }
    return unsafe Data(
      bytesNoCopy: words.unsafelyUnwrapped, count: count * 8,
      deallocator: .custom { memory, _ in unsafe ccapnp_free(memory) })
  }
}

extension StructReaderView {
  /// The size of the struct, with all that it leads to.
  public var totalSize: ObjectSize {
    get throws(CapnProtoError) { try _raw.totalSize }
  }

  /// Whether two structs are equal, all the way down.
  public func equals(_ other: Self) throws(CapnProtoError) -> Bool {
    try _raw.equals(other._raw)
  }

  /// The canonical form of the struct: one segment without a frame, the same for all equal structs.
  public func canonicalBytes() throws(CapnProtoError) -> Data { try _raw.canonicalBytes() }
}

extension RawListReader {
  /// Whether two lists are equal, all the way down.
  public func equals(_ other: RawListReader) throws(CapnProtoError) -> Bool {
    defer { withExtendedLifetime((arena, other.arena)) {} }
    var result: Int32 = 0
    var left = unsafe parts.shim
    var right = unsafe other.parts.shim
    try unsafe attempt { error in unsafe ccapnp_list_equal(&left, &right, &result, &error) }
    return try CapnProtoError.comparison(result)
  }

  /// The size of the list, with all that it leads to.
  public var totalSize: ObjectSize {
    get throws(CapnProtoError) {
      defer { withExtendedLifetime(arena) {} }
      var size = ObjectSize()
      var from = unsafe parts.shim
      try unsafe attempt { error in
        unsafe ccapnp_list_total_size(&from, &size.words, &size.capabilities, &error)
      }
      return size
    }
  }
}

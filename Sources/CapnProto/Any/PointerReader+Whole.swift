internal import CCapnProto

extension PointerReader {
  @inline(__always)
  var shim: ccapnp_pointer_reader {
    unsafe ccapnp_pointer_reader(
      segment: segment?.control.pointee.reader, pointer: pointer, nesting: nesting)
  }

  /// What kind of object the pointer leads to.
  public var kind: PointerKind {
    get throws(CapnProtoError) {
      defer { withExtendedLifetime(arena) {} }
      var kind: Int32 = 0
      var from = unsafe shim
      guard unsafe ccapnp_pointer_kind(&from, &kind, nil) == 0 else {
        throw unsafe arena.readFailure(from) { unsafe ccapnp_pointer_kind(&$0, &kind, &$1) }
      }
      return PointerKind(kind)
    }
  }

  /// The size of what the pointer leads to, with all that that leads to.
  public var totalSize: ObjectSize {
    get throws(CapnProtoError) {
      defer { withExtendedLifetime(arena) {} }
      var size = ObjectSize()
      var from = unsafe shim
      guard unsafe ccapnp_pointer_total_size(&from, &size.words, &size.capabilities, nil) == 0
      else {
        throw unsafe arena.readFailure(from, allTheWay: true) {
          unsafe ccapnp_pointer_total_size(&$0, &size.words, &size.capabilities, &$1)
        }
      }
      return size
    }
  }

  /// Whether two pointers lead to equal objects, all the way down.
  ///
  /// Throws for objects with capabilities, which cannot be compared.
  public func equals(_ other: PointerReader) throws(CapnProtoError) -> Bool {
    defer { withExtendedLifetime((arena, other.arena)) {} }
    var result: Int32 = 0
    var left = unsafe shim
    var right = unsafe other.shim
    try unsafe attempt { error in unsafe ccapnp_pointer_equal(&left, &right, &result, &error) }
    return try CapnProtoError.comparison(result)
  }
}

/// What a pointer leads to.
public enum PointerKind: Sendable {
  /// Nothing.
  case null
  /// A struct.
  case structure
  /// A list, which may be text or data.
  case list
  /// An interface.
  case capability

  init(_ shim: Int32) {
    self =
      switch shim {
      case Int32(CCAPNP_POINTER_STRUCT): .structure
      case Int32(CCAPNP_POINTER_LIST): .list
      case Int32(CCAPNP_POINTER_CAPABILITY): .capability
      default: .null
      }
  }
}

/// The size of an object with all that it leads to.
public struct ObjectSize: Hashable, Sendable {
  /// The number of words of eight bytes.
  public internal(set) var words: UInt64 = 0

  /// The number of capabilities.
  public internal(set) var capabilities: UInt32 = 0
}

extension CapnProtoError {
  /// The result of a comparison, which may be that there is none.
  static func comparison(_ shim: Int32) throws(CapnProtoError) -> Bool {
    if shim == CCAPNP_EQUALITY_UNKNOWN {
      throw CapnProtoError(.unsupported, "objects that hold capabilities cannot be compared")
    }
    return shim == CCAPNP_EQUALITY_EQUAL
  }
}

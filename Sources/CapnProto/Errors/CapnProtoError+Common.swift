#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// The errors that more than one place throws, each with its one wording.
extension CapnProtoError {
  static var noSuchSlot: CapnProtoError {
    CapnProtoError(
      .invalidArgument,
      "this struct has no room for the field: it was reached as a smaller type. "
        + "Reach it as its own type first")
  }

  static func negativeCount(_ count: Int) -> CapnProtoError {
    CapnProtoError(.invalidArgument, "a list cannot have \(count) elements")
  }

  static var orphanOfAnotherMessage: CapnProtoError {
    CapnProtoError(
      .invalidArgument,
      "the orphan belongs to another message, and adopting does not copy: set the field from the "
        + "orphan's reader instead")
  }

  static var adoptedOrphan: CapnProtoError {
    CapnProtoError(.invalidArgument, "the orphan was adopted before")
  }

  static func wrongUnionMember(_ name: String) -> CapnProtoError {
    CapnProtoError(
      .wrongUnionMember,
      "`\(name)` is not the member that is set in its union: set or initialize it first")
  }

  static var outOfMemory: CapnProtoError { CapnProtoError(.outOfMemory, "out of memory") }

  /// The error that `errno` tells of.
  static func system(_ action: String) -> CapnProtoError {
    let number = errno
    return CapnProtoError(.io, "could not \(action): \(unsafe String(cString: strerror(number)))")
  }
}

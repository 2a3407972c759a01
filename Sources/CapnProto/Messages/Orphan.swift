/// An object of a message that is being built and that no pointer leads to yet, or any more.
///
/// Where it is adopted it is not copied. One that is never adopted is zeroed, and its memory stays
/// in the message, unused.
public struct Orphan<T: PointerType>: ~Copyable {
  @usableFromInline let handle: OrphanHandle

  @inlinable init(_ handle: OrphanHandle) { self.handle = handle }

  /// The object, for changing.
  @inlinable public var builder: T.Builder {
    get throws(CapnProtoError) { try T._edit(handle) }
  }
}

/// An interface of a schema.
///
/// There is no RPC here: a capability is kept as a pointer that says no more than whether it is
/// there.
public enum Capability: PointerType {
  public typealias Reader = PointerReader
  public typealias Builder = PointerBuilder
  public typealias ListReader = PointerListReader<Capability>
  public typealias ListBuilder = PointerListBuilder<Capability>

  @inlinable public static var _elementSize: ElementSize { .pointer }

  @inlinable public static func _read(
    _ pointer: PointerReader, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader { pointer }

  @inlinable public static func _edit(
    _ pointer: PointerBuilder, default: DefaultPointer?
  ) throws(CapnProtoError) -> Builder { pointer }

  @inlinable public static func _set(
    _ pointer: PointerBuilder, _ value: Reader
  ) throws(CapnProtoError) {
    try pointer.set(value)
  }

  public static func _edit(_ orphan: OrphanHandle) throws(CapnProtoError) -> Builder {
    throw CapnProtoError(.unsupported, "a capability cannot be changed")
  }
}

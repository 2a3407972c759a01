/// The Cap'n Proto type `AnyPointer`: a pointer to whatever a program makes of it.
public enum AnyPointer: PointerType {
  public typealias Reader = PointerReader
  public typealias Builder = PointerBuilder
  public typealias ListReader = PointerListReader<AnyPointer>
  public typealias ListBuilder = PointerListBuilder<AnyPointer>

  @inlinable public static var _elementSize: ElementSize { .pointer }

  @inlinable public static func _read(
    _ pointer: PointerReader, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader {
    guard let fallback = `default`, pointer.isNull else { return pointer }
    return unsafe PointerReader(
      arena: pointer.arena, segment: nil, pointer: fallback.base, nesting: .max)
  }

  @inlinable public static func _edit(
    _ pointer: PointerBuilder, default: DefaultPointer?
  ) throws(CapnProtoError) -> Builder {
    if let fallback = `default`, pointer.isNull { try pointer.set(fallback.read(Self.self)) }
    return pointer
  }

  @inlinable public static func _set(
    _ pointer: PointerBuilder, _ value: Reader
  ) throws(CapnProtoError) {
    try pointer.set(value)
  }

  public static func _edit(_ orphan: OrphanHandle) throws(CapnProtoError) -> Builder {
    throw CapnProtoError(
      .unsupported, "an orphan of AnyPointer has no builder of its own: adopt it first")
  }
}

/// The Cap'n Proto type `Data`: bytes.
///
/// It has this name because Swift has a `Data` of its own.
public enum Bytes: CountedPointerType {
  public typealias ListReader = PointerListReader<Bytes>
  public typealias ListBuilder = PointerListBuilder<Bytes>

  @inlinable public static var _elementSize: ElementSize { .pointer }

  @inlinable public static func _read(
    _ pointer: PointerReader, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader {
    try pointer.bytes(default: `default`)
  }

  @inlinable public static func _read(
    _ object: StructReader, at slot: Int, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader {
    try object.bytes(at: slot, default: `default`)
  }

  @inlinable public static func _edit(
    _ pointer: PointerBuilder, default: DefaultPointer?
  ) throws(CapnProtoError) -> Builder {
    try pointer.editBytes(default: `default`)
  }

  @inlinable public static func _set(
    _ pointer: PointerBuilder, _ value: Reader
  ) throws(CapnProtoError) {
    try pointer.setBytes(value)
  }

  @inlinable public static func _edit(_ orphan: OrphanHandle) throws(CapnProtoError) -> Builder {
    try orphan.editBytes()
  }

  @inlinable public static func _initialize(
    _ pointer: PointerBuilder, count: Int
  ) throws(CapnProtoError) -> Builder {
    try pointer.initBytes(count)
  }

  @inlinable public static func _initialize(
    _ object: StructBuilder, at slot: Int, count: Int
  ) throws(CapnProtoError) -> Builder {
    try object.pointer(at: slot).initBytes(count)
  }

  @inlinable public static func _makeOrphan(
    in builder: MessageBuilder, count: Int
  ) throws(CapnProtoError) -> OrphanHandle {
    try builder.makeBytesOrphan(count)
  }
}

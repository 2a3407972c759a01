/// The Cap'n Proto type `Text`: a UTF-8 string.
public enum Text: CountedPointerType {
  public typealias ListReader = PointerListReader<Text>
  public typealias ListBuilder = PointerListBuilder<Text>

  @inlinable public static var _elementSize: ElementSize { .pointer }

  @inlinable public static func _read(
    _ pointer: PointerReader, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader {
    try pointer.text(default: `default`)
  }

  @inlinable public static func _read(
    _ object: StructReader, at slot: Int, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader {
    try object.text(at: slot, default: `default`)
  }

  @inlinable public static func _edit(
    _ pointer: PointerBuilder, default: DefaultPointer?
  ) throws(CapnProtoError) -> Builder {
    try pointer.editText(default: `default`)
  }

  @inlinable public static func _set(
    _ pointer: PointerBuilder, _ value: Reader
  ) throws(CapnProtoError) {
    try pointer.setText(value)
  }

  @inlinable public static func _edit(_ orphan: OrphanHandle) throws(CapnProtoError) -> Builder {
    try orphan.editText()
  }

  @inlinable public static func _initialize(
    _ pointer: PointerBuilder, count: Int
  ) throws(CapnProtoError) -> Builder {
    try pointer.initText(count)
  }

  @inlinable public static func _initialize(
    _ object: StructBuilder, at slot: Int, count: Int
  ) throws(CapnProtoError) -> Builder {
    try object.pointer(at: slot).initText(count)
  }

  @inlinable public static func _makeOrphan(
    in builder: MessageBuilder, count: Int
  ) throws(CapnProtoError) -> OrphanHandle {
    try builder.makeTextOrphan(count)
  }
}

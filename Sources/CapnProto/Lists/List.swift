/// The Cap'n Proto type `List(Element)`.
public enum List<Element: ListElement>: CountedPointerType {
  public typealias Reader = Element.ListReader
  public typealias Builder = Element.ListBuilder
  public typealias ListReader = PointerListReader<List<Element>>
  public typealias ListBuilder = PointerListBuilder<List<Element>>

  @inlinable public static var _elementSize: ElementSize { .pointer }

  @inlinable public static func _read(
    _ pointer: PointerReader, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader {
    Reader(_raw: try pointer.list(Element._elementSize, default: `default`))
  }

  @inlinable public static func _read(
    _ object: StructReader, at slot: Int, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader {
    Reader(_raw: try object.list(Element._elementSize, at: slot, default: `default`))
  }

  @inlinable public static func _edit(
    _ pointer: PointerBuilder, default: DefaultPointer?
  ) throws(CapnProtoError) -> Builder {
    Builder(
      _raw: try pointer.editList(
        Element._elementSize, Element._elementLayout, default: `default`))
  }

  @inlinable public static func _edit(
    _ object: StructBuilder, at slot: Int, default: DefaultPointer?
  ) throws(CapnProtoError) -> Builder {
    Builder(
      _raw: try object.editList(
        Element._elementSize, Element._elementLayout, at: slot, default: `default`))
  }

  @inlinable public static func _set(
    _ pointer: PointerBuilder, _ value: Reader
  ) throws(CapnProtoError) {
    try pointer.set(value._raw)
  }

  @inlinable public static func _edit(_ orphan: OrphanHandle) throws(CapnProtoError) -> Builder {
    Builder(_raw: try orphan.editList(Element._elementSize, Element._elementLayout))
  }

  @inlinable public static func _initialize(
    _ pointer: PointerBuilder, count: Int
  ) throws(CapnProtoError) -> Builder {
    Builder(
      _raw: try pointer.initList(Element._elementSize, Element._elementLayout, count: count))
  }

  @inlinable public static func _initialize(
    _ object: StructBuilder, at slot: Int, count: Int
  ) throws(CapnProtoError) -> Builder {
    Builder(
      _raw: try object.initList(
        Element._elementSize, Element._elementLayout, at: slot, count: count))
  }

  @inlinable public static func _makeOrphan(
    in builder: MessageBuilder, count: Int
  ) throws(CapnProtoError) -> OrphanHandle {
    try builder.makeListOrphan(Element._elementSize, Element._elementLayout, count: count)
  }
}

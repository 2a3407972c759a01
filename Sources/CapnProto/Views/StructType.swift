/// A struct of a schema.
///
/// Conforming types are made by `capnpc-swift`. They have no values of their own: `Reader` reads a
/// struct in place, and `Builder` builds one in place.
public protocol StructType: PointerType
where
  Reader: StructReaderView, Builder: StructBuilderView,
  Reader.Struct == Self, Builder.Struct == Self,
  ListReader == StructListReader<Self>, ListBuilder == StructListBuilder<Self>
{
  /// The size of the struct in the schema that this program knows.
  static var _layout: StructLayout { get }

  /// The schema of the struct, for programs that look at types while they run.
  static var schema: SchemaNode { get }
}

/// A generated view that reads a struct.
public protocol StructReaderView {
  /// The struct that it reads.
  associatedtype Struct: StructType where Struct.Reader == Self

  /// The view without names.
  var _raw: StructReader { get }

  /// Gives names to a view.
  init(_raw: borrowing StructReader)
}

/// A generated view that builds a struct.
public protocol StructBuilderView {
  /// The struct that it builds.
  associatedtype Struct: StructType where Struct.Builder == Self

  /// The view without names.
  var _raw: StructBuilder { get }

  /// Gives names to a view.
  init(_raw: borrowing StructBuilder)
}

extension StructType {
  @inlinable public static var _elementSize: ElementSize { .composite }
  @inlinable public static var _elementLayout: StructLayout? { _layout }

  @inlinable public static func _read(
    _ pointer: PointerReader, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader {
    Reader(_raw: try pointer.structure(default: `default`))
  }

  @inlinable public static func _read(
    _ object: StructReader, at slot: Int, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader {
    Reader(_raw: try object.structure(at: slot, default: `default`))
  }

  @inlinable public static func _edit(
    _ pointer: PointerBuilder, default: DefaultPointer?
  ) throws(CapnProtoError) -> Builder {
    Builder(_raw: try pointer.editStruct(_layout, default: `default`))
  }

  @inlinable public static func _edit(
    _ object: StructBuilder, at slot: Int, default: DefaultPointer?
  ) throws(CapnProtoError) -> Builder {
    Builder(_raw: try object.editStruct(_layout, at: slot, default: `default`))
  }

  @inlinable public static func _set(
    _ pointer: PointerBuilder, _ value: Reader
  ) throws(CapnProtoError) {
    try pointer.set(value._raw)
  }

  @inlinable public static func _edit(
    _ orphan: OrphanHandle
  ) throws(CapnProtoError) -> Builder {
    Builder(_raw: try orphan.editStruct(_layout))
  }
}

extension StructBuilderView {
  /// The same struct for reading, as it stands now.
  @inlinable public var asReader: Struct.Reader { Struct.Reader(_raw: _raw.asReader) }
}

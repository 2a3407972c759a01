/// The Cap'n Proto type `AnyStruct`: a struct of any schema.
public enum AnyStruct: PointerType {
  public typealias Reader = StructReader
  public typealias Builder = StructBuilder
  public typealias ListReader = AnyStructListReader
  public typealias ListBuilder = AnyStructListBuilder

  @inlinable public static var _elementSize: ElementSize { .composite }

  // What is there is taken as it is, with whatever size it has.
  @inlinable public static var _elementLayout: StructLayout? {
    StructLayout(dataWords: 0, pointers: 0)
  }

  @inlinable public static func _read(
    _ pointer: PointerReader, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader {
    try pointer.structure(default: `default`)
  }

  @inlinable public static func _edit(
    _ pointer: PointerBuilder, default: DefaultPointer?
  ) throws(CapnProtoError) -> Builder {
    try pointer.editStruct(StructLayout(dataWords: 0, pointers: 0), default: `default`)
  }

  @inlinable public static func _set(
    _ pointer: PointerBuilder, _ value: Reader
  ) throws(CapnProtoError) {
    try pointer.set(value)
  }

  @inlinable public static func _edit(_ orphan: OrphanHandle) throws(CapnProtoError) -> Builder {
    try orphan.editStruct(StructLayout(dataWords: 0, pointers: 0))
  }
}

extension StructReader {
  /// The same struct as one of a schema.
  ///
  /// Any struct can be read as any other: fields that it does not have read as their defaults.
  @inlinable public func `as`<T: StructType>(_ type: T.Type) -> T.Reader { T.Reader(_raw: self) }
}

extension PointerBuilder {
  /// Makes a new struct of a size that is known only while the program runs.
  public func initialize(
    _ type: AnyStruct.Type, layout: StructLayout
  ) throws(CapnProtoError) -> StructBuilder {
    try initStruct(layout)
  }
}

/// A list of structs of any schema, read in place.
public struct AnyStructListReader: ListReaderView, RandomAccessCollection {
  /// The list without a type.
  public let _raw: RawListReader

  /// Gives a type to a list.
  @inlinable @inline(__always)
  public init(_raw: borrowing RawListReader) { self._raw = copy _raw }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { _raw.count }

  /// The element at an index, which must be less than `count`.
  @inlinable public subscript(index: Int) -> StructReader {
    _raw.check(index)
    return _raw.structure(index)
  }
}

/// A list of structs of any schema that is being built.
public struct AnyStructListBuilder: ListBuilderView {
  /// The list without a type.
  public let _raw: RawListBuilder

  /// Gives a type to a list.
  @inlinable @inline(__always)
  public init(_raw: borrowing RawListBuilder) { self._raw = copy _raw }

  /// The element at an index, which must be less than `count`.
  @inlinable public subscript(index: Int) -> StructBuilder {
    _raw.check(index)
    return _raw.structure(index)
  }
}

extension PointerBuilder {
  /// The struct that the pointer leads to, for changing, with room for at least a layout.
  ///
  /// One that has less is moved to where there is more; what was known of its place is then out of
  /// date.
  public func get(
    _ type: AnyStruct.Type, atLeast layout: StructLayout
  ) throws(CapnProtoError) -> StructBuilder {
    try editStruct(layout, default: nil)
  }

  /// The list that the pointer leads to, for changing, with elements that have room for at least a
  /// layout.
  ///
  /// One whose elements have less is moved to where there is more, and becomes a list of structs if
  /// it was none; what was known of its place is then out of date.
  public func get(
    _ type: List<AnyStruct>.Type, atLeast layout: StructLayout
  ) throws(CapnProtoError) -> AnyStructListBuilder {
    AnyStructListBuilder(_raw: try editList(.composite, layout, default: nil))
  }
}

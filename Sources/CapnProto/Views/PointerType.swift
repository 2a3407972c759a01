/// What can stand in a list: a scalar, `Bool`, `VoidValue`, or whatever a pointer can lead to.
public protocol ListElement {
  /// A list of these, for reading.
  associatedtype ListReader: ListReaderView

  /// A list of these, for building.
  associatedtype ListBuilder: ListBuilderView

  /// How a list of these is laid out.
  static var _elementSize: ElementSize { get }

  /// The layout of the elements of a struct list; nil for other lists.
  static var _elementLayout: StructLayout? { get }
}

extension ListElement {
  @inlinable public static var _elementLayout: StructLayout? { nil }
}

/// What a pointer can lead to: a struct, a list, `Text`, `Bytes`, `AnyPointer` and their like.
///
/// The conforming types are names: they have no values. Their `Reader` and `Builder` are the views.
public protocol PointerType: ListElement {
  /// The view for reading.
  associatedtype Reader

  /// The view for building.
  associatedtype Builder

  /// Follows a pointer; null gives the default, or what is empty.
  static func _read(
    _ pointer: PointerReader, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader

  /// Follows the pointer in a slot of a struct.
  ///
  /// This and its like are there beside those that take a pointer because making the view of a
  /// pointer first would cost a retain in every getter.
  static func _read(
    _ object: StructReader, at slot: Int, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader

  /// Gives what the pointer leads to for changing; null becomes the default, or what is empty.
  static func _edit(
    _ pointer: PointerBuilder, default: DefaultPointer?
  ) throws(CapnProtoError) -> Builder

  /// Gives what the pointer in a slot of a struct leads to for changing.
  static func _edit(
    _ object: StructBuilder, at slot: Int, default: DefaultPointer?
  ) throws(CapnProtoError) -> Builder

  /// Copies a value, as deep as it goes, to where the pointer leads.
  static func _set(_ pointer: PointerBuilder, _ value: Reader) throws(CapnProtoError)

  /// Gives the object of an orphan for changing.
  static func _edit(_ orphan: OrphanHandle) throws(CapnProtoError) -> Builder
}

extension PointerType {
  @inlinable public static func _read(
    _ object: StructReader, at slot: Int, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader {
    try _read(object.pointer(at: slot), default: `default`)
  }

  @inlinable public static func _edit(
    _ object: StructBuilder, at slot: Int, default: DefaultPointer?
  ) throws(CapnProtoError) -> Builder {
    try _edit(object.pointer(at: slot), default: `default`)
  }
}

/// A pointer type that can be made with a number of elements: a list, `Text` or `Bytes`.
public protocol CountedPointerType: PointerType {
  /// Makes a new object of so many elements, all zero.
  static func _initialize(
    _ pointer: PointerBuilder, count: Int
  ) throws(CapnProtoError) -> Builder

  /// Makes a new object of so many elements in a slot of a struct.
  static func _initialize(
    _ object: StructBuilder, at slot: Int, count: Int
  ) throws(CapnProtoError) -> Builder

  /// Makes a new orphan of so many elements, all zero.
  static func _makeOrphan(
    in builder: MessageBuilder, count: Int
  ) throws(CapnProtoError) -> OrphanHandle
}

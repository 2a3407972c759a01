/// A pointer of a message that is being built.
///
/// It is what `AnyPointer.Builder` is.
@safe public struct PointerBuilder {
  @usableFromInline let arena: BuilderArena
  @usableFromInline let segment: SegmentRef?
  @usableFromInline let pointer: UnsafeMutableRawPointer?

  @inlinable @inline(__always)
  init(
    arena: BuilderArena, segment: SegmentRef?, pointer: UnsafeMutableRawPointer?
  ) {
    self.arena = arena
    unsafe self.segment = segment
    unsafe self.pointer = pointer
  }

  /// Whether the pointer leads nowhere.
  @inlinable public var isNull: Bool {
    defer { withExtendedLifetime(arena) {} }
    guard let pointer = unsafe pointer else { return true }
    return unsafe pointer.loadUnaligned(as: UInt64.self) == 0
  }

  /// The same pointer for reading, as it stands now.
  @inlinable public var asReader: PointerReader {
    unsafe PointerReader(
      arena: arena, segment: segment, pointer: pointer, nesting: .max)
  }

  /// What the pointer leads to, for changing; null becomes what is empty.
  @inlinable public func get<T: PointerType>(
    _ type: T.Type
  ) throws(CapnProtoError) -> T.Builder {
    try T._edit(self, default: nil)
  }

  /// Makes a new struct.
  @inlinable @discardableResult public func initialize<T: StructType>(
    _ type: T.Type
  ) throws(CapnProtoError) -> T.Builder {
    T.Builder(_raw: try initStruct(T._layout))
  }

  /// Makes a new list, text or data of so many elements, all zero.
  @inlinable @discardableResult public func initialize<T: CountedPointerType>(
    _ type: T.Type, count: Int
  ) throws(CapnProtoError) -> T.Builder {
    try T._initialize(self, count: count)
  }

  /// Copies a value, as deep as it goes.
  @inlinable public func set<T: PointerType>(
    _ type: T.Type, _ value: T.Reader
  ) throws(CapnProtoError) {
    try T._set(self, value)
  }

  /// Copies what another pointer leads to, as deep as it goes.
  public func set(_ value: PointerReader) throws(CapnProtoError) {
    defer { withExtendedLifetime((arena, value.arena)) {} }
    unsafe try segment.setPointer(pointer, value, canonical: false)
  }

  /// Makes the pointer null, and zeroes what it led to.
  @inlinable public func clear() throws(CapnProtoError) {
    defer { withExtendedLifetime(arena) {} }
    unsafe try segment.clear(pointer)
  }

  /// Makes the pointer null, and gives what it led to.
  @inlinable public func disown<T: PointerType>(
    _ type: T.Type
  ) throws(CapnProtoError) -> Orphan<T> {
    defer { withExtendedLifetime(arena) {} }
    return unsafe Orphan(try arena.disown(segment, pointer))
  }

  /// Makes the pointer lead to an orphan of the same message.
  @inlinable public func adopt<T: PointerType>(
    _ orphan: consuming Orphan<T>
  ) throws(CapnProtoError) {
    defer { withExtendedLifetime(arena) {} }
    unsafe try arena.adopt(segment, pointer, orphan.handle)
  }
}

extension PointerBuilder {
  @inlinable @inline(__always)
  func initStruct(_ layout: StructLayout) throws(CapnProtoError) -> StructBuilder {
    defer { withExtendedLifetime(arena) {} }
    let parts = unsafe try segment.initStruct(pointer, layout)
    return unsafe StructBuilder(arena: arena, parts: parts)
  }

  @inlinable @inline(__always)
  func initList(
    _ elementSize: ElementSize, _ layout: StructLayout?, count: Int
  ) throws(CapnProtoError) -> RawListBuilder {
    defer { withExtendedLifetime(arena) {} }
    let parts = unsafe try segment.initList(
      pointer, elementSize, layout, count)
    return unsafe RawListBuilder(arena: arena, parts: parts)
  }

  @inlinable @inline(__always)
  func initText(_ count: Int) throws(CapnProtoError) -> Text.Builder {
    defer { withExtendedLifetime(arena) {} }
    let bytes = unsafe try segment.initText(pointer, count)
    return unsafe Text.Builder(arena: arena, bytes: bytes)
  }

  @inlinable @inline(__always)
  func initBytes(_ count: Int) throws(CapnProtoError) -> Bytes.Builder {
    defer { withExtendedLifetime(arena) {} }
    let bytes = unsafe try segment.initBytes(pointer, count)
    return unsafe Bytes.Builder(arena: arena, bytes: bytes)
  }

  @inlinable @inline(__always)
  func editStruct(
    _ layout: StructLayout, default: DefaultPointer?
  ) throws(CapnProtoError) -> StructBuilder {
    defer { withExtendedLifetime(arena) {} }
    let parts = unsafe try segment.editStruct(
      pointer, layout, `default`?.base)
    return unsafe StructBuilder(arena: arena, parts: parts)
  }

  @inlinable @inline(__always)
  func editList(
    _ elementSize: ElementSize?, _ layout: StructLayout?, default: DefaultPointer?
  ) throws(CapnProtoError) -> RawListBuilder {
    defer { withExtendedLifetime(arena) {} }
    let parts = unsafe try segment.editList(
      pointer, elementSize, layout, `default`?.base)
    return unsafe RawListBuilder(arena: arena, parts: parts)
  }

  @inlinable @inline(__always)
  func editText(default: DefaultPointer?) throws(CapnProtoError) -> Text.Builder {
    defer { withExtendedLifetime(arena) {} }
    let bytes = unsafe try segment.editText(pointer, `default`?.base)
    return unsafe Text.Builder(arena: arena, bytes: bytes)
  }

  @inlinable @inline(__always)
  func editBytes(default: DefaultPointer?) throws(CapnProtoError) -> Bytes.Builder {
    defer { withExtendedLifetime(arena) {} }
    let bytes = unsafe try segment.editBytes(pointer, `default`?.base)
    return unsafe Bytes.Builder(arena: arena, bytes: bytes)
  }

  @inlinable @inline(__always)
  func set(_ value: StructReader) throws(CapnProtoError) {
    defer { withExtendedLifetime((arena, value.arena)) {} }
    unsafe try segment.setStruct(pointer, value.parts)
  }

  @inlinable @inline(__always)
  func set(_ value: RawListReader) throws(CapnProtoError) {
    defer { withExtendedLifetime((arena, value.arena)) {} }
    unsafe try segment.setList(pointer, value.parts)
  }

  /// Copies a text.
  @inlinable @inline(__always)
  public func setText(_ value: some TextSource) throws(CapnProtoError) {
    defer { withExtendedLifetime(arena) {} }
    try value._store(textAt: place)
  }

  /// Copies bytes.
  @inlinable @inline(__always)
  public func setBytes(_ value: some BytesSource) throws(CapnProtoError) {
    defer { withExtendedLifetime(arena) {} }
    try value._store(bytesAt: place)
  }

  @inlinable @inline(__always)
  var place: PointerPlace {
    unsafe PointerPlace(segment: segment, pointer: pointer)
  }
}

/// A struct that is being built, in place and without names.
///
/// This is what generated builders are made of, and what `AnyStruct.Builder` is.
@safe public struct StructBuilder {
  @usableFromInline let arena: BuilderArena
  @usableFromInline let parts: StructBuilderParts

  @inlinable @inline(__always)
  init(arena: BuilderArena, parts: StructBuilderParts) {
    self.arena = arena
    unsafe self.parts = parts
  }

  /// The same struct for reading, as it stands now.
  @inlinable public var asReader: StructReader {
    unsafe StructReader(arena: arena, parts: parts.asReader)
  }

  /// The scalar at an index, which counts in units of the scalar's own size.
  @inlinable @inline(__always)
  public func scalar<T: Scalar>(at index: Int, mask: T.Bits = 0) -> T {
    defer { withExtendedLifetime(arena) {} }
    return unsafe parts.reading.scalar(at: index, mask: mask)
  }

  /// Sets the scalar at an index.
  @inlinable @inline(__always)
  public func setScalar<T: Scalar>(_ value: T, at index: Int, mask: T.Bits = 0) {
    unsafe parts.setScalar(value, at: index, mask: mask)
    withExtendedLifetime(arena) {}
  }

  /// The bit at an index.
  @inlinable @inline(__always)
  public func bool(at index: Int, mask: Bool = false) -> Bool {
    defer { withExtendedLifetime(arena) {} }
    return unsafe parts.reading.bool(at: index, mask: mask)
  }

  /// Sets the bit at an index.
  @inlinable @inline(__always)
  public func setBool(_ value: Bool, at index: Int, mask: Bool = false) {
    unsafe parts.setBool(value, at: index, mask: mask)
    withExtendedLifetime(arena) {}
  }

  /// The enumerant at an index, which counts in units of two bytes.
  @inlinable @inline(__always)
  public func enumeration<T: EnumType>(at index: Int, mask: UInt16 = 0) -> T {
    scalar(at: index, mask: mask)
  }

  /// Sets the enumerant at an index.
  @inlinable @inline(__always)
  public func setEnumeration<T: EnumType>(_ value: T, at index: Int, mask: UInt16 = 0) {
    setScalar(value, at: index, mask: mask)
  }

  /// Whether the pointer in a slot leads to something.
  @inlinable @inline(__always)
  public func has(at slot: Int) -> Bool {
    defer { withExtendedLifetime(arena) {} }
    return unsafe parts.reading.has(slot)
  }

  /// The pointer in a slot.
  @inlinable @inline(__always)
  public func pointer(at slot: Int) -> PointerBuilder {
    unsafe PointerBuilder(arena: arena, segment: parts.segment, pointer: parts.slot(slot))
  }
}

// What generated code calls.
extension StructBuilder {
  /// What the pointer in a slot leads to, for changing; null becomes the default.
  @inlinable @inline(__always)
  public func get<T: PointerType>(
    _ type: T.Type, at slot: Int, default: DefaultPointer? = nil
  ) throws(CapnProtoError) -> T.Builder {
    try T._edit(self, at: slot, default: `default`)
  }

  /// Makes a new struct in a slot.
  @inlinable @inline(__always) @discardableResult
  public func initialize<T: StructType>(
    _ type: T.Type, at slot: Int
  ) throws(CapnProtoError) -> T.Builder {
    T.Builder(_raw: try initStruct(T._layout, at: slot))
  }

  /// Makes a new list, text or data in a slot, of so many elements.
  @inlinable @inline(__always) @discardableResult
  public func initialize<T: CountedPointerType>(
    _ type: T.Type, at slot: Int, count: Int
  ) throws(CapnProtoError) -> T.Builder {
    try T._initialize(self, at: slot, count: count)
  }

  /// Copies a value to a slot, as deep as it goes.
  @inlinable @inline(__always)
  public func set<T: PointerType>(
    _ type: T.Type, at slot: Int, _ value: T.Reader
  ) throws(CapnProtoError) {
    try T._set(pointer(at: slot), value)
  }

  /// Copies a text to a slot.
  @inlinable @inline(__always)
  public func set(
    _ type: Text.Type, at slot: Int, _ value: some TextSource
  ) throws(CapnProtoError) {
    defer { withExtendedLifetime(arena) {} }
    try value._store(textAt: place(at: slot))
  }

  /// Copies bytes to a slot.
  @inlinable @inline(__always)
  public func set(
    _ type: Bytes.Type, at slot: Int, _ value: some BytesSource
  ) throws(CapnProtoError) {
    defer { withExtendedLifetime(arena) {} }
    try value._store(bytesAt: place(at: slot))
  }

  /// Makes the pointer in a slot null, and zeroes what it led to.
  @inlinable public func clear(at slot: Int) throws(CapnProtoError) {
    try pointer(at: slot).clear()
  }

  /// Makes the pointer in a slot null, and gives what it led to.
  @inlinable public func disown<T: PointerType>(
    _ type: T.Type, at slot: Int
  ) throws(CapnProtoError) -> Orphan<T> {
    try pointer(at: slot).disown(type)
  }

  /// Makes the pointer in a slot lead to an orphan of the same message.
  @inlinable public func adopt<T: PointerType>(
    _ type: T.Type, at slot: Int, _ orphan: consuming Orphan<T>
  ) throws(CapnProtoError) {
    try pointer(at: slot).adopt(orphan)
  }

  /// Throws unless a member of a union is the one that is set.
  @inlinable @inline(__always)
  public func requireTag(at index: Int, is tag: UInt16, _ name: StaticString)
    throws(CapnProtoError)
  {
    let actual: UInt16 = scalar(at: index)
    if actual != tag { throw wrongUnionMember(at: index, tag, name) }
  }

  @usableFromInline @inline(never)
  func wrongUnionMember(at index: Int, _ tag: UInt16, _ name: StaticString) -> CapnProtoError {
    unsafe .wrongUnionMember("\(name)").at(
      arena.path(toMember: tag, at: index, ofStructWith: parts.pointers))
  }

  /// Copies the content of another struct, as deep as it goes, as far as this one has room.
  public func copyContent(of source: StructReader) throws(CapnProtoError) {
    defer { withExtendedLifetime((arena, source.arena)) {} }
    unsafe try parts.segment.copyContent(to: parts, from: source.parts)
  }
}

extension StructBuilder {
  @inlinable @inline(__always)
  func place(at slot: Int) -> PointerPlace {
    unsafe PointerPlace(segment: parts.segment, pointer: parts.slot(slot))
  }

  @inlinable @inline(__always)
  func initStruct(_ layout: StructLayout, at slot: Int) throws(CapnProtoError) -> StructBuilder {
    defer { withExtendedLifetime(arena) {} }
    let made = unsafe try parts.segment.initStruct(parts.slot(slot), layout)
    return unsafe StructBuilder(arena: arena, parts: made)
  }

  @inlinable @inline(__always)
  func initList(
    _ elementSize: ElementSize, _ layout: StructLayout?, at slot: Int, count: Int
  ) throws(CapnProtoError) -> RawListBuilder {
    defer { withExtendedLifetime(arena) {} }
    let made = unsafe try parts.segment.initList(
      parts.slot(slot), elementSize, layout, count)
    return unsafe RawListBuilder(arena: arena, parts: made)
  }

  @inlinable @inline(__always)
  func editStruct(
    _ layout: StructLayout, at slot: Int, default: DefaultPointer?
  ) throws(CapnProtoError) -> StructBuilder {
    defer { withExtendedLifetime(arena) {} }
    let found = unsafe try parts.segment.editStruct(
      parts.slot(slot), layout, `default`?.base)
    return unsafe StructBuilder(arena: arena, parts: found)
  }

  @inlinable @inline(__always)
  func editList(
    _ elementSize: ElementSize?, _ layout: StructLayout?, at slot: Int, default: DefaultPointer?
  ) throws(CapnProtoError) -> RawListBuilder {
    defer { withExtendedLifetime(arena) {} }
    let found = unsafe try parts.segment.editList(
      parts.slot(slot), elementSize, layout, `default`?.base)
    return unsafe RawListBuilder(arena: arena, parts: found)
  }
}

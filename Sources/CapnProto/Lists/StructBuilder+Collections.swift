// Lists made of whole Swift collections: made, filled and set in one call.
extension StructBuilder {
  /// Copies a collection of scalars to a list in a slot, in one piece where that is possible.
  @inlinable public func set<T: Scalar>(
    _ type: List<T>.Type, at slot: Int, contentsOf values: some Collection<T>
  ) throws(CapnProtoError) {
    if readsMessage(values), has(at: slot) {
      try set(type, at: slot, contentsOf: ContiguousArray(values))
      return
    }
    try initialize(type, at: slot, count: values.count).copy(from: values)
  }

  /// Copies a collection of bits to a list in a slot.
  @inlinable public func set(
    _ type: List<Bool>.Type, at slot: Int, contentsOf values: some Collection<Bool>
  ) throws(CapnProtoError) {
    if readsMessage(values), has(at: slot) {
      try set(type, at: slot, contentsOf: ContiguousArray(values))
      return
    }
    try initialize(type, at: slot, count: values.count).copy(from: values)
  }

  /// Whether elements may come out of the list that is about to be replaced, whose memory the new
  /// list may take: anything but an array can be a view of it, directly or lazily.
  @inlinable @inline(__always)
  func readsMessage<C: Collection>(_ values: C) -> Bool {
    C.self != [C.Element].self && C.self != ContiguousArray<C.Element>.self
      && C.self != ArraySlice<C.Element>.self
  }

  /// Takes what a slot leads to out of it, to be kept as long as elements may be read out of it.
  @inlinable
  func takeOld(at slot: Int) throws(CapnProtoError) -> OrphanHandle? {
    has(at: slot) ? try disown(AnyPointer.self, at: slot).handle : nil
  }

  /// Copies a collection of texts to a list in a slot.
  @inlinable public func set(
    _ type: List<Text>.Type, at slot: Int, contentsOf values: some Collection<some TextSource>
  ) throws(CapnProtoError) {
    let old = try takeOld(at: slot)
    defer { withExtendedLifetime(old) {} }
    let list = try initialize(type, at: slot, count: values.count)
    var index = 0
    for value in values {
      try list.set(index, to: value)
      index += 1
    }
  }

  /// Copies a collection of byte strings to a list in a slot.
  @inlinable public func set(
    _ type: List<Bytes>.Type, at slot: Int, contentsOf values: some Collection<some BytesSource>
  ) throws(CapnProtoError) {
    let old = try takeOld(at: slot)
    defer { withExtendedLifetime(old) {} }
    let list = try initialize(type, at: slot, count: values.count)
    var index = 0
    for value in values {
      try list.set(index, to: value)
      index += 1
    }
  }
}

// Lists made of whole Swift collections: made, filled and set in one call.
extension StructBuilder {
  /// Copies a collection of scalars to a list in a slot, in one piece where that is possible.
  @inlinable public func set<T: Scalar>(
    _ type: List<T>.Type, at slot: Int, contentsOf values: some Collection<T>
  ) throws(CapnProtoError) {
    try initialize(type, at: slot, count: values.count).copy(from: values)
  }

  /// Copies a collection of bits to a list in a slot.
  @inlinable public func set(
    _ type: List<Bool>.Type, at slot: Int, contentsOf values: some Collection<Bool>
  ) throws(CapnProtoError) {
    try initialize(type, at: slot, count: values.count).copy(from: values)
  }

  /// Copies a collection of texts to a list in a slot.
  @inlinable public func set(
    _ type: List<Text>.Type, at slot: Int, contentsOf values: some Collection<some TextSource>
  ) throws(CapnProtoError) {
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
    let list = try initialize(type, at: slot, count: values.count)
    var index = 0
    for value in values {
      try list.set(index, to: value)
      index += 1
    }
  }
}

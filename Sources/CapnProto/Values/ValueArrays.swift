// What generated values call to copy lists.

/// Copies a list of structs, element by element.
@inlinable public func _values<Struct: StructType, Value>(
  of list: StructListReader<Struct>,
  _ transform: (Struct.Reader) throws(CapnProtoError) -> Value
) throws(CapnProtoError) -> [Value] {
  try list._raw.chargeCopy(bytesPerElement: MemoryLayout<Value>.stride)
  var values: [Value] = []
  values.reserveCapacity(list.count)
  for element in list { values.append(try transform(element)) }
  return values
}

/// Copies a list of pointers, element by element.
@inlinable public func _values<Element: PointerType, Value>(
  of list: PointerListReader<Element>,
  _ transform: (Element.Reader) throws(CapnProtoError) -> Value
) throws(CapnProtoError) -> [Value] {
  try list._raw.chargeCopy(bytesPerElement: MemoryLayout<Value>.stride)
  var values: [Value] = []
  values.reserveCapacity(list.count)
  for index in list.indices { values.append(try transform(list[index])) }
  return values
}

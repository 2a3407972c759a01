internal import Stowage

extension RegionArray {
  /// Reads an array from a file.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for elements of no known type.
  init(_ reader: ArrayProto.Reader, _ path: @autoclosure () -> String) throws {
    func integers<Integer: FixedWidthInteger>(_ numbers: some Collection<Integer>) -> Storage {
      .integers(numbers.map { Int64(truncatingIfNeeded: $0) })
    }
    switch try reader.which {
    case .byteArray(let list): self.init(.byte, list.count, integers(list))
    case .int16Array(let list): self.init(.int16, list.count, integers(list))
    case .uint16Array(let list): self.init(.uint16, list.count, integers(list))
    case .int32Array(let list): self.init(.int32, list.count, integers(list))
    case .uint32Array(let list): self.init(.uint32, list.count, integers(list))
    case .int64Array(let list): self.init(.int64, list.count, integers(list))
    case .uint64Array(let list): self.init(.uint64, list.count, integers(list))
    case .real32Array(let list): self.init(.real32, list.count, .reals(list.map(Double.init)))
    case .real64Array(let list): self.init(.real64, list.count, .reals(Array(list)))
    case .unrecognized(let tag):
      throw HTMError.state(path(), "its elements are of a type that is not known: \(tag)")
    }
  }

  /// Writes the array as NuPIC does, with all of its elements.
  func write(_ builder: ArrayProto.Builder) throws {
    func all<Integer: FixedWidthInteger>(_: Integer.Type) -> [Integer] {
      if case .integers(let numbers) = storage {
        return numbers.map { Integer(truncatingIfNeeded: $0) }
      }
      return integers.map { Integer(truncatingIfNeeded: $0) }
    }
    switch type {
    case .byte: try builder.setByteArray(all(UInt8.self))
    case .int16: try builder.setInt16Array(all(Int16.self))
    case .uint16: try builder.setUint16Array(all(UInt16.self))
    case .int32: try builder.setInt32Array(all(Int32.self))
    case .uint32: try builder.setUint32Array(all(UInt32.self))
    case .int64: try builder.setInt64Array(all(Int64.self))
    case .uint64: try builder.setUint64Array(all(UInt64.self))
    case .real32: try builder.setReal32Array(floats)
    case .real64: try builder.setReal64Array(numbers)
    }
  }
}

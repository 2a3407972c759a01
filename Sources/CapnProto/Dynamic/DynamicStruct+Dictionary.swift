// Copying messages to plain Swift.

extension DynamicStruct.Reader {
  /// Copies the struct with all that it leads to, by the names of its fields.
  ///
  /// A null pointer is left out, and so are the members of unions that are not set; the one that is
  /// set is always there. Capabilities are left out.
  ///
  /// - Throws: `CapnProtoError` when the message is damaged, with the path to the field.
  public func dictionary() throws(CapnProtoError) -> [String: PlainValue] {
    do throws(CapnProtoError) {
      return try fieldValues()
    } catch {
      throw error.inside(schema.name)
    }
  }

  fileprivate func fieldValues() throws(CapnProtoError) -> [String: PlainValue] {
    var result: [String: PlainValue] = [:]
    for field in schema.fields where isActive(field) {
      let isMember = field.discriminant != nil
      do throws(CapnProtoError) {
        if has(field), let value = try get(field).plain() {
          if isMember || value != .null { result[field.name] = value }
        } else if isMember {
          result[field.name] = .null
        }
      } catch {
        throw error.inside(".\(field.name)")
      }
    }
    return result
  }
}

extension DynamicValue {
  /// A copy as plain Swift; nil for a capability.
  fileprivate func plain() throws(CapnProtoError) -> PlainValue? {
    switch self {
    case .void: .null
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .uint(let value): .uint(value)
    case .float32(let value): .float(Double(value))
    case .float64(let value): .float(value)
    case .text(let value): .string(value.string)
    case .data(let value): .bytes(Array(value))
    case .list(let list): .list(try list.plainElements())
    case .enumeration(let value):
      value.name.map { .string($0) } ?? .uint(UInt64(value.rawValue))
    case .structure(let value): .dictionary(try value.fieldValues())
    case .capability: nil
    case .anyPointer(let pointer): .bytes([UInt8](try AnyValue(pointer).message))
    }
  }
}

extension DynamicList.Reader {
  /// About what an element takes in a copy: a dictionary with its fields, or just a value.
  private var copiedBytes: Int {
    guard case .structure(let schema) = elementType else {
      return MemoryLayout<PlainValue>.stride
    }
    return 128 + 64 * schema.node.fields.count
  }

  fileprivate func plainElements() throws(CapnProtoError) -> [PlainValue] {
    try _raw.chargeCopy(bytesPerElement: copiedBytes)
    var result: [PlainValue] = []
    result.reserveCapacity(count)
    for index in 0..<count {
      do throws(CapnProtoError) {
        result.append(isNull(at: index) ? .null : try get(index).plain() ?? .null)
      } catch {
        throw error.inside("[\(index)]")
      }
    }
    return result
  }
}

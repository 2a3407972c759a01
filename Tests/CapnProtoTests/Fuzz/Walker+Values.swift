import CapnProto

extension VoidValue: WalkableElement {
  static func walk(list: ListReader, with walker: inout Walker) {
    walker.go(through: list.count) { _, index in _ = list[index] }
  }
}

extension Bool: WalkableElement {
  static func walk(list: ListReader, with walker: inout Walker) {
    walker.go(through: list.count) { walker, index in walker.note(list[index]) }
    for bit in list { walker.note(bit) }
  }
}

/// A scalar whose lists are walked through by index, as an array, and in place.
protocol WalkableScalar: WalkableElement, Scalar where ListReader == ScalarListReader<Self> {}

extension WalkableScalar {
  static func walk(list: ListReader, with walker: inout Walker) {
    walker.go(through: list.count) { walker, index in walker.note(list[index]._bits) }
    for value in Array(list) { walker.note(value._bits) }
    _ = unsafe list.withContiguousStorageIfAvailable { buffer in
      if let last = unsafe buffer.last { walker.note(last._bits) }
    }
  }
}

extension Int8: WalkableScalar {}
extension UInt8: WalkableScalar {}
extension UInt16: WalkableScalar {}
extension Int32: WalkableScalar {}
extension UInt64: WalkableScalar {}
extension Double: WalkableScalar {}
extension Shade: WalkableScalar {}

extension Text: Walkable {
  static func reading(_ builder: Builder) -> Reader { builder.asReader }

  static func walk(_ value: Reader, with walker: inout Walker) {
    walker.note(value.utf8Count)
    walker.note(value.utf8)
    walker.note(value.validated() == nil)
    walker.note(value.string.utf8.count)
  }
}

extension Bytes: Walkable {
  static func reading(_ builder: Builder) -> Reader { builder.asReader }

  static func walk(_ value: Reader, with walker: inout Walker) {
    walker.note(value.count)
    walker.note(walker.isReversed ? value.reversed() : Array(value))
  }
}

extension AnyPointer: Walkable {
  static func reading(_ builder: Builder) -> Reader { builder.asReader }

  static func walk(_ value: Reader, with walker: inout Walker) {
    walker.note(value.isNull)
    walker.attempt { walker in
      let size = try value.totalSize
      walker.note(size.words)
      walker.note(size.capabilities)
    }
    walker.attempt { walker in
      switch try value.kind {
      case .null, .capability: walker.note(1)
      case .structure: AnyStruct.walk(try value.get(AnyStruct.self), with: &walker)
      case .list:
        AnyList.walk(try value.get(AnyList.self), with: &walker)
        walker.attempt { try walkAsBlob(value, with: &$0) }
      }
    }
  }
}

extension AnyPointer {
  /// A list of bytes may be data, and with a zero at its end a text.
  private static func walkAsBlob(_ value: Reader, with walker: inout Walker) throws {
    guard try value.get(AnyList.self).elementSize == .byte else { return }
    let bytes = try value.get(Bytes.self)
    Bytes.walk(bytes, with: &walker)
    if bytes.last == 0 { Text.walk(try value.get(Text.self), with: &walker) }
  }
}

extension Capability: Walkable {
  static func reading(_ builder: Builder) -> Reader { builder.asReader }

  static func walk(_ value: Reader, with walker: inout Walker) {
    walker.note(value.isNull)
    walker.attempt { walker in walker.note(try value.kind == .capability) }
  }
}

extension AnyStruct: Walkable {
  static func reading(_ builder: Builder) -> Reader { builder.asReader }

  static func walk(_ value: Reader, with walker: inout Walker) {
    for index in 0..<8 { walker.note(value.bool(at: index)) }
    var bytes = (0..<value.dataBitCount / 8).map { value.scalar(at: $0) as UInt8 }
    if walker.seesSizes {
      walker.note(value.dataBitCount)
    } else {
      while bytes.last == 0 { bytes.removeLast() }
    }
    walker.note(bytes)
    walker.go(through: value.pointerCount) { walker, slot in
      AnyPointer.walk(value.pointer(at: slot), with: &walker)
    }
  }

  static func walk(list: ListReader, with walker: inout Walker) {
    walker.go(through: list.count) { walker, index in walk(list[index], with: &walker) }
  }
}

extension AnyList: Walkable {
  static func reading(_ builder: Builder) -> Reader { builder.asReader }

  static func walk(_ value: Reader, with walker: inout Walker) {
    walker.note(value.elementSize.rawValue)
    walker.attempt { walker in walker.note(try value.totalSize.words) }
    func walk<Element: WalkableElement>(_ type: List<Element>.Type) {
      guard let list = value.as(type) else { return walker.note(value.count) }
      Element.walk(list: list, with: &walker)
    }
    switch value.elementSize {
    case .void: walk(List<VoidValue>.self)
    case .bit: walk(List<Bool>.self)
    case .byte: walk(List<UInt8>.self)
    case .twoBytes: walk(List<UInt16>.self)
    case .fourBytes: walk(List<Int32>.self)
    case .eightBytes: walk(List<UInt64>.self)
    case .pointer: walk(List<AnyPointer>.self)
    case .composite: walk(List<AnyStruct>.self)
    }
  }
}

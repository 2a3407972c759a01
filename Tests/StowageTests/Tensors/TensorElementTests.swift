import Foundation
import Stowage
import Testing

@Suite struct TensorElementTests {
  private func comesBack<Element: TensorElement & Equatable>(
    _ elements: [Element], _ type: Tensor.ElementType
  ) throws {
    let tensor = try Tensor(elements + elements, shape: [2, elements.count])
    #expect(tensor.element == type)
    #expect(tensor.element.size == MemoryLayout<Element>.size)
    #expect(try tensor.elements() == elements + elements)
    #expect(try tensor[1, 0] == elements[0])
    #expect(
      try tensor.transposed().elements(as: Element.self).prefix(2) == [elements[0], elements[0]])
    let scalar = Tensor(scalar: elements[0])
    #expect(scalar.shape.isEmpty && scalar.count == 1)
    #expect(try scalar.elements(as: Element.self) == [elements[0]])
    #expect(try scalar[] == elements[0])
    for format in Format.allCases {
      let bytes = try serialize(.tensor(tensor), format: format)
      #expect(try deserialize(bytes).tensor?.elements(as: Element.self) == elements + elements)
    }
  }

  @Test func everyType() throws {
    try comesBack([true, false, true], .bool)
    try comesBack([Int8.min, 0, .max], .int8)
    try comesBack([Int16.min, 0, .max], .int16)
    try comesBack([Int32.min, 0, .max], .int32)
    try comesBack([Int64.min, 0, .max], .int64)
    try comesBack([Int.min, 0, .max], .int64)
    try comesBack([UInt8.min, 7, .max], .uint8)
    try comesBack([UInt16.min, 7, .max], .uint16)
    try comesBack([UInt32.min, 7, .max], .uint32)
    try comesBack([UInt64.min, 7, .max], .uint64)
    try comesBack([UInt.min, 7, .max], .uint64)
    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
      try comesBack([Float16(1.5), -.infinity, .leastNonzeroMagnitude], .float16)
    #endif
    try comesBack([BFloat16(1.5), BFloat16(-.infinity), BFloat16(bitPattern: 1)], .bfloat16)
    try comesBack([Float(1.5), -.infinity, .leastNonzeroMagnitude], .float32)
    try comesBack([1.5, -.infinity, .leastNonzeroMagnitude], .float64)
  }

  @Test func elementsAreLittleEndian() {
    #expect(Tensor([Int32(1), 0x0102_0304]).storage.bytes == Data([1, 0, 0, 0, 4, 3, 2, 1]))
  }

  @Test func anotherTypeIsRefusedAndNamed() throws {
    let tensor = Tensor([Float(1), 2])
    #expect { try tensor.elements(as: Double.self) } throws: { error in
      let error = error as? StowageError
      return error?.code == .wrongType && "\(error?.message ?? "")".contains("float32")
    }
    #expect(throws: StowageError.self) { try tensor[0, as: Int32.self] }
    #expect(throws: StowageError.self) { try tensor.withSpan(of: UInt32.self) { $0.count } }
  }

  @Test func aByteThatIsNoBoolIsTrue() throws {
    let tensor = try Tensor(Tensor.Storage(Data([0, 1, 2, 255]), of: .bool), shape: [4])
    #expect(try tensor.elements() == [false, true, true, true])
    #expect(try tensor.withSpan(of: Bool.self) { span in span[3] == true })
  }

  @Test func numbersAtAnyAddress() throws {
    // Slices of data begin anywhere.
    let bytes = Data([9]) + Tensor([1.5, 2.5, 3.5]).storage.bytes
    for slice in [bytes.dropFirst(), Data(bytes.dropFirst())] {
      let tensor = try Tensor(Tensor.Storage(slice, of: .float64), shape: [3])
      #expect(try tensor.elements() == [1.5, 2.5, 3.5])
      #expect(try tensor[2] == 3.5)
      #expect(try tensor.withSpan(of: Double.self) { span in span[1] } == 2.5)
      #expect(try tensor.slice(0..<3, by: 2).elements() == [1.5, 3.5])
      #expect(tensor == Tensor([1.5, 2.5, 3.5]))
    }
  }

  @Test func shapesThatDoNotFit() {
    #expect(throws: StowageError.self) { try Tensor([1.0, 2.0], shape: [3]) }
    #expect(throws: StowageError.self) { try Tensor([1.0, 2.0], shape: [-1, -2]) }
    #expect(throws: StowageError.self) { try Tensor([1.0], shape: [.max, .max]) }
    #expect(throws: StowageError.self) { try Tensor([Double](), shape: [1 << 32, 1 << 32]) }
    #expect(throws: Never.self) { try Tensor([Double](), shape: [1 << 32, 1 << 32, 0]) }
  }

  @Test func oneElementEverywhere() throws {
    let tensor = try Tensor(repeating: Int16(3), shape: [2, 2])
    #expect(try tensor.elements() == [Int16](repeating: 3, count: 4))
    #expect(tensor.storage.count == 4)
  }

  @Test func placesThatAreNotThere() throws {
    let tensor = try Tensor([Int8](0..<6), shape: [2, 3])
    #expect(try tensor[1, 2] == Int8(5))
    for indices in [[2, 0], [0, 3], [-1, 0], [0, -1], [.max, .max], [.min, 0]] {
      #expect(throws: StowageError.self) {
        let _: Int8 = try tensor[indices[0], indices[1]]
      }
    }
    #expect(throws: StowageError.self) { let _: Int8 = try tensor[0] }
    #expect(throws: StowageError.self) { let _: Int8 = try tensor[0, 0, 0] }
  }

  @Test func spansOfWhatIsContiguousAreWhereItIs() throws {
    let tensor = try Tensor((0..<6).map(Double.init), shape: [2, 3])
    let sum = try tensor.select(1).withSpan(of: Double.self) { span in
      span.indices.reduce(0) { $0 + span[$1] }
    }
    #expect(sum == 12)
    #expect(
      try tensor.transposed().withSpan(of: Double.self) { span in [span[0], span[1]] } == [0, 3])
  }
}

@Suite struct BFloat16Tests {
  @Test(arguments: [
    (0, 0), (1, 0x3F80), (-2.5, 0xC020), (Float.infinity, 0x7F80),
    // Halfway between two: to the even one.
    (Float(bitPattern: 0x3F80_8000), 0x3F80), (Float(bitPattern: 0x3F81_8000), 0x3F82),
    (Float(bitPattern: 0x3F80_8001), 0x3F81), (Float(bitPattern: 0x3F80_7FFF), 0x3F80),
    (.greatestFiniteMagnitude, 0x7F80), (-.greatestFiniteMagnitude, 0xFF80), (-0.0, 0x8000),
  ])
  func rounding(value: Float, bits: Int) {
    #expect(BFloat16(value).bitPattern == UInt16(bits))
  }

  @Test func everyOneIsAFloat() {
    for bits in UInt16.min...UInt16.max {
      let number = BFloat16(bitPattern: bits)
      if Float(number).isNaN {
        #expect(Float(BFloat16(Float(number))).isNaN)
      } else {
        #expect(BFloat16(Float(number)).bitPattern == bits)
      }
    }
  }

  @Test func whatIsCutOffANumberThatIsNone() {
    #expect(Float(BFloat16(Float(bitPattern: 0x7F80_0001))).isNaN)
  }
}

public import Foundation

extension Tensor {
  /// How many bytes a copy may have that is larger than what it is copied from, unless another limit
  /// is given: elements that a view repeats could fill any memory.
  public static let copyLimit = 1 << 30

  /// Makes a tensor of elements, row by row.
  ///
  /// - Throws: `StowageError` where there are not as many elements as the shape has.
  public init<Element: TensorElement>(
    _ elements: [Element], shape: [Int]
  ) throws(StowageError) {
    guard Self.product(shape) == elements.count else {
      throw StowageError(
        .invalidArgument,
        "\(elements.count) elements do not fill the shape \(shape): it takes as many as the "
          + "product of its sizes")
    }
    try self.init(Storage(elements), shape: shape)
  }

  /// Makes a tensor of one dimension.
  public init<Element: TensorElement>(_ elements: [Element]) {
    self.init(within: Storage(elements), shape: [elements.count], strides: [1], offset: 0)
  }

  /// Makes a tensor of no dimensions, which has one element.
  public init<Element: TensorElement>(scalar: Element) {
    self.init(within: Storage([scalar]), shape: [], strides: [], offset: 0)
  }

  /// Makes a tensor that has one element everywhere.
  ///
  /// - Throws: `StowageError` where there is no such shape, or the tensor would be larger than the
  ///   limit.
  public init<Element: TensorElement>(
    repeating element: Element, shape: [Int], limit: Int = Tensor.copyLimit
  ) throws(StowageError) {
    self = try Tensor(scalar: element).expanded(to: shape).contiguous(limit: limit)
  }

  /// The elements row by row.
  ///
  /// - Parameters:
  ///   - type: the type that stands for the kind of the elements.
  ///   - limit: how many bytes they may have, where the view repeats elements.
  /// - Throws: `StowageError` where the elements are of another kind, or too many.
  public func elements<Element: TensorElement>(
    as type: Element.Type = Element.self, limit: Int = Tensor.copyLimit
  ) throws(StowageError) -> [Element] {
    try check(type)
    try checkSize(limit)
    let count = count
    return unsafe Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      unsafe gather(into: UnsafeMutableRawBufferPointer(buffer), isBool: type == Bool.self)
      initialized = count
    }
  }

  /// One element.
  ///
  /// - Parameters:
  ///   - indices: one for each dimension.
  ///   - type: the type that stands for the kind of the elements.
  /// - Throws: `StowageError` where the elements are of another kind, or there is none at that place.
  public subscript<Element: TensorElement>(
    indices: Int..., as type: Element.Type = Element.self
  ) -> Element {
    get throws(StowageError) {
      try check(type)
      guard indices.count == shape.count,
        zip(indices, shape).allSatisfy({ $0 >= 0 && $0 < $1 })
      else {
        throw StowageError(
          .invalidArgument,
          "there is no element at \(indices) of a tensor of the shape \(shape)")
      }
      let place = zip(indices, strides).reduce(offset) { $0 + $1.0 * $1.1 }
      let one = Tensor(within: storage, shape: [1], strides: [1], offset: place)
      return try one.elements(as: type)[0]
    }
  }

  /// The elements row by row, little-endian.
  ///
  /// They are not copied where they are so in the storage.
  ///
  /// - Parameter limit: how many bytes there may be, where the view repeats elements.
  /// - Throws: `StowageError` where there would be more.
  public func contiguousBytes(limit: Int = Tensor.copyLimit) throws(StowageError) -> Data {
    let size = element.size
    if isContiguous {
      let start = storage.bytes.startIndex + offset * size
      return storage.bytes[start..<start + count * size]
    }
    try checkSize(limit)
    return littleEndianBytes()
  }

  /// Gives the elements row by row to a function, without copying them where they are so in the
  /// storage.
  ///
  /// - Parameters:
  ///   - type: the type that stands for the kind of the elements.
  ///   - body: takes the elements, which are there as long as it runs.
  /// - Throws: `StowageError` where the elements are of another kind or too many, or what the
  ///   function throws.
  public func withSpan<Element: TensorElement, Result>(
    of type: Element.Type, _ body: (Span<Element>) throws -> Result
  ) throws -> Result {
    try check(type)
    // A byte that is neither 0 nor 1 is no Bool.
    if isContiguous, type != Bool.self, Self.isLittleEndian {
      let range = offset * element.size..<(offset + count) * element.size
      let result: Result? = unsafe try storage.withBytes { bytes in
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: bytes[range])
        let address = UInt(bitPattern: bytes.baseAddress)
        guard address.isMultiple(of: UInt(MemoryLayout<Element>.alignment)) else { return nil }
        return try unsafe body(Span(_unsafeElements: bytes.assumingMemoryBound(to: Element.self)))
      }
      if let result { return result }
    }
    let elements = try elements(as: type)
    return try body(elements.span)
  }
}

extension Tensor {
  private func check<Element: TensorElement>(_ type: Element.Type) throws(StowageError) {
    guard Element.elementType == element else {
      throw StowageError(
        .wrongType, "the elements of the tensor are \(element), and not \(Element.elementType)")
    }
  }

  /// Refuses a copy that is out of proportion to what it is made from.
  func checkSize(_ limit: Int) throws(StowageError) {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: element.size)
    guard !overflow, bytes <= max(limit, storage.bytes.count) else {
      throw StowageError(
        .limitExceeded,
        "the tensor \(self) repeats the elements of a storage of \(storage.bytes.count) bytes, and a "
          + "copy of it would have more than \(limit) bytes: give a larger limit if it shall")
    }
  }

  /// The number of elements that a shape has, or nil where there is no such shape.
  static func product(_ shape: [Int]) -> Int? {
    guard shape.allSatisfy({ $0 >= 0 }) else { return nil }
    if shape.contains(0) { return 0 }
    var product = 1
    for size in shape {
      let (next, overflow) = product.multipliedReportingOverflow(by: size)
      if overflow { return nil }
      product = next
    }
    return product
  }
}

extension Tensor.Storage {
  /// Takes up elements.
  public convenience init<Element: TensorElement>(_ elements: [Element]) {
    var bytes = unsafe elements.withUnsafeBytes { unsafe Data($0) }
    if !Tensor.isLittleEndian {
      unsafe bytes.withUnsafeMutableBytes {
        unsafe Tensor.reverse($0, MemoryLayout<Element>.size)
      }
    }
    self.init(bytes, of: Element.elementType)
  }
}

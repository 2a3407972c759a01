import Foundation

extension Tensor {
  /// Whether another tensor has the same elements, of the same kind and shape, bit for bit.
  ///
  /// Views that repeat elements of their storages more than a thousand times, other than by the
  /// stride 0, are equal where they are the same view of equal numbers: comparing them otherwise
  /// could take for ever.
  public static func == (left: Tensor, right: Tensor) -> Bool {
    guard left.element == right.element, left.shape == right.shape else { return false }
    let isSameView = left.strides == right.strides
    if left.isEmpty || isSameView && left.offset == right.offset && left.storage === right.storage {
      return true
    }
    var layout = TensorLayout(left.shape, left.strides, right.strides)
    layout.removeRepetitions()
    guard layout.count / 1024 <= left.reach.count + right.reach.count else {
      return isSameView && left.reachedBytes == right.reachedBytes
    }
    return left.matches(right, layout)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(element)
    hasher.combine(shape)
    guard !isEmpty else { return }
    // A few elements tell most tensors apart, and large ones need not be read for it.
    for part in 0..<8 {
      let indices = shape.map { $0 < 1 << 32 ? ($0 - 1) * part / 7 : ($0 - 1) / 7 * part }
      let place = zip(indices, strides).reduce(offset) { $0 + $1.0 * $1.1 }
      let range = place * element.size..<(place + 1) * element.size
      unsafe storage.withBytes {
        unsafe hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[range]))
      }
    }
  }

  private var reachedBytes: Data {
    let (reach, start) = (reach, storage.bytes.startIndex)
    return storage.bytes[
      start + reach.lowerBound * element.size..<start + reach.upperBound * element.size]
  }

  private func matches(_ other: Tensor, _ layout: TensorLayout) -> Bool {
    unsafe storage.withBytes { mine in
      unsafe other.storage.withBytes { others in
        layout.forEachRun(offset, other.offset) { left, right, axis in
          unsafe Self.matches(mine, left, others, right, axis, element.size)
        }
      }
    }
  }

  private static func matches(
    _ mine: UnsafeRawBufferPointer, _ left: Int, _ others: UnsafeRawBufferPointer, _ right: Int,
    _ axis: TensorLayout.Axis, _ size: Int
  ) -> Bool {
    if axis.left == 1 && axis.right == 1 {
      let count = axis.size * size
      guard let first = mine.baseAddress, let second = others.baseAddress else {
        return true
      }
      return unsafe memcmp(first + left * size, second + right * size, count) == 0
    }
    switch size {
    case 1: return unsafe matches(mine, left, others, right, axis, as: UInt8.self)
    case 2: return unsafe matches(mine, left, others, right, axis, as: UInt16.self)
    case 4: return unsafe matches(mine, left, others, right, axis, as: UInt32.self)
    default: return unsafe matches(mine, left, others, right, axis, as: UInt64.self)
    }
  }

  private static func matches<Word: FixedWidthInteger & BitwiseCopyable>(
    _ mine: UnsafeRawBufferPointer, _ left: Int, _ others: UnsafeRawBufferPointer, _ right: Int,
    _ axis: TensorLayout.Axis, as word: Word.Type
  ) -> Bool {
    let size = MemoryLayout<Word>.size
    for index in 0..<axis.size {
      let first = unsafe mine.loadUnaligned(
        fromByteOffset: (left + index * axis.left) * size, as: word)
      let second = unsafe others.loadUnaligned(
        fromByteOffset: (right + index * axis.right) * size, as: word)
      if first != second { return false }
    }
    return true
  }
}

extension Tensor.Storage {
  /// Gives the numbers to a function, where they are.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    // Storages of no bytes have an address as well, so that nobody has to ask.
    guard !bytes.isEmpty else {
      return try unsafe withUnsafeBytes(of: UInt64(0)) {
        try unsafe body(UnsafeRawBufferPointer(rebasing: $0[0..<0]))
      }
    }
    return try unsafe bytes.withUnsafeBytes { try unsafe body($0) }
  }
}

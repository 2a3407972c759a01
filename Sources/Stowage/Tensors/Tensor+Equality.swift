import Foundation

extension Tensor {
  /// Whether another tensor has the same elements, of the same kind and shape, bit for bit.
  public static func == (left: Tensor, right: Tensor) -> Bool {
    left.storage.element == right.storage.element && left.shape == right.shape
      && (left.isSameView(as: right) || left.contiguousBytes() == right.contiguousBytes())
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(storage.element)
    hasher.combine(shape)
  }

  private func isSameView(as other: Tensor) -> Bool {
    storage === other.storage && strides == other.strides && offset == other.offset
  }

  /// The elements row by row, little-endian.
  func contiguousBytes() -> Data {
    let size = storage.element.size
    var bytes = Data()
    var index = Array(repeating: 0, count: shape.count)
    guard !shape.contains(0) else { return bytes }
    while true {
      let place = offset + zip(index, strides).reduce(0) { $0 + $1.0 * $1.1 }
      let start = storage.bytes.startIndex + place * size
      bytes += storage.bytes[start..<start + size]
      var axis = shape.count - 1
      while axis >= 0 {
        index[axis] += 1
        if index[axis] < shape[axis] { break }
        index[axis] = 0
        axis -= 1
      }
      if axis < 0 { return bytes }
    }
  }
}

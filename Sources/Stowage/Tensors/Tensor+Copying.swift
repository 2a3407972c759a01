import Foundation

extension Tensor {
  static var isLittleEndian: Bool { UInt16(1).littleEndian == 1 }

  /// The elements row by row, little-endian, without a limit.
  func littleEndianBytes() -> Data {
    var bytes = Data(count: count * element.size)
    unsafe bytes.withUnsafeMutableBytes { unsafe copy(into: $0) }
    return bytes
  }

  /// Puts the elements row by row into memory, as this machine has them.
  func gather(into target: UnsafeMutableRawBufferPointer, isBool: Bool) {
    unsafe copy(into: target)
    if isBool {
      for index in target.indices where unsafe target[index] > 1 { unsafe target[index] = 1 }
    }
    if !Self.isLittleEndian { unsafe Self.reverse(target, element.size) }
  }

  static func reverse(_ bytes: UnsafeMutableRawBufferPointer, _ size: Int) {
    for start in stride(from: 0, to: bytes.count, by: size) {
      unsafe bytes[start..<start + size].reverse()
    }
  }

  private func copy(into target: UnsafeMutableRawBufferPointer) {
    let size = element.size
    var end = 0
    unsafe storage.withBytes { bytes in
      _ = TensorLayout(self).forEachRun(offset, offset) { start, _, axis in
        let part = unsafe UnsafeMutableRawBufferPointer(
          rebasing: target[end..<end + axis.size * size])
        if axis.left == 1 {
          let run = start * size..<(start + axis.size) * size
          unsafe part.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[run]))
        } else {
          switch size {
          case 1: unsafe Self.copy(bytes, start, axis, part, as: UInt8.self)
          case 2: unsafe Self.copy(bytes, start, axis, part, as: UInt16.self)
          case 4: unsafe Self.copy(bytes, start, axis, part, as: UInt32.self)
          default: unsafe Self.copy(bytes, start, axis, part, as: UInt64.self)
          }
        }
        end += part.count
        return true
      }
    }
  }

  private static func copy<Word: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ axis: TensorLayout.Axis,
    _ target: UnsafeMutableRawBufferPointer, as word: Word.Type
  ) {
    let size = MemoryLayout<Word>.size
    for index in 0..<axis.size {
      let value = unsafe bytes.loadUnaligned(
        fromByteOffset: (start + index * axis.left) * size, as: word)
      unsafe target.storeBytes(of: value, toByteOffset: index * size, as: word)
    }
  }
}

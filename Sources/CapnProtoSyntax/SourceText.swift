/// The bytes of one file, and its names.
package final class SourceText {
  /// Where its source knows it.
  package let path: String
  /// What people and nodes call it.
  package let displayName: String
  package let bytes: SharedBytes
  /// Which of the compiler's sources it came from.
  package let source: Int
  /// The folder that relative imports from it cannot leave.
  package let root: String

  private lazy var lineStarts: [Int] = {
    [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }()

  package convenience init(
    path: String, displayName: String, bytes: [UInt8], source: Int, root: String = ""
  ) {
    self.init(
      path: path, displayName: displayName, bytes: SharedBytes(bytes), source: source, root: root)
  }

  package init(
    path: String, displayName: String, bytes: SharedBytes, source: Int, root: String = ""
  ) {
    self.path = path
    self.displayName = displayName
    self.bytes = bytes
    self.source = source
    self.root = root
  }

  /// A text that is larger than this may have more lines than there is memory to keep their starts.
  private static let mostWithLineStarts = 1 << 24

  package func position(_ offset: Int) -> (line: Int, column: Int) {
    guard bytes.count <= Self.mostWithLineStarts else { return counted(offset) }
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - lineStarts[low] + 1)
  }

  private func counted(_ offset: Int) -> (line: Int, column: Int) {
    var (line, start) = (1, 0)
    for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A {
      (line, start) = (line + 1, index + 1)
    }
    return (line, offset - start + 1)
  }
}

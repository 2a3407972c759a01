/// The bytes of one file, and its names.
package final class SourceText {
  /// Where its source knows it.
  package let path: String
  /// What people and nodes call it.
  package let displayName: String
  package let bytes: [UInt8]
  /// Which of the compiler's sources it came from.
  package let source: Int
  /// The folder that relative imports from it cannot leave.
  package let root: String

  private lazy var lineStarts: [Int] = {
    [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }()

  package init(path: String, displayName: String, bytes: [UInt8], source: Int, root: String = "") {
    self.path = path
    self.displayName = displayName
    self.bytes = bytes
    self.source = source
    self.root = root
  }

  package func position(_ offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - lineStarts[low] + 1)
  }
}

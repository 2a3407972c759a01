/// The bytes of one file, and its names.
final class SourceText {
  let place: SourcePlace
  let bytes: [UInt8]

  private lazy var lineStarts: [Int] = {
    [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }()

  init(_ place: SourcePlace, _ bytes: [UInt8]) {
    self.place = place
    self.bytes = bytes
  }

  var displayName: String { place.displayName }

  func position(_ offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - lineStarts[low] + 1)
  }
}

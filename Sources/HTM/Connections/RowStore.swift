/// Many short rows that grow and shrink, all in one array.
///
/// Each row has a block of the array, as long as a power of two. A row that outgrows its block moves
/// to another one, and the block that it leaves is used again.
struct RowStore<Element: BitwiseCopyable & Sendable>: Sendable {
  private struct Row: BitwiseCopyable {
    var start = 0
    var count: Int32 = 0
    var capacity: Int32 = 0
  }

  /// Rows that nothing was ever added to may lie beyond the end.
  private var rows: [Row] = []

  /// The elements of all rows, found by their ranges.
  var elements: [Element] = []

  /// Where blocks begin that no row has, by the logarithm of their length.
  private var freeBlocks: [[Int]] = []

  private let filler: Element

  init(filler: Element) { self.filler = filler }

  /// Where the elements of a row are.
  func range(_ row: Int) -> Range<Int> {
    guard row < rows.count else { return 0..<0 }
    let found = rows[row]
    return found.start..<found.start + Int(found.count)
  }

  func count(_ row: Int) -> Int { row < rows.count ? Int(rows[row].count) : 0 }

  func row(_ row: Int) -> ArraySlice<Element> { elements[range(row)] }

  mutating func append(_ element: Element, to row: Int) {
    if row >= rows.count || rows[row].count == rows[row].capacity {
      reserve(count(row) + 1, in: row)
    }
    elements[rows[row].start + Int(rows[row].count)] = element
    rows[row].count += 1
  }

  /// Gives a row room, so that it need not move while that many elements are in it.
  mutating func reserve(_ capacity: Int, in row: Int) {
    if row >= rows.count {
      rows.append(contentsOf: repeatElement(Row(), count: row + 1 - rows.count))
    }
    let old = rows[row]
    guard capacity > Int(old.capacity) else { return }
    let exponent = Int.bitWidth - (capacity - 1).leadingZeroBitCount
    let start = takeBlock(exponent)
    var span = elements.mutableSpan
    for offset in 0..<Int(old.count) { span[start + offset] = span[old.start + offset] }
    rows[row] = Row(start: start, count: old.count, capacity: 1 << exponent)
    giveBack(old)
  }

  /// Removes an element; those behind it move up.
  mutating func remove(at offset: Int, of row: Int) {
    let range = range(row)
    for place in range.lowerBound + offset..<range.upperBound - 1 {
      elements[place] = elements[place + 1]
    }
    rows[row].count -= 1
  }

  /// Removes the elements of a row that are not to be kept, in time in proportion to its length.
  mutating func filter(_ row: Int, _ keeps: (Element) -> Bool) {
    let range = range(row)
    var kept = range.lowerBound
    for place in range where keeps(elements[place]) {
      elements[kept] = elements[place]
      kept += 1
    }
    truncate(row, to: kept - range.lowerBound)
  }

  /// Removes the element at a place of the array; the last of the row takes it.
  mutating func removeUnordered(at place: Int, of row: Int) {
    elements[place] = elements[range(row).upperBound - 1]
    rows[row].count -= 1
  }

  /// Keeps only the first elements of a row.
  mutating func truncate(_ row: Int, to count: Int) {
    guard row < rows.count else { return }
    rows[row].count = Int32(truncatingIfNeeded: count)
    guard count == 0 else { return }
    giveBack(rows[row])
    rows[row] = Row()
  }

  private mutating func takeBlock(_ exponent: Int) -> Int {
    if exponent < freeBlocks.count, let start = freeBlocks[exponent].popLast() { return start }
    let start = elements.count
    elements.append(contentsOf: repeatElement(filler, count: 1 << exponent))
    return start
  }

  private mutating func giveBack(_ block: Row) {
    guard block.capacity > 0 else { return }
    let exponent = block.capacity.trailingZeroBitCount
    while freeBlocks.count <= exponent { freeBlocks.append([]) }
    freeBlocks[exponent].append(block.start)
  }
}

extension RowStore {
  /// Makes rows of known lengths, which are filled with `append` then.
  init(filler: Element, lengths: [Int32]) {
    self.init(filler: filler)
    rows.reserveCapacity(lengths.count)
    var start = 0
    for length in lengths {
      guard length > 0 else {
        rows.append(Row())
        continue
      }
      let capacity = Int32(1) << (Int32.bitWidth - (length - 1).leadingZeroBitCount)
      rows.append(Row(start: start, count: 0, capacity: capacity))
      start += Int(capacity)
    }
    elements = Array(repeating: filler, count: start)
  }
}

/// Memory for the values of a line of JSON, which is used again for the next line.
///
/// That is what makes it another than `JSONDocument`.
struct JSONRow: Sendable {
  private var memory: JSONItemMemory?

  /// The values of a line, whose syntax is checked, in the place of those of the line before.
  ///
  /// They can be used for as long as this lives and parses nothing else.
  mutating func parse(_ text: Span<UInt8>) throws(ReductionsError) -> JSONItems {
    guard text.count < UInt32.max else { throw .input("line", "it has 4 GiB or more") }
    // A copy keeps what it has.
    let isOwn = isKnownUniquelyReferenced(&self.memory)
    let memory = isOwn ? self.memory ?? JSONItemMemory() : JSONItemMemory()
    self.memory = memory
    return unsafe try text.withUnsafeBufferPointer { buffer throws(ReductionsError) in
      guard var scanner = unsafe JSONScanner(buffer, memory) else {
        throw JSONScanner.fault(0, "the line ends before the value")
      }
      return try scanner.parse()
    }
  }
}

/// Room for items that only the row that owns it writes to.
@safe
final class JSONItemMemory: @unchecked Sendable {
  private(set) var items: UnsafeMutablePointer<JSONItems.Item>
  private(set) var capacity = 64

  init() { unsafe items = .allocate(capacity: capacity) }

  deinit { unsafe items.deallocate() }

  /// Makes more room, and keeps what is there.
  func grow() {
    let larger = UnsafeMutablePointer<JSONItems.Item>.allocate(capacity: 2 * capacity)
    unsafe larger.update(from: items, count: capacity)
    unsafe items.deallocate()
    unsafe items = larger
    capacity *= 2
  }
}

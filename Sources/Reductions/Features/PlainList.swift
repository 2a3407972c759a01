/// A list of plain values that is filled anew for each example or batch.
///
/// An array looks at each append whether its memory has other owners. This looks once: in
/// `removeAll`, and in `detach`, one of which comes before whatever is appended.
@safe
struct PlainList<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  @safe
  private final class Memory {
    let start: UnsafeMutablePointer<Element>

    init(_ capacity: Int) { unsafe start = .allocate(capacity: capacity) }

    deinit { unsafe start.deallocate() }
  }

  private var memory: Memory?
  private var start: UnsafeMutablePointer<Element>?
  private var capacity = 0
  private(set) var count = 0

  @inline(__always)
  init() {}

  @inline(__always)
  subscript(place: Int) -> Element {
    get {
      precondition(UInt(bitPattern: place) < UInt(bitPattern: count), "no such place in the list")
      return unsafe start.unsafelyUnwrapped[place]
    }
    set {
      precondition(UInt(bitPattern: place) < UInt(bitPattern: count), "no such place in the list")
      unsafe start.unsafelyUnwrapped[place] = newValue
    }
  }

  /// The last value, if there is any.
  @inline(__always)
  var last: Element? { count > 0 ? self[count - 1] : nil }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { move(to: max(16, 2 * capacity)) }
    unsafe (start.unsafelyUnwrapped + count).initialize(to: element)
    count &+= 1
  }

  /// Removes all values, and keeps the memory where nobody else has it.
  @inline(__always)
  mutating func removeAll() {
    count = 0
    if !isKnownUniquelyReferenced(&memory) { (memory, capacity) = (nil, 0) }
  }

  /// Removes the values from a place on.
  mutating func removeAll(from place: Int) {
    detach()
    count = min(count, max(place, 0))
  }

  /// Takes memory of its own, if it shares what it has.
  @inline(__always)
  mutating func detach() {
    if !isKnownUniquelyReferenced(&memory), memory != nil { move(to: capacity) }
  }

  @inline(never)
  private mutating func move(to capacity: Int) {
    let moved = Memory(capacity)
    if let start = unsafe start { unsafe moved.start.update(from: start, count: count) }
    unsafe start = moved.start
    (memory, self.capacity) = (moved, capacity)
  }

  /// Calls a function with the values, which stay where they are meanwhile.
  @inline(__always)
  @unsafe
  func withUnsafeBuffer<Result>(
    _ body: (UnsafeMutableBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    defer { withExtendedLifetime(memory) {} }
    return unsafe try body(UnsafeMutableBufferPointer(start: start, count: count))
  }
}

import CapnProto

/// Walks through all of a message, in one order or the other, and remembers what it saw as one
/// number: a copy of the message must give the same number.
struct Walker {
  /// From the last field and the last element to the first: what lies beyond the end is then read
  /// before an error about something else can end the walk.
  let isReversed: Bool

  /// Whether a struct counts as another one when only the zeros at its end are more or less: an edit
  /// gives old structs the size that they have today.
  let seesSizes: Bool

  private(set) var digest: UInt64 = 0xcbf2_9ce4_8422_2325
  private(set) var failures = 0

  /// Whether something was left out: by a limit of the reader, or because the walk is long enough.
  private(set) var isPartial = false
  private var steps = 2000

  init(reversed: Bool = false, seesSizes: Bool = true) {
    isReversed = reversed
    self.seesSizes = seesSizes
  }

  mutating func note(_ value: some FixedWidthInteger) {
    digest = (digest ^ UInt64(truncatingIfNeeded: value)) &* 0x100_0000_01b3
    digest ^= digest >> 29
  }

  mutating func note(_ value: Bool) { note(value ? 1 : 0) }

  mutating func note(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { note(byte) }
  }

  /// Takes a step that may meet damage; what it throws is noted, and the walk goes on elsewhere.
  mutating func attempt(_ step: (inout Walker) throws -> Void) {
    guard steps > 0 else {
      isPartial = true
      return
    }
    steps -= 1
    do {
      try step(&self)
    } catch {
      failures += 1
      note(0xbad)
      guard let error = error as? CapnProtoError else { fatalError("thrown was \(error)") }
      if error.code == .traversalLimit {
        isPartial = true
        steps = 0
      }
      // Which depth is too deep depends on where the walk started.
      if error.code == .nestingLimit { isPartial = true }
    }
  }

  /// Goes to the indices of a list: all of a short one, both ends of a long one.
  mutating func go(through count: Int, _ step: (inout Walker, Int) throws -> Void) {
    note(count)
    let end = 24
    let indices = count <= 2 * end ? Array(0..<count) : Array(0..<end) + Array(count - end..<count)
    for index in isReversed ? indices.reversed() : indices { attempt { try step(&$0, index) } }
  }
}

/// A type of pointer that a walker knows its way through.
protocol Walkable: WalkableElement, PointerType, SendableMetatype {
  static func walk(_ value: Reader, with walker: inout Walker)

  /// What is being built, for reading.
  static func reading(_ builder: Builder) -> Reader
}

/// A type of element whose lists a walker knows its way through.
protocol WalkableElement: ListElement {
  static func walk(list: ListReader, with walker: inout Walker)
}

extension Walkable where ListReader == PointerListReader<Self> {
  static func walk(list: ListReader, with walker: inout Walker) {
    walker.go(through: list.count) { walker, index in
      walker.note(list.has(at: index))
      walk(try list[index], with: &walker)
    }
  }
}

extension Walkable where Self: StructType {
  static func reading(_ builder: Builder) -> Reader { builder.asReader }

  static func walk(list: StructListReader<Self>, with walker: inout Walker) {
    walker.go(through: list.count) { walker, index in walk(list[index], with: &walker) }
  }
}

extension List: Walkable, WalkableElement where Element: WalkableElement {
  static func walk(_ value: Element.ListReader, with walker: inout Walker) {
    Element.walk(list: value, with: &walker)
  }

  static func reading(_ builder: Element.ListBuilder) -> Element.ListReader {
    Element.ListReader(_raw: builder._raw.asReader)
  }
}

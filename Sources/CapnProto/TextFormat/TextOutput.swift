/// Text that is being written.
///
/// It is written on one line, with a mark at each place where that line may have to be broken. A
/// struct or list that turns out to fit takes its marks back, so that all of it takes linear time.
struct TextOutput {
  /// The longest item of a struct or list that is not broken.
  static let itemLimit = 24

  /// The most that the items of a struct that is not broken may take together.
  static let recordLimit = 64

  /// A place where the line is broken, unless the mark is taken back.
  private struct Mark {
    enum Kind {
      /// Behind what opens a list element or the whole, which stands on a line of its own already.
      case space
      /// Behind what opens the value of a field.
      case line
      /// Between two items, in place of the space.
      case nextLine
    }

    var offset: Int
    var depth: Int
    var kind: Kind
  }

  /// A struct or list that is open.
  struct Block {
    fileprivate var firstMark: Int
    fileprivate var number: Int
    fileprivate var depth: Int
    fileprivate var limit: Int
    fileprivate var total = 0
    fileprivate var items = 0
    fileprivate var isBroken = false
    fileprivate var itemStart = 0
  }

  /// How the places are found where lines are broken.
  enum Lines {
    /// All is one line.
    case one
    /// Places are marked, and the whole is put together at the end.
    case marked
    /// The text is not kept: only which structs and lists are broken is found out.
    case measured
    /// It is known which structs and lists are broken.
    case planned
  }

  private let lines: Lines
  private(set) var plan: LinePlan
  private let sink: PieceSink?
  private var bytes: [UInt8] = []
  private var passed = 0
  private var marks: [Mark] = []
  private var indentation = 0

  init(pretty: Bool) { self.init(pretty ? .marked : .one) }

  /// Text that is passed on to a sink, if any, piece by piece.
  init(_ lines: Lines, plan: LinePlan = LinePlan(), sink: PieceSink? = nil) {
    (self.lines, self.plan, self.sink) = (lines, plan, sink)
  }

  /// How much was written, without what is added to marked text at the end.
  private var written: Int { passed + bytes.count }

  /// About how large the text is so far.
  var count: Int { written + indentation }

  mutating func append(_ text: String) { bytes += text.utf8 }

  mutating func append(_ text: some Collection<UInt8>) { bytes += text }

  /// Whether the text need not be kept.
  var isPassedOn: Bool { sink != nil || lines == .measured }

  /// Passes on what there is if that is enough, or at the end whatever it is.
  mutating func passOn(atLeast size: Int = PieceSink.pieceBytes) {
    guard isPassedOn, bytes.count >= size else { return }
    passed += bytes.count
    if lines != .measured { sink?.take(bytes) }
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func open(_ bracket: String, depth: Int, isField: Bool, limit: Int) -> Block {
    append(bracket)
    var block = Block(firstMark: marks.count, number: 0, depth: depth, limit: limit)
    switch lines {
    case .one: break
    case .marked: mark(isField ? .line : .space, depth)
    case .measured: block.number = plan.begin()
    case .planned:
      block.isBroken = plan.next()
      if block.isBroken { if isField { breakLine(depth) } else { append(" ") } }
    }
    return block
  }

  mutating func beginItem(_ block: inout Block) {
    passOn()
    if block.items > 0 {
      bytes.append(UInt8(ascii: ","))
      if lines == .marked { mark(.nextLine, block.depth) }
      if lines == .planned, block.isBroken { breakLine(block.depth) } else { append(" ") }
    }
    block.items += 1
    block.itemStart = written
  }

  mutating func endItem(_ block: inout Block) {
    guard lines != .planned else { return }
    // What is broken inside of the item does not count, as it would be too long without that.
    let size = written - block.itemStart
    block.total += size
    if size > Self.itemLimit || block.total > block.limit { block.isBroken = true }
  }

  mutating func close(_ bracket: String, _ block: Block) {
    switch (lines, block.isBroken) {
    case (.one, _), (.measured, false), (.planned, false): break
    case (.marked, false): marks.removeLast(marks.count - block.firstMark)
    case (.marked, true):
      mark(.space, block.depth)
      indentation += block.items * (2 * block.depth + 1)
    case (.measured, true):
      plan.breakLines(of: block.number)
      indentation += block.items * (2 * block.depth + 1)
    case (.planned, true): append(" ")
    }
    append(bracket)
  }

  private mutating func breakLine(_ depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  private mutating func mark(_ kind: Mark.Kind, _ depth: Int) {
    marks.append(Mark(offset: bytes.count, depth: depth, kind: kind))
  }
}

extension TextOutput {
  /// The text, with its lines broken.
  func finished() -> [UInt8] {
    guard !marks.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(count + marks.count)
    var position = 0
    for mark in marks {
      result += bytes[position..<mark.offset]
      position = mark.offset
      switch mark.kind {
      case .space:
        result.append(UInt8(ascii: " "))
        continue
      case .line: break
      case .nextLine: position += 1
      }
      result.append(UInt8(ascii: "\n"))
      result += repeatElement(UInt8(ascii: " "), count: 2 * mark.depth)
    }
    return result + bytes[position...]
  }
}

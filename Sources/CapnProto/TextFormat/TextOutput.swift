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
    fileprivate var depth: Int
    fileprivate var limit: Int
    fileprivate var total = 0
    fileprivate var items = 0
    fileprivate var isBroken = false
    fileprivate var itemStart = 0
  }

  private let pretty: Bool
  private var bytes: [UInt8] = []
  private var marks: [Mark] = []
  private var indentation = 0

  init(pretty: Bool) { self.pretty = pretty }

  /// About how large the text is so far.
  var count: Int { bytes.count + indentation }

  mutating func append(_ text: String) { bytes += text.utf8 }

  mutating func append(_ text: some Collection<UInt8>) { bytes += text }

  mutating func open(_ bracket: String, depth: Int, isField: Bool, limit: Int) -> Block {
    append(bracket)
    let block = Block(firstMark: marks.count, depth: depth, limit: limit)
    mark(isField ? .line : .space, depth)
    return block
  }

  mutating func beginItem(_ block: inout Block) {
    if block.items > 0 {
      bytes.append(UInt8(ascii: ","))
      mark(.nextLine, block.depth)
      bytes.append(UInt8(ascii: " "))
    }
    block.items += 1
    block.itemStart = bytes.count
  }

  mutating func endItem(_ block: inout Block) {
    // What is broken inside of the item does not count, as it would be too long without that.
    let size = bytes.count - block.itemStart
    block.total += size
    if size > Self.itemLimit || block.total > block.limit { block.isBroken = true }
  }

  mutating func close(_ bracket: String, _ block: Block) {
    if pretty {
      if block.isBroken {
        mark(.space, block.depth)
        indentation += block.items * (2 * block.depth + 1)
      } else {
        marks.removeLast(marks.count - block.firstMark)
      }
    }
    append(bracket)
  }

  private mutating func mark(_ kind: Mark.Kind, _ depth: Int) {
    guard pretty else { return }
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

/// Rows of comma-separated values, from bytes as they come.
///
/// Fields may stand in quotes, and then hold commas, line breaks and doubled quotes. Empty lines are
/// left out. A row ends with a line feed, before which a carriage return may be.
struct CSVReader {
  /// A row, and the line that it begins on.
  struct Row {
    let line: Int
    let fields: [String]
  }

  /// A row that cannot be read.
  struct Fault: Error {
    let line: Int
    let message: String
  }

  /// How long a row may be, so that input that is none cannot fill the memory.
  static let mostBytes = 1 << 20

  private enum Place {
    case start, plain, quoted, afterQuoted
  }

  private var place = Place.start
  private var fields: [String] = []
  private var field: [UInt8] = []
  private var line = 1
  private var firstLine = 1
  private var count = 0
  private var isFirstByte = true

  /// Takes in a byte; gives the row that it ends, if it does.
  mutating func add(_ byte: UInt8) throws(Fault) -> Row? {
    count += 1
    guard count <= Self.mostBytes else {
      throw Fault(line: firstLine, message: "the row is longer than a megabyte")
    }
    if place == .quoted {
      if byte == 0x22 {
        place = .afterQuoted
      } else {
        if byte == 0x0A { line += 1 }
        field.append(byte)
      }
      return nil
    }
    switch byte {
    case 0x0A: return endRow()
    case 0x2C: endField()
    case 0x22 where place == .start: place = .quoted
    case 0x22 where place == .afterQuoted:
      field.append(byte)
      place = .quoted
    default:
      guard place != .afterQuoted || byte == 0x0D || byte == 0x20 else {
        throw Fault(line: line, message: "there is something behind the quotes of a field")
      }
      if place == .start { place = .plain }
      field.append(byte)
    }
    return nil
  }

  private mutating func endField() {
    var bytes = field[...]
    if fields.isEmpty, firstLine == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes = bytes.dropFirst(3)
    }
    fields.append(String(decoding: bytes, as: UTF8.self))
    field.removeAll(keepingCapacity: true)
    place = .start
  }

  private mutating func endRow() -> Row? {
    if field.last == 0x0D { field.removeLast() }
    let isEmpty = fields.isEmpty && field.allSatisfy { $0 == 0x20 } && place != .afterQuoted
    let first = firstLine
    endField()
    let row = Row(line: first, fields: fields)
    fields.removeAll(keepingCapacity: true)
    line += 1
    (firstLine, count) = (line, 0)
    return isEmpty ? nil : row
  }

  /// The last row, where no line feed is behind it.
  mutating func finish() throws(Fault) -> Row? {
    guard place != .quoted else {
      throw Fault(line: firstLine, message: "the quotes of a field do not end")
    }
    return count == 0 ? nil : endRow()
  }
}

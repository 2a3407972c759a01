internal import Foundation

/// The rows of a file, or of a stream that keeps coming; either may be gzip.
final class MetricInput {
  private let path: String?
  private let standard: FileHandle
  private let follows: Bool
  private let status: stat
  private var input: DataInput
  private var isOpen = false
  private var reader = CSVReader()
  private var columns: MetricColumns?
  private let names: (timestamp: String, value: String)
  private var bytes: [UInt8] = []
  private var place = 0
  private var isOver = false

  /// Whether it is a file, which begins with the same rows each time.
  let isFile: Bool

  /// Whether all of it is there already, and can be read again.
  let isPlainFile: Bool

  /// The length of a plain file.
  let length: Int?

  /// What is told how many bytes were read.
  var onRead: (Int) -> Void = { _ in }

  /// Takes a file, or what is open already.
  init(
    path: String?, standard: Int32, names: (timestamp: String, value: String), follows: Bool
  ) throws(StowFailure) {
    (self.path, self.names, self.follows) = (path, names, follows)
    self.standard = FileHandle(fileDescriptor: standard, closeOnDealloc: false)
    input = try Self.input(path, self.standard, follows)
    var status = stat()
    let result =
      if let path { unsafe stat(path, &status) } else { unsafe fstat(standard, &status) }
    isFile = result == 0 && status.st_mode & S_IFMT == S_IFREG
    self.status = status
    isPlainFile = isFile && !follows
    length = isFile ? Int(status.st_size) : nil
  }

  private static func input(
    _ path: String?, _ standard: FileHandle, _ follows: Bool
  ) throws(StowFailure) -> DataInput {
    let input = try DataInput([path ?? "-"], standardInput: standard)
    input.follows = follows
    return input
  }

  private var name: String { path ?? "standard input" }

  /// Whether a path leads to the same file.
  func isSame(as path: String) -> Bool {
    var other = stat()
    guard unsafe stat(path, &other) == 0 else { return false }
    return status.st_dev == other.st_dev && status.st_ino == other.st_ino
  }

  /// Goes back to the beginning of a plain file.
  func rewind() throws(StowFailure) {
    guard path != nil || lseek(standard.fileDescriptor, 0, SEEK_SET) == 0 else {
      throw .system("\(name) cannot be read again")
    }
    input = try Self.input(path, standard, follows)
    (reader, columns, bytes, place) = (CSVReader(), nil, [], 0)
    (isOpen, isOver) = (false, false)
  }

  /// The next row; nil at the end, or when somebody has asked to end.
  ///
  /// - Parameter waits: what is done before the input may have to be waited for.
  func next(_ waits: () throws(StowFailure) -> Void) throws(StowFailure) -> MetricRow? {
    do throws(CSVReader.Fault) {
      while true {
        while place < bytes.count {
          place += 1
          if let row = try reader.add(bytes[place - 1]), let metric = try use(row) { return metric }
        }
        if isOver || Interruption.isAsked { return nil }
        do throws(StowFailure) {
          try waits()
          try fill()
        } catch { throw CSVReader.Fault(line: 0, message: error.message) }
        if isOver, let row = try reader.finish(), let metric = try use(row) { return metric }
      }
    } catch {
      throw .failed(
        error.line == 0 ? error.message : "\(name), line \(error.line): \(error.message)")
    }
  }

  private func use(_ row: CSVReader.Row) throws(CSVReader.Fault) -> MetricRow? {
    if let columns { return try columns.row(row) }
    columns = try MetricColumns(row, timestamp: names.timestamp, value: names.value)
    return nil
  }

  private func fill() throws(StowFailure) {
    bytes.removeAll(keepingCapacity: true)
    place = 0
    let before = input.bytesRead
    if !isOpen {
      isOpen = true
      _ = try input.openNext()
    }
    // Half a row is none when somebody asked to end.
    isOver = try !input.append(to: &bytes) && !Interruption.isAsked
    onRead(input.bytesRead - before)
  }

  /// Whether there was a row with the names of the columns.
  var hasHeader: Bool { columns != nil }
}

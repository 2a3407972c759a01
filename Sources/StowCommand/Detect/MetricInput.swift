internal import Foundation

/// The rows of a file, or of a stream that keeps coming.
final class MetricInput {
  private let descriptor: Int32
  private let isOwn: Bool
  private let name: String
  private let follows: Bool
  private var reader = CSVReader()
  private var columns: MetricColumns?
  private let names: (timestamp: String, value: String)
  private var bytes: [UInt8] = []
  private var place = 0
  private var isOver = false

  /// Whether all of it is there already, and can be read again.
  let isPlainFile: Bool

  /// The length of a plain file.
  let length: Int?

  /// What is told how many bytes were read.
  var onRead: (Int) -> Void = { _ in }

  /// Opens a file, or takes an open one.
  init(
    path: String?, standard: Int32, names: (timestamp: String, value: String), follows: Bool
  ) throws(StowFailure) {
    name = path ?? "standard input"
    self.names = names
    self.follows = follows
    isOwn = path != nil
    if let path {
      descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .system("\(path) cannot be opened") }
    } else {
      descriptor = standard
    }
    var status = stat()
    let isFile = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    isPlainFile = isFile && !follows
    length = isFile ? Int(status.st_size) : nil
  }

  deinit { if isOwn { close(descriptor) } }

  /// Whether a path leads to the same file.
  func isSame(as path: String) -> Bool {
    var own = stat()
    var other = stat()
    guard unsafe fstat(descriptor, &own) == 0, unsafe stat(path, &other) == 0 else { return false }
    return own.st_dev == other.st_dev && own.st_ino == other.st_ino
  }

  /// Goes back to the beginning of a plain file.
  func rewind() throws(StowFailure) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw .system("\(name) cannot be read again")
    }
    (reader, columns, bytes, place, isOver) = (CSVReader(), nil, [], 0, false)
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
    (bytes, place) = ([UInt8](repeating: 0, count: 1 << 16), 0)
    while Interruption.waitForInput(descriptor) {
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe Foundation.read(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        bytes.removeLast(bytes.count - count)
        onRead(count)
        return
      }
      if count == 0, follows {
        usleep(200_000)
      } else if count == 0 {
        isOver = true
        break
      } else if errno != EINTR {
        throw .system("\(name) cannot be read")
      }
    }
    bytes = []
  }

  /// Whether there was a row with the names of the columns.
  var hasHeader: Bool { columns != nil }
}

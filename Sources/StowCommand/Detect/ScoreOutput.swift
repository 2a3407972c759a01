internal import Foundation
internal import HTM

/// Where scores are written: a file that can be cut back, or standard output.
final class ScoreOutput {
  static let header = "timestamp,value,anomaly_score,raw_score\n"
  private static let chunk = 1 << 16

  private let console: Console
  private let path: String?
  private var descriptor: Int32 = -1
  private var unwritten = Data()

  /// How long the output is, with what is not written yet.
  private(set) var length = 0

  init(path: String?, _ console: Console) {
    (self.path, self.console) = (path, console)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Begins anew.
  func begin() throws(StowFailure) {
    if let path {
      descriptor = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .system("\(path) cannot be written") }
    }
    try write(Self.header)
  }

  /// Goes on behind the rows of a detector, and cuts off what was written after it was saved.
  ///
  /// - Parameter each: is given the rows that stay.
  /// - Returns: false where there is no such output, so that it has to be begun.
  func resume(
    after detector: AnomalyDetector, _ each: (_ fields: [String]) -> Void
  ) throws(StowFailure) -> Bool {
    // Standard output goes on, wherever it leads.
    guard let path else { return detector.rows > 0 }
    guard detector.outputBytes > 0, let last = detector.last else { return false }
    let opened = unsafe open(path, O_RDWR | O_CLOEXEC)
    if opened < 0, errno == ENOENT { return false }
    guard opened >= 0 else { throw .system("\(path) cannot be written") }
    descriptor = opened
    let handle = FileHandle(fileDescriptor: opened, closeOnDealloc: false)
    var reader = CSVReader()
    var fields: [String] = []
    var isFirst = true
    var count = 0
    do {
      while count < detector.outputBytes,
        let bytes = try handle.read(upToCount: min(Self.chunk, detector.outputBytes - count)),
        !bytes.isEmpty
      {
        count += bytes.count
        for byte in bytes {
          guard let row = try reader.add(byte) else { continue }
          fields = row.fields
          if isFirst {
            guard fields.joined(separator: ",") + "\n" == Self.header else { throw notOurs(path) }
            isFirst = false
          } else {
            each(fields)
          }
        }
      }
    } catch { throw error as? StowFailure ?? notOurs(path) }
    guard count == detector.outputBytes, fields.count == 4,
      DateTime(fields[0]) == last.timestamp, Double(fields[1]) == last.value
    else { throw notOurs(path) }
    guard ftruncate(opened, off_t(count)) == 0,
      lseek(opened, off_t(count), SEEK_SET) == off_t(count)
    else { throw .system("\(path) cannot be cut back") }
    length = count
    return true
  }

  private func notOurs(_ path: String) -> StowFailure {
    .failed(
      "\(path) does not hold the scores of what the model has seen: give another file, or take it "
        + "away to begin it with the next row")
  }

  func write(_ text: String) throws(StowFailure) {
    length += text.utf8.count
    guard path != nil else { return try console.write(text) }
    unwritten += Data(text.utf8)
    if unwritten.count >= Self.chunk { try flush() }
  }

  /// Passes on what was written so far.
  func flush() throws(StowFailure) {
    guard let path else { return try console.flush() }
    var rest = unwritten[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .system("\(path) cannot be written")
      }
    }
    unwritten.removeAll(keepingCapacity: true)
  }

  /// Passes on what was written, to the disk where that is possible.
  func sync() throws(StowFailure) {
    try flush()
    if descriptor >= 0 { fsync(descriptor) }
  }
}

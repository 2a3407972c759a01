internal import Foundation

/// What a command reads and writes.
final class Console {
  private static let chunk = 256 << 10

  private let input: FileHandle
  private let output: FileHandle
  private let errors: FileHandle
  private var unwritten = Data()
  /// What looks at the first bytes of the input before they are used.
  var preview: ((_ start: Data, _ total: Int) -> Void)?
  /// Tells how far the work is; commands count in it.
  private(set) var progress: Progress
  /// The exit code of a command that did its work: 0 or, for those that look for something, 1.
  var code: Int32 = 0

  init(input: FileHandle, output: FileHandle, errors: FileHandle) {
    self.input = input
    self.output = output
    self.errors = errors
    // On a terminal that shows the output too, the two would be mixed.
    let isShown =
      isatty(errors.fileDescriptor) == 1 && isatty(output.fileDescriptor) == 0
      && isatty(input.fileDescriptor) == 0
    progress = Progress(errors: isShown ? errors : nil)
  }

  /// Standard input, for who reads it on their own.
  var inputDescriptor: Int32 { input.fileDescriptor }

  /// Counts the rows of a metric, rather than messages.
  ///
  /// - Parameter isPrinting: whether something is written to standard output.
  func countsRows(isPrinting: Bool) {
    let isShown =
      isatty(errors.fileDescriptor) == 1 && (!isPrinting || isatty(output.fileDescriptor) == 0)
    progress = Progress(errors: isShown ? errors : nil, items: "rows")
  }

  /// Counts the bytes of files that are worked on, rather than those of standard input.
  func countsFiles() {
    let isShown = isatty(errors.fileDescriptor) == 1
    progress = Progress(errors: isShown ? errors : nil, items: nil)
  }

  /// The bytes that came next, as many as there are by now; empty at the end.
  ///
  /// What was written is passed on first, so that somebody who waits for it can go on.
  func read() throws(StowFailure) -> Data {
    try flush()
    var chunk = Data(count: Self.chunk)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Foundation.read(input.fileDescriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        progress.add(bytes: count)
        preview?(chunk.prefix(count), count)
        preview = nil
        return chunk.prefix(count)
      }
      guard errno == EINTR else { throw .system("standard input cannot be read") }
    }
  }

  /// All of standard input, mapped, where it is a file that is wanted so; nil where it has to be read.
  func mappedInput(where isWanted: (Data) -> Bool) throws(StowFailure) -> InputFile? {
    var status = stat()
    guard unsafe fstat(input.fileDescriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      lseek(input.fileDescriptor, 0, SEEK_CUR) == 0
    else { return nil }
    let file = try InputFile(
      InputFile.standardInput, mapping: input.fileDescriptor, Int(status.st_size))
    guard isWanted(file.bytes) else { return nil }
    preview?(file.bytes.prefix(Self.chunk), file.bytes.count)
    preview = nil
    return file
  }

  func write(_ text: String) throws(StowFailure) { try write(Data(text.utf8)) }

  /// Writes a line, and empties it.
  func write(line: inout [UInt8]) throws(StowFailure) {
    unwritten.append(contentsOf: line)
    line.removeAll(keepingCapacity: true)
    if unwritten.count >= Self.chunk { try flush() }
  }

  func write(_ bytes: Data) throws(StowFailure) {
    guard bytes.count <= 4 * Self.chunk else {
      // What is mapped is not copied as a whole.
      for start in stride(from: 0, to: bytes.count, by: Self.chunk) {
        try write(Data(bytes.dropFirst(start).prefix(Self.chunk)))
      }
      return
    }
    unwritten += bytes
    if unwritten.count >= Self.chunk { try flush() }
  }

  /// Passes on what was written so far.
  func flush() throws(StowFailure) {
    let bytes = unwritten
    if !bytes.isEmpty { progress.clear() }
    unwritten.removeAll(keepingCapacity: true)
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Foundation.write(
          output.fileDescriptor, $0.baseAddress.map { unsafe $0 + done }, $0.count - done)
      }
      if count >= 0 {
        done += count
      } else if errno != EINTR {
        throw .system("standard output cannot be written")
      }
    }
  }

  /// Says something on standard error, each line after the name of who says it.
  func report(_ name: String, _ message: String) {
    progress.clear()
    let lines = message.split(separator: "\n").map { "\(name): \($0)\n" }
    try? errors.write(contentsOf: Data(lines.joined().utf8))
  }
}

extension StowFailure {
  /// A call of the system that failed just now.
  static func system(_ what: String) -> StowFailure {
    .failed("\(what): \(unsafe String(cString: strerror(errno)))")
  }
}

extension Console {
  /// What commands read that find the pieces of the input themselves.
  var standardInput: FileHandle { input }
}

internal import Foundation

/// Files of examples one after another, in pieces: standard input for a dash, and gzip where they
/// begin like it.
final class DataInput {
  private static let pieceSize = 256 << 10

  /// What messages call the file that is read.
  private(set) var name = ""
  /// How many bytes of the files were read, packed as they are.
  private(set) var bytesRead = 0
  /// How many there are, where that is known.
  let bytesTotal: Int?

  private var waiting: ArraySlice<String>
  private var handle: FileHandle?
  private let standardInput: FileHandle
  private var gunzip: Gunzip?
  private var packed: [UInt8] = []
  private var packedStart = 0
  private var isFileAtEnd = false
  /// Whether a file goes on where it seems to end, as long as nobody asks to end.
  var follows = false
  /// What is done before waiting for input that is not there yet.
  var willWait: (() -> Void)?

  init(_ paths: [String], standardInput: FileHandle) throws(StowFailure) {
    waiting = paths[...]
    self.standardInput = standardInput
    var total: Int? = 0
    for path in paths where path != "-" {
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { throw .system("\(path) cannot be read") }
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw .failed("\(path) is a folder: give the name of a file in it")
      }
      let isFile = status.st_mode & S_IFMT == S_IFREG
      total = isFile ? total.map { $0 + Int(status.st_size) } : nil
    }
    bytesTotal = paths.contains("-") ? nil : total
  }

  /// Opens the next file, and tells whether there is one.
  func openNext() throws(StowFailure) -> Bool {
    guard let path = waiting.popFirst() else { return false }
    isFileAtEnd = false
    gunzip = nil
    if path == "-" {
      name = "standard input"
      handle = standardInput
    } else {
      name = path
      guard let opened = FileHandle(forReadingAtPath: path) else {
        throw .system("\(path) cannot be read")
      }
      handle = opened
    }
    packed = []
    packedStart = 0
    // The magic takes two bytes, which a pipe may give one by one.
    while packed.count < 2, try fill() {}
    if packed.starts(with: Gunzip.magic) {
      gunzip = try made { () throws(Gunzip.Failure) in try Gunzip() }
    }
    return true
  }

  private func made<Result>(
    _ body: () throws(Gunzip.Failure) -> Result
  ) throws(StowFailure) -> Result {
    do {
      return try body()
    } catch {
      switch error {
      case .damaged: throw .failed("\(name) is damaged: its gzip does not fit together")
      case .memory: throw .failed("\(name) cannot be unpacked: there is no memory")
      }
    }
  }

  /// Reads more of the file as it is; false at its end.
  private func fill() throws(StowFailure) -> Bool {
    guard let handle, !isFileAtEnd else { return false }
    if packedStart == packed.count {
      packed.removeAll(keepingCapacity: true)
      packedStart = 0
    }
    let count = try read(handle.fileDescriptor, &packed)
    isFileAtEnd = count == 0
    return count > 0
  }

  /// Adds a piece of a file to some bytes, and tells how much that is.
  private func read(
    _ descriptor: Int32, _ bytes: inout [UInt8]
  ) throws(StowFailure) -> Int {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: Self.pieceSize))
    var count = 0
    defer { bytes.removeLast(Self.pieceSize - count) }
    count = try read(descriptor, &bytes, at: start)
    return count
  }

  private func read(
    _ descriptor: Int32, _ bytes: inout [UInt8], at start: Int
  ) throws(StowFailure) -> Int {
    while true {
      // Whoever presses Ctrl-C does not wait for the next line.
      guard Interruption.waitForInput(descriptor, willWait) else { return 0 }
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Foundation.read(
          descriptor, buffer.baseAddress.map { unsafe $0 + start }, buffer.count - start)
      }
      if count == 0, follows {
        usleep(200_000)
        continue
      }
      if count >= 0 {
        bytesRead += count
        return count
      }
      guard errno == EINTR else { throw .system("\(name) cannot be read") }
    }
  }

  /// Adds the next piece of the content to some bytes; false at the end of the file.
  func append(to bytes: inout [UInt8]) throws(StowFailure) -> Bool {
    // What is not packed goes to where it is wanted at once.
    if let handle, gunzip == nil, packedStart == packed.count, !isFileAtEnd {
      isFileAtEnd = try read(handle.fileDescriptor, &bytes) == 0
      return !isFileAtEnd
    }
    while true {
      if packedStart == packed.count, try !fill() {
        if let gunzip, !gunzip.isAtEnd, !Interruption.isAsked {
          throw .failed("\(name) ends before its gzip does: it was cut off")
        }
        return false
      }
      guard let gunzip else {
        bytes += packed[packedStart...]
        packedStart = packed.count
        return true
      }
      if try unpack(gunzip, &bytes) { return true }
    }
  }

  /// Unpacks a piece, and tells whether that gave anything.
  private func unpack(_ gunzip: Gunzip, _ bytes: inout [UInt8]) throws(StowFailure) -> Bool {
    let before = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: Self.pieceSize))
    let (packed, start) = (packed, packedStart)
    var content = bytes
    bytes = []
    let moved = try made { () throws(Gunzip.Failure) in
      try Self.inflate(gunzip, packed, start, &content, before)
    }
    content.removeLast(Self.pieceSize - moved.given)
    bytes = content
    packedStart += moved.taken
    guard moved.taken > 0 || moved.given > 0 else {
      throw .failed("\(name) is damaged: its gzip does not go on")
    }
    return moved.given > 0
  }

  private static func inflate(
    _ gunzip: Gunzip, _ packed: [UInt8], _ start: Int, _ content: inout [UInt8], _ before: Int
  ) throws(Gunzip.Failure) -> (taken: Int, given: Int) {
    let result = unsafe packed.withUnsafeBytes { input in
      unsafe content.withUnsafeMutableBytes { output in
        Result { () throws(Gunzip.Failure) in
          unsafe try gunzip.inflate(
            UnsafeRawBufferPointer(rebasing: input[start...]),
            into: UnsafeMutableRawBufferPointer(rebasing: output[before...]))
        }
      }
    }
    return try result.get()
  }
}

internal import CapnProto
internal import Foundation

/// A file that a command reads, mapped into memory: what is not looked at is not read.
struct InputFile {
  /// What messages call it.
  let name: String
  let bytes: Data
  private let memory: MappedMemory

  private init(_ name: String, _ memory: MappedMemory) {
    self.name = name
    self.memory = memory
    bytes = memory.data
  }

  /// Opens a file; a dash stands for standard input, and what cannot be mapped is copied to a
  /// temporary file first.
  ///
  /// - Throws: `StowFailure` of code 2 where there is no such file.
  init(_ path: String, _ console: Console) throws(StowFailure) {
    guard path != "-" else {
      try self.init(copying: Self.standardInput) { () throws(StowFailure) in try console.read() }
      return
    }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .trouble(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .trouble(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .trouble("\(path): this is a folder: give the name of a file in it")
    case S_IFREG: try self.init(path, mapping: descriptor, Int(status.st_size))
    default:
      let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
      try self.init(copying: path) { () throws(StowFailure) in
        do {
          let piece = try handle.read(upToCount: 1 << 20) ?? Data()
          console.progress.add(bytes: piece.count)
          return piece
        } catch {
          throw StowFailure.trouble("\(path): \(error.localizedDescription)")
        }
      }
    }
  }

  /// What messages call what has no name.
  static let standardInput = "standard input"

  /// Maps an open file.
  init(_ name: String, mapping descriptor: Int32, _ count: Int) throws(StowFailure) {
    do throws(CapnProtoError) {
      self.init(name, try MappedMemory(descriptor: descriptor, count: count))
    } catch {
      throw .trouble("\(name): \(error.message)")
    }
  }

  /// Copies what comes piece by piece to a file that has no name.
  init(copying name: String, _ next: () throws(StowFailure) -> Data) throws(StowFailure) {
    do {
      let copy = try SpoolWriter()
      while true {
        let piece = try next()
        if piece.isEmpty { break }
        try copy.append(piece)
      }
      self.init(name, try copy.finish())
    } catch let error as CapnProtoError {
      throw .trouble("\(name): \(error.message)")
    } catch {
      throw error as? StowFailure ?? .trouble("\(error)")
    }
  }

  /// Tells the system that what was read so far need not be kept in memory.
  func release() { memory.release() }
}

extension StowFailure {
  /// Something that keeps the work from being begun: there is no such file, for example.
  static func trouble(_ message: String) -> StowFailure { StowFailure(code: 2, message: message) }

  /// A file that the system refused.
  static func trouble(_ path: String, _ code: Int32) -> StowFailure {
    .trouble("\(path): \(unsafe String(cString: strerror(code)))")
  }
}

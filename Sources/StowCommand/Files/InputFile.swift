internal import Foundation

/// A file that a command reads, mapped into memory: what is not looked at is not read.
struct InputFile {
  /// What messages call it.
  let name: String
  let bytes: Data

  /// Opens a file; a dash stands for standard input, and what cannot be mapped is copied to a
  /// temporary file first.
  ///
  /// - Throws: `StowFailure` of code 2 where there is no such file.
  init(_ path: String, _ console: Console) throws(StowFailure) {
    name = path == "-" ? "standard input" : path
    guard path != "-" else {
      bytes = try Self.copied(name) { () throws(StowFailure) in try console.read() }
      return
    }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .trouble(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .trouble(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .trouble("\(path): this is a folder: give the name of a file in it")
    case S_IFREG: bytes = try Self.mapped(descriptor, Int(status.st_size), path)
    default:
      let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
      bytes = try Self.copied(path) { () throws(StowFailure) in
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

  /// Maps standard input.
  init(mapping descriptor: Int32, _ count: Int) throws(StowFailure) {
    name = "standard input"
    bytes = try Self.mapped(descriptor, count, name)
  }

  /// Tells the system that what was read so far need not be kept in memory.
  func release() {
    unsafe bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe madvise(UnsafeMutableRawPointer(mutating: start), bytes.count, MADV_DONTNEED)
    }
  }

  static func mapped(
    _ descriptor: Int32, _ count: Int, _ name: String
  ) throws(StowFailure) -> Data {
    guard count > 0 else { return Data() }
    let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw .trouble(name, errno)
    }
    return unsafe Data(
      bytesNoCopy: address, count: count,
      deallocator: .custom { start, count in unsafe munmap(start, count) })
  }

  /// What comes piece by piece, in a file that has no name.
  private static func copied(
    _ name: String, _ next: () throws(StowFailure) -> Data
  ) throws(StowFailure) -> Data {
    let folder = FileManager.default.temporaryDirectory.path
    var template = Array("\(folder)/stow.XXXXXX".utf8CString)
    let descriptor = unsafe template.withUnsafeMutableBufferPointer { place in
      guard let start = place.baseAddress else { return Int32(-1) }
      let descriptor = unsafe mkstemp(start)
      if descriptor >= 0 { unsafe unlink(start) }
      return descriptor
    }
    guard descriptor >= 0 else { throw .trouble(folder, errno) }
    defer { close(descriptor) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    var count = 0
    while true {
      let piece = try next()
      guard !piece.isEmpty else { return try mapped(descriptor, count, name) }
      do {
        try handle.write(contentsOf: piece)
      } catch {
        throw StowFailure.trouble(
          "\(name): no room for it in \(folder): \(error.localizedDescription)")
      }
      count += piece.count
    }
  }
}

extension StowFailure {
  /// Something that keeps the work from being begun: there is no such file, for example.
  static func trouble(_ message: String) -> StowFailure { StowFailure(code: 2, message: message) }

  /// A file that the system refused.
  static func trouble(_ path: String, _ code: Int32) -> StowFailure {
    .trouble("\(path): \(unsafe String(cString: strerror(code)))")
  }
}

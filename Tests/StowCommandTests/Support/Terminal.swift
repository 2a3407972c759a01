import Foundation

/// A terminal that nobody sits at.
final class Terminal {
  /// What a program gets as one of its files.
  let end: FileHandle
  private let master: FileHandle
  private var shown = Data()

  init?() {
    guard let (number, name) = Self.open() else { return nil }
    let other = unsafe Foundation.open(name, O_RDWR | O_NOCTTY)
    guard other >= 0 else { return nil }
    _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
    master = FileHandle(fileDescriptor: number, closeOnDealloc: true)
    end = FileHandle(fileDescriptor: other, closeOnDealloc: true)
  }

  /// The side of a new terminal at which somebody would sit, and the name of the other one.
  private static func open() -> (Int32, String)? {
    #if os(Linux)
      // The library has functions for it, which Swift does not see, nor TIOCSPTLCK and TIOCGPTN.
      let number = unsafe Foundation.open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var (lock, index): (Int32, Int32) = (0, 0)
      guard number >= 0, unsafe ioctl(number, 0x4004_5431, &lock) == 0,
        unsafe ioctl(number, 0x8004_5430, &index) == 0
      else { return nil }
      return (number, "/dev/pts/\(index)")
    #else
      let number = posix_openpt(O_RDWR | O_NOCTTY)
      guard number >= 0, grantpt(number) == 0, unlockpt(number) == 0,
        let name = unsafe ptsname(number)
      else { return nil }
      return unsafe (number, String(cString: name))
    #endif
  }

  /// All that was written to it so far.
  var text: String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(master.fileDescriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { break }
      shown += buffer.prefix(count)
    }
    return String(decoding: shown, as: UTF8.self)
  }

  /// What a person sees: a line that was removed is not there.
  var visible: String {
    text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in line.components(separatedBy: "\r\u{1B}[K").last ?? "" }
      .joined(separator: "\n")
  }
}

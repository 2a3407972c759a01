package import Foundation

extension Bytes.Reader {
  /// The bytes where they are: this keeps all of the message.
  package var inPlace: Data {
    let arena = self.arena
    guard let start = unsafe bytes.baseAddress, count > 0 else { return Data() }
    return unsafe Data(
      bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: count,
      deallocator: .custom { _, _ in withExtendedLifetime(arena) {} })
  }
}

package import Foundation

/// Bytes that are written piece by piece: in memory while they are few, and then in a file without a
/// name.
package final class SpooledBytes {
  /// How much is written to the file at once.
  private static let chunk = 1 << 20

  private let memoryBytes: Int
  private var buffer = Data()
  private var file: SpoolWriter?
  private var fileBytes = 0

  /// Starts without any bytes.
  ///
  /// - Parameter memoryBytes: from which size on a file is used.
  package init(memoryBytes: Int = .max) { self.memoryBytes = memoryBytes }

  /// How many there are.
  package var count: Int { fileBytes + buffer.count }

  /// Adds some bytes.
  ///
  /// - Throws: `CapnProtoError` where there is no room for them.
  package func append(_ piece: some Collection<UInt8>) throws(CapnProtoError) {
    buffer.append(contentsOf: piece)
    guard buffer.count > (file == nil ? memoryBytes : Self.chunk) else { return }
    try flush()
  }

  private func flush() throws(CapnProtoError) {
    fileBytes += buffer.count
    if let file {
      try file.append(buffer)
      buffer.removeAll(keepingCapacity: true)
    } else {
      let file = try SpoolWriter()
      try file.append(buffer)
      (self.file, buffer) = (file, Data())
    }
  }

  /// All of them, mapped where they are in a file; nothing may be added afterwards.
  ///
  /// - Throws: `CapnProtoError` where there is no room for them.
  package func finish() throws(CapnProtoError) -> Data {
    guard let file else { return buffer }
    try flush()
    return try file.finish().data
  }
}

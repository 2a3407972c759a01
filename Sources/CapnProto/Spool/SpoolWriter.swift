package import Foundation

/// Takes bytes that come piece by piece, whatever they add up to, into a file without a name.
package final class SpoolWriter {
  private let file: FileDescriptor

  /// Makes an empty file.
  ///
  /// - Throws: `CapnProtoError` where the folder for temporary files takes none.
  package init() throws(CapnProtoError) { file = FileDescriptor(number: try SpoolFile.unnamed()) }

  deinit { SpoolFile.close(file.number) }

  /// Adds a piece.
  ///
  /// - Throws: `CapnProtoError` where there is no room for it.
  package func append(_ piece: Data) throws(CapnProtoError) {
    let result: Result<Void, CapnProtoError> = unsafe piece.withUnsafeBytes { bytes in
      Result { () throws(CapnProtoError) in unsafe try file.write(bytes) }
    }
    do throws(CapnProtoError) {
      try result.get()
    } catch {
      throw CapnProtoError(.io, "no room in \(SpoolFile.folder): \(error.message)")
    }
  }

  /// All that came, mapped.
  ///
  /// - Throws: `CapnProtoError` where the system does not map it.
  package func finish() throws(CapnProtoError) -> MappedMemory {
    try SpoolFile.mapped(file.number)
  }
}

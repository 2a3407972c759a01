internal import CCapnProto
internal import Foundation

/// The memory of the segments of one builder: the first of them on the heap, and from a size on each
/// in a file without a name.
@safe final class SegmentSpool: @unchecked Sendable {
  private let memoryBytes: Int
  private var heapBytes = 0
  private var files: [UInt: SpoolFile] = [:]

  /// Why there was no memory when it was asked for last.
  private(set) var failure: CapnProtoError?

  /// - Parameter memoryBytes: how many bytes may lie on the heap.
  init(memoryBytes: Int) { self.memoryBytes = memoryBytes }

  /// What the shim calls; the spool has to outlive the builder.
  var source: ccapnp_segment_source {
    unsafe ccapnp_segment_source(
      context: Unmanaged.passUnretained(self).toOpaque(),
      take: { context, bytes in
        guard let context = unsafe context else { return nil }
        return unsafe Unmanaged<SegmentSpool>.fromOpaque(context).takeUnretainedValue().take(bytes)
      },
      give: { context, memory, bytes in
        guard let context = unsafe context else { return }
        unsafe Unmanaged<SegmentSpool>.fromOpaque(context).takeUnretainedValue()
          .give(memory, bytes)
      })
  }

  /// Tells the system that what was built so far need not be kept in memory.
  func release() { for file in files.values { file.release() } }

  private func take(_ bytes: Int) -> UnsafeMutableRawPointer? {
    failure = nil
    if bytes <= memoryBytes - heapBytes, let memory = unsafe calloc(bytes, 1) {
      heapBytes += bytes
      return unsafe memory
    }
    do throws(CapnProtoError) {
      let file = try SpoolFile(count: bytes)
      unsafe files[UInt(bitPattern: file.memory.baseAddress)] = file
      return unsafe file.memory.baseAddress
    } catch {
      failure = error
      return nil
    }
  }

  private func give(_ memory: UnsafeMutableRawPointer?, _ bytes: Int) {
    if files.removeValue(forKey: UInt(bitPattern: memory)) != nil { return }
    unsafe free(memory)
    heapBytes -= bytes
  }
}

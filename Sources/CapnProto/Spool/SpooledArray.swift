internal import CapnProtoSyntax
internal import Foundation

/// An array that grows in memory up to a size, and from there on in a file without a name.
@safe package final class SpooledArray<Element: BitwiseCopyable>: @unchecked Sendable {
  let memoryBytes: Int
  package private(set) var count = 0
  private var capacity = 0
  private var start: UnsafeMutablePointer<Element>?
  private var file: SpoolFile?

  /// Makes an empty array.
  ///
  /// - Parameter memoryBytes: how large it may become in memory.
  package init(memoryBytes: Int) { self.memoryBytes = memoryBytes }

  deinit { if file == nil { unsafe free(start) } }

  @inline(__always)
  package subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count, "no such element")
      return unsafe start.unsafelyUnwrapped[index]
    }
    set {
      precondition(index >= 0 && index < count, "no such element")
      unsafe start.unsafelyUnwrapped[index] = newValue
    }
  }

  @inline(__always)
  package func append(_ element: Element) throws(CapnProtoError) {
    if count == capacity { try grow() }
    unsafe (start.unsafelyUnwrapped + count).initialize(to: element)
    count += 1
  }

  /// Empties it, and keeps the memory.
  func removeAll() { count = 0 }

  /// The elements as bytes, good until it is changed.
  var bytes: SharedBytes {
    unsafe SharedBytes(
      UnsafeRawBufferPointer(start: start, count: count * MemoryLayout<Element>.stride),
      owner: self)
  }

  /// Tells the system that what is in a file need not be kept in memory.
  func release() { file?.release() }

  @inline(never)
  private func grow() throws(CapnProtoError) {
    let old = capacity * MemoryLayout<Element>.stride
    if file == nil, max(old * 2, 256) <= memoryBytes {
      guard let memory = unsafe realloc(start, max(old * 2, 256)) else { throw .outOfMemory }
      return unsafe take(memory, max(old * 2, 256))
    }
    let (bytes, overflow) = old.addingReportingOverflow(max(old / 4, SpoolFile.leastGrowth))
    guard !overflow else { throw .outOfMemory }
    if let file {
      try file.grow(to: bytes)
      return unsafe take(file.memory.baseAddress, bytes)
    }
    let file = try SpoolFile(count: bytes, grows: true)
    if old > 0, let from = unsafe start {
      unsafe file.memory.copyMemory(from: UnsafeRawBufferPointer(start: from, count: old))
      unsafe free(from)
    }
    self.file = file
    unsafe take(file.memory.baseAddress, bytes)
  }

  private func take(_ memory: UnsafeMutableRawPointer?, _ bytes: Int) {
    unsafe start = memory?.assumingMemoryBound(to: Element.self)
    capacity = bytes / MemoryLayout<Element>.stride
  }
}

extension SpoolFile {
  /// By how much a file grows at least.
  static let leastGrowth = 1 << 20
}

import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that appears whole or not at all.
///
/// It is written beside its target, under a name that follows from the target's, flushed to the disk,
/// and renamed. Whenever the program is killed, the target is the old file or the new one; what may be
/// left over has a known name, and the next save to the same target takes it away.
enum AtomicFile {
  /// Puts pieces of bytes, one after another, in the place of a file.
  static func write(_ pieces: [Data], to path: String) throws(StowageError) {
    let target = resolved(path)
    let folder = (target as NSString).deletingLastPathComponent
    let name = (target as NSString).lastPathComponent
    let draft = (folder as NSString).appendingPathComponent(".\(name).stowing")
    let descriptor = try openDraft(draft)
    do throws(StowageError) {
      try fill(descriptor, pieces, draft)
      try copyMode(from: target, to: descriptor)
      guard fsync(descriptor) == 0 else { throw StowageError.system("flush", draft) }
      guard unsafe rename(draft, target) == 0 else { throw StowageError.system("rename", draft) }
    } catch {
      unsafe unlink(draft)
      close(descriptor)
      throw error
    }
    close(descriptor)
    // The new name has to reach the disk as well.
    let directory = unsafe open(folder.isEmpty ? "." : folder, O_RDONLY)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  /// Saving through a link changes what it leads to, and not the link.
  private static func resolved(_ path: String) -> String {
    guard let found = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// Opens the draft for this program alone.
  private static func openDraft(_ draft: String) throws(StowageError) -> Int32 {
    while true {
      let descriptor = unsafe open(draft, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .system("create", draft) }
      // Another save to the same target is waited for; one that was killed holds no lock.
      guard flock(descriptor, LOCK_EX) == 0 else {
        let error = StowageError.system("lock", draft)
        close(descriptor)
        throw error
      }
      var opened = stat()
      var named = stat()
      let isCurrent =
        unsafe fstat(descriptor, &opened) == 0 && stat(draft, &named) == 0
        && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
      if isCurrent { return descriptor }
      // The other save has renamed it meanwhile.
      close(descriptor)
    }
  }

  private static func fill(
    _ descriptor: Int32, _ pieces: [Data], _ draft: String
  ) throws(StowageError) {
    guard ftruncate(descriptor, 0) == 0 else { throw .system("empty", draft) }
    for piece in pieces { try FileDescriptorWriter.write(piece, to: descriptor, draft) }
  }

  private static func copyMode(from target: String, to descriptor: Int32) throws(StowageError) {
    var old = stat()
    guard unsafe stat(target, &old) == 0 else { return }
    guard fchmod(descriptor, old.st_mode & 0o7777) == 0 else {
      throw .system("set the permissions of", target)
    }
  }
}

private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  unsafe write(descriptor, bytes, count)
}

/// Writes all of some bytes, however little the system takes at a time.
enum FileDescriptorWriter {
  static func write(_ bytes: Data, to descriptor: Int32, _ name: String) throws(StowageError) {
    let done: Bool = unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = unsafe systemWrite(
          descriptor, buffer.baseAddress?.advanced(by: offset),
          min(buffer.count - offset, 1 << 30))
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        offset += count
      }
      return true
    }
    guard done else { throw .system("write", name) }
  }
}

extension StowageError {
  /// What the system said last.
  static func system(_ action: String, _ path: String) -> StowageError {
    let reason = unsafe String(cString: strerror(errno))
    return StowageError(.inputOutput, "cannot \(action) the file: \(reason)", path: path)
  }
}

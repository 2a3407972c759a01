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
    let target = try resolved(path)
    let old = try replaced(target, path)
    let draft = try FileDraft(beside: target, old, path)
    do throws(StowageError) {
      try fill(draft.descriptor, pieces, path)
      try flush(draft.descriptor, path)
      if let old { try adopt(old, draft.descriptor, path) }
      guard unsafe rename(draft.name, target) == 0 else { throw .system("put in place", path) }
    } catch {
      draft.discard()
      throw error
    }
    draft.close()
    // The new name has to reach the disk as well.
    let directory = unsafe open(FilePlace(target).folder, O_RDONLY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  /// Saving through a link changes what it leads to, and not the link.
  private static func resolved(_ path: String) throws(StowageError) -> String {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw StowageError(.inputOutput, "this is no path of a file", path: path)
    }
    var target = path
    // As many as systems follow themselves.
    for _ in 0..<40 {
      guard let next = link(target) else { return target }
      target = next.hasPrefix("/") ? next : FilePlace(target).folder + "/" + next
    }
    errno = ELOOP
    throw .system("find", path)
  }

  /// What a link leads to, or nil where this is none; it may lead to what is not there yet.
  private static func link(_ path: String) -> String? {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = unsafe readlink(path, start, buffer.count)
      guard count > 0 else { return nil }
      return unsafe String(
        decoding: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]),
        as: UTF8.self)
    }
  }

  /// What the system knows of the file that is replaced, or nil where there is none.
  private static func replaced(_ target: String, _ path: String) throws(StowageError) -> stat? {
    var old = stat()
    guard unsafe stat(target, &old) == 0 else {
      guard errno == ENOENT, !target.hasSuffix("/") else { throw .system("find", path) }
      return nil
    }
    if old.st_mode & S_IFMT == S_IFDIR {
      throw StowageError(
        .inputOutput, "cannot save to a folder: give the name of a file in it", path: path)
    }
    // A device or a pipe would be gone.
    guard old.st_mode & S_IFMT == S_IFREG else {
      throw StowageError(
        .inputOutput, "cannot replace what is no regular file: open it, and save to its FileHandle",
        path: path)
    }
    return old
  }

  private static func fill(
    _ descriptor: Int32, _ pieces: [Data], _ path: String
  ) throws(StowageError) {
    guard ftruncate(descriptor, 0) == 0 else { throw .system("empty", path) }
    for piece in pieces { try FileDescriptorWriter.write(piece, to: descriptor, path) }
  }

  private static func flush(_ descriptor: Int32, _ path: String) throws(StowageError) {
    #if canImport(Darwin)
      // There, fsync leaves the bytes to the disk, which may still lose them.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
    #endif
    while fsync(descriptor) != 0 {
      guard errno == EINTR else { throw .system("flush", path) }
    }
  }

  /// Gives the new file the owner and the permissions of the old one.
  private static func adopt(
    _ old: stat, _ descriptor: Int32, _ path: String
  ) throws(StowageError) {
    var new = stat()
    guard unsafe fstat(descriptor, &new) == 0 else { throw .system("examine", path) }
    if new.st_uid != old.st_uid || new.st_gid != old.st_gid {
      // Only some users can, and the file is theirs all the same.
      _ = fchown(descriptor, old.st_uid, old.st_gid)
    }
    guard fchmod(descriptor, old.st_mode & 0o7777) == 0 else {
      throw .system("set the permissions of", path)
    }
    fsync(descriptor)
  }
}

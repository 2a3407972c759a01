import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The file that is written before it takes its target's place, and which only one save has at a time.
struct FileDraft {
  let name: String
  let descriptor: Int32

  /// Opens the draft of a target, and waits for any other save that has it.
  ///
  /// - Parameters:
  ///   - target: the file that is to be replaced.
  ///   - old: what the system knows of it; the draft is not to be read by more people.
  ///   - path: how the user calls it.
  init(beside target: String, _ old: stat?, _ path: String) throws(StowageError) {
    let place = FilePlace(target)
    let mode = old.map { $0.st_mode & 0o777 | 0o600 } ?? 0o666
    let plain = "\(place.folder)/.\(place.name).stowing"
    let short = "\(place.folder)/.\(Self.digits(place.name)).stowing"
    var (name, denied) = (plain, 0)
    while true {
      let descriptor = unsafe open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode)
      if descriptor >= 0 {
        if try Self.lock(descriptor, name, path) {
          // It may be from a save that was killed, of a file that more people could read.
          if old != nil { _ = fchmod(descriptor, mode) }
          (self.name, self.descriptor) = (name, descriptor)
          UnfinishedFiles.note(name)
          return
        }
        closeFile(descriptor)
        continue
      }
      // What else is asked for may change it.
      let code = errno
      switch code {
      case EINTR: continue
      case ENAMETOOLONG where name == plain && short.utf8.count < plain.utf8.count: name = short
      case ELOOP: try Self.remove(name, path)
      case EACCES where Self.isThere(name):
        // Another save may be about to put it in place. If not, it is of one that was killed.
        denied += 1
        if denied < 100 { usleep(10_000) } else { try Self.remove(name, path) }
        guard denied < 200 else {
          errno = code
          throw .system("write beside", path)
        }
      default:
        errno = code
        throw .system("create", path)
      }
    }
  }

  /// Gives the draft up.
  func discard() {
    unsafe unlink(name)
    close()
  }

  /// Ends the work on what is in its place.
  func close() {
    UnfinishedFiles.forget(name)
    closeFile(descriptor)
  }

  /// Takes the draft for this save alone; one that was killed holds no lock.
  ///
  /// - Returns: whether it is still the draft when it is taken.
  private static func lock(
    _ descriptor: Int32, _ name: String, _ path: String
  ) throws(StowageError) -> Bool {
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let error = StowageError.system("lock", path)
        closeFile(descriptor)
        throw error
      }
    }
    var opened = stat()
    var named = stat()
    // The other save may have put it in place meanwhile.
    guard unsafe fstat(descriptor, &opened) == 0 && lstat(name, &named) == 0,
      opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
    else { return false }
    // Under its name, somebody could have put what is not to be overwritten.
    guard opened.st_mode & S_IFMT == S_IFREG && opened.st_nlink == 1 else {
      unsafe unlink(name)
      return false
    }
    return true
  }

  private static func isThere(_ name: String) -> Bool {
    var found = stat()
    return unsafe lstat(name, &found) == 0
  }

  private static func remove(_ name: String, _ path: String) throws(StowageError) {
    guard unsafe unlink(name) == 0 || errno == ENOENT else { throw .system("write beside", path) }
  }

  private static func digits(_ name: String) -> String {
    String(Checksum.of(Data(name.utf8)), radix: 16)
  }
}

// Within the type, `close` is its own.
private func closeFile(_ descriptor: Int32) { _ = close(descriptor) }

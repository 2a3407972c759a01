import CapnProto
import Testing

/// Does with a damaged message all that a program can do with a message.
///
/// Errors are fine, and a copy must give what the message gives. Whatever ends the process is the
/// fault looked for.
struct Examination {
  /// Opens the message, with nothing of its limits used up.
  let open: () throws -> Message

  /// What to say of the message when something is wrong.
  let label: () -> String

  private func check(_ condition: Bool, _ problem: @autoclosure () -> String) {
    if !condition { Issue.record("\(problem()): \(label())") }
  }

  private func walk<T: StructType & Walkable>(
    _ type: T.Type, reversed: Bool = false
  ) throws -> Walker {
    var walker = Walker(reversed: reversed)
    walker.attempt { T.walk(try open().root(type), with: &$0) }
    return walker
  }

  /// Reads and copies, seeing the root struct's one pointer as each of some types.
  func examine(as types: [any Walkable.Type]) throws {
    for type in types { try examine(as: type) }
    try examineRoot()
    try copyAll(as: types)
    try canonicalize()
  }

  private func examine<T: Walkable>(as type: T.Type) throws {
    for isReversed in [false, true] { _ = try walk(Wrapper<T>.self, reversed: isReversed) }

    // The value alone, which is how CVE-2022-46149 was found. Null reads as what is empty, and is
    // copied as that.
    let holder = try? open().root(Wrapper<T>.self)
    guard let holder, holder.hasValue, let value = try? holder.value else { return }
    var original = Walker()
    T.walk(value, with: &original)
    let builder = MessageBuilder(firstSegmentWords: 64)
    let copy = try builder.initRoot(Wrapper<T>.self)
    guard (try? copy.setValue(open().root(Wrapper<T>.self).value)) != nil else { return }
    compare(original, T.self, try copy.asReader.value, "copied alone")
    compare(original, T.self, try builder.snapshot().root(Wrapper<T>.self).value, "sent alone")
    _ = try? copy.value
    if let orphan = try? copy.disownValue() {
      _ = try? orphan.builder
      try? copy.adoptValue(orphan)
    }
    var after = Walker()
    Wrapper<T>.walk(copy.asReader, with: &after)
  }

  /// Expects to see in a copy what was seen in the message, if all of it could be seen.
  private func compare<T: Walkable>(
    _ original: Walker, _ type: T.Type, _ copy: T.Reader, _ what: String
  ) {
    var walker = Walker(seesSizes: original.seesSizes)
    T.walk(copy, with: &walker)
    guard !original.isPartial, !walker.isPartial else { return }
    check(original.digest == walker.digest, "\(type) \(what) is another")
  }

  private func examineRoot() throws {
    for isReversed in [false, true] {
      var walker = Walker(reversed: isReversed)
      AnyPointer.walk(try open().root, with: &walker)
    }
    _ = try? open().isCanonical
    let message = try open()
    _ = try? message.root.equals(message.root)
    if let root = try? open().root.get(AnyStruct.self) {
      _ = try? root.totalSize
      _ = try? root.equals(root)
    }
  }

  private func copyAll(as types: [any Walkable.Type]) throws {
    let builder = MessageBuilder(firstSegmentWords: 64)
    guard (try? builder.setRoot(open().root)) != nil else { return }
    let copy = try builder.snapshot()
    func compareAll<T: Walkable>(_ type: T.Type) throws {
      guard let reader = try? copy.root(Wrapper<T>.self) else { return }
      compare(try walk(Wrapper<T>.self), Wrapper<T>.self, reader, "copied whole")
    }
    for type in types {
      try compareAll(type)
      try edit(as: type)
    }
    if let equal = try? open().root.equals(copy.root) { check(equal, "a copy is not equal") }
    var walker = Walker()
    AnyPointer.walk(try builder.root.asReader, with: &walker)
    try? builder.root.clear()
  }

  /// What was never validated is in a builder now, and is changed there: the defect CVE-2015-2311.
  private func edit<T: Walkable>(as type: T.Type) throws {
    guard let message = try? open(), let holder = try? message.root(Wrapper<T>.self),
      holder.hasValue, let value = try? holder.value
    else { return }
    var original = Walker(seesSizes: false)
    T.walk(value, with: &original)
    let builder = MessageBuilder(firstSegmentWords: 64)
    guard (try? builder.setRoot(open().root)) != nil,
      let edited = try? builder.root(Wrapper<T>.self).value
    else { return }
    compare(original, T.self, T.reading(edited), "edited")
    // A copy of a copy that was changed in its size.
    let second = MessageBuilder(firstSegmentWords: 64)
    guard (try? second.initRoot(Wrapper<T>.self).setValue(T.reading(edited))) != nil else { return }
    compare(
      original, T.self, try second.snapshot().root(Wrapper<T>.self).value, "edited and copied")
  }

  private func canonicalize() throws {
    guard let root = try? open().root.get(AnyStruct.self),
      let bytes = try? root.canonicalBytes()
    else { return }
    let canonical = try Message(flat: bytes)
    check(try canonical.isCanonical, "the canonical form is not canonical")
    let again = try canonical.root.get(AnyStruct.self).canonicalBytes()
    check(bytes == again, "the canonical form has another canonical form")
    // A null root has the canonical form of an empty struct.
    if let equal = try? open().root.equals(canonical.root), try !open().root.isNull {
      check(equal, "the canonical form is not equal")
    }
    var walker = Walker()
    AnyPointer.walk(canonical.root, with: &walker)
  }
}

/// A message that is being built.
///
/// It belongs to one task at a time.
///
/// Views keep its memory alive, so that they may outlive the builder.
public final class MessageBuilder {
  /// How large the segments after the first one are.
  public enum Growth: Sendable {
    /// As large as all before them together: few segments for any size.
    case doubling

    /// As large as the first, or as what they must hold.
    case fixed
  }

  private let firstSegmentWords: Int
  private let growth: Growth
  /// From which size on it lies in files; nil for one that never does.
  private let memoryBytes: Int?
  @exclusivity(unchecked) @usableFromInline private(set) var arena: BuilderArena

  /// Starts an empty message.
  ///
  /// A first segment with room for the whole message makes it one piece, which is the fastest to
  /// build, to write and to read; the default is 8 KiB.
  public convenience init(firstSegmentWords: Int = 1024, growth: Growth = .doubling) {
    self.init(firstSegmentWords: firstSegmentWords, growth: growth, memoryBytes: nil)
  }

  init(firstSegmentWords: Int, growth: Growth, memoryBytes: Int?) {
    self.firstSegmentWords = firstSegmentWords
    self.growth = growth
    self.memoryBytes = memoryBytes
    unsafe arena = BuilderArena(
      firstSegmentWords: firstSegmentWords, growth: growth, memoryBytes: memoryBytes)
  }

  /// Empties the builder for the next message.
  ///
  /// The first segment's memory is used again, unless there still are views or orphans of the old
  /// message: these keep it, and the builder takes new memory.
  public func reset() {
    if unsafe isKnownUniquelyReferenced(&arena) {
      unsafe arena.reset()
    } else {
      startAnew()
    }
  }

  /// Takes new memory, and leaves the old to whoever has views of it.
  func startAnew() {
    unsafe arena = BuilderArena(
      firstSegmentWords: firstSegmentWords, growth: growth, memoryBytes: memoryBytes)
  }
}

extension MessageBuilder {
  /// The root pointer, without a type.
  public var root: PointerBuilder {
    get throws(CapnProtoError) {
      _ = unsafe try arena.prepared()
      return unsafe PointerBuilder(
        arena: arena, segment: arena.rootSegment, pointer: arena.root)
    }
  }

  /// Makes a new root struct.
  @inlinable @discardableResult
  public func initRoot<T: StructType>(_ type: T.Type) throws(CapnProtoError) -> T.Builder {
    try root(noting: T.self).initialize(type)
  }

  /// The root struct, for changing; a message without a root gets an empty one.
  @inlinable public func root<T: StructType>(
    _ type: T.Type
  ) throws(CapnProtoError) -> T.Builder {
    try root(noting: T.self).get(type)
  }

  /// Copies a struct to the root, as deep as it goes.
  @inlinable public func setRoot<Reader: StructReaderView>(
    _ value: Reader
  ) throws(CapnProtoError) {
    try root(noting: Reader.Struct.self).set(value._raw)
  }

  /// Copies what a pointer leads to to the root, as deep as it goes.
  public func setRoot(_ value: PointerReader) throws(CapnProtoError) {
    try root.set(value)
  }

  @usableFromInline
  func root(noting type: any StructType.Type) throws(CapnProtoError) -> PointerBuilder {
    unsafe arena.typeOfRoot = type
    return try root
  }

  /// Makes a struct that nothing leads to yet.
  @inlinable public func makeOrphan<T: StructType>(
    _ type: T.Type
  ) throws(CapnProtoError) -> Orphan<T> {
    Orphan(try makeStructOrphan(T._layout))
  }

  /// Makes a list, text or data that nothing leads to yet, of so many elements.
  @inlinable public func makeOrphan<T: CountedPointerType>(
    _ type: T.Type, count: Int
  ) throws(CapnProtoError) -> Orphan<T> {
    Orphan(try T._makeOrphan(in: self, count: count))
  }
}

/// What a null pointer stands for: the encoded default of a field, or a constant.
///
/// Generated code holds these in globals. Their memory is never given back.
@safe public struct DefaultPointer: @unchecked Sendable {
  @usableFromInline let base: UnsafeRawPointer

  /// Keeps the words of a message of one segment, the root pointer first.
  ///
  /// The words are trusted, as only generated code has reason to call this.
  public init(words: [UInt64]) {
    let memory = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: max(words.count, 1))
    _ = unsafe memory.initialize(fromContentsOf: words.isEmpty ? [0] : words)
    unsafe base = UnsafeRawPointer(memory.baseAddress.unsafelyUnwrapped)
  }
}

extension DefaultPointer {
  static let arena = ConstantArena()

  /// Reads the value as a constant.
  ///
  /// A constant of another type than the words encode reads as what is empty: it cannot fail.
  public func read<T: PointerType>(_ type: T.Type) -> T.Reader {
    let root = unsafe PointerReader(
      arena: Self.arena, segment: nil, pointer: base, nesting: .max)
    do {
      return try T._read(root, default: nil)
    } catch {
      preconditionFailure("a generated constant does not decode: \(error)")
    }
  }
}

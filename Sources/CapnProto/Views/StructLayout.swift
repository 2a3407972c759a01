/// The size of a struct's two sections, as its schema gives it.
@frozen public struct StructLayout: Hashable, Sendable {
  /// The size of the data section, in words of eight bytes.
  public var dataWords: UInt16

  /// The number of pointers.
  public var pointers: UInt16

  /// A layout of so many words and pointers.
  @inlinable public init(dataWords: UInt16, pointers: UInt16) {
    self.dataWords = dataWords
    self.pointers = pointers
  }
}

import CapnProto
import Foundation

/// What of a struct a program does not know; there is something.
struct UnknownStruct: Sendable, Hashable {
  struct Word: Sendable, Hashable {
    let index: Int
    let bits: UInt64
  }

  struct Pointer: Sendable, Hashable {
    let slot: Int
    /// A struct of this one pointer, in canonical form.
    let message: Data
  }

  struct Part: Sendable, Hashable {
    let slot: Int
    let content: UnknownPart
  }

  /// The member of a union that was set.
  struct Tag: Sendable, Hashable {
    let offset: Int
    let value: UInt16
  }

  var words: [Word] = []
  var pointers: [Pointer] = []
  /// What is unknown of what the known pointers lead to.
  var parts: [Part] = []
  var tags: [Tag] = []

  var isEmpty: Bool { words.isEmpty && pointers.isEmpty && parts.isEmpty }

  /// The room that it takes.
  var layout: StructLayout {
    let slots = pointers.map(\.slot) + parts.map(\.slot)
    return StructLayout(
      dataWords: UInt16(clamping: (words.map(\.index).max() ?? -1) + 1),
      pointers: UInt16(clamping: (slots.max() ?? -1) + 1))
  }
}

/// What is unknown of what a pointer leads to; there is something.
enum UnknownPart: Sendable, Hashable {
  case structure(UnknownStruct)
  case structs(count: Int, [Element<UnknownStruct>])
  case pointers(count: Int, [Element<UnknownPart>])

  /// What is unknown of an element of a list.
  struct Element<Content: Sendable & Hashable>: Sendable, Hashable {
    let index: Int
    let content: Content
  }
}

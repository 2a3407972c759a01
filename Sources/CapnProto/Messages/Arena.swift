/// What keeps the memory under a view alive: a message that was read, or a builder.
@safe @usableFromInline class Arena {
  /// The limits of a message that came from outside; nil for a builder, which has none.
  var limits: (traversalWords: UInt64, nesting: Int)? { nil }

  /// The memory of a message that came from outside.
  var segments: [UnsafeRawBufferPointer] { unsafe [] }

  /// The schema of the root, once the root was asked for with a type: errors name fields by it.
  var rootSchema: SchemaNode? { nil }
}

/// The arena of constants, whose memory is never given back.
@safe final class ConstantArena: Arena, @unchecked Sendable {}

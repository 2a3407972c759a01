extension CapnProtoError {
  /// What kind of error it is, which says how to react.
  ///
  /// More kinds may be added.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private let name: String

    private init(_ name: String) { self.name = name }

    public var description: String { name }

    /// The message is damaged, or not the kind of message that was asked for.
    ///
    /// Do not try again.
    public static let malformed = Code("malformed")

    /// The input ends before the message does.
    ///
    /// Get the rest.
    public static let truncated = Code("truncated")

    /// The bytes look like another encoding than the one that was asked for.
    public static let wrongEncoding = Code("wrongEncoding")

    /// More was read than `ReaderOptions.traversalLimit` allows.
    ///
    /// Raise it for input you trust.
    public static let traversalLimit = Code("traversalLimit")

    /// The message is deeper than `ReaderOptions.nestingLimit`.
    ///
    /// Raise it for input you trust.
    public static let nestingLimit = Code("nestingLimit")

    /// The message claims to be larger than `ReaderOptions.maximumMessageBytes`.
    public static let messageTooLarge = Code("messageTooLarge")

    /// What was to be built is more than the format can hold.
    ///
    /// Divide it.
    public static let tooLarge = Code("tooLarge")

    /// An argument makes no sense: a mistake in the program.
    public static let invalidArgument = Code("invalidArgument")

    /// The member of a union was asked for while another one is set.
    public static let wrongUnionMember = Code("wrongUnionMember")

    /// A value is not of the type that a schema asks for, or not in its range.
    public static let typeMismatch = Code("typeMismatch")

    /// A field that the schema does not have was named.
    public static let unknownField = Code("unknownField")

    /// The operation does not go with what is in the message, such as copying capabilities.
    public static let unsupported = Code("unsupported")

    /// There is not enough memory.
    public static let outOfMemory = Code("outOfMemory")

    /// A file or stream could not be read or written.
    public static let io = Code("io")
  }
}

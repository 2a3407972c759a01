/// Why something cannot be saved or loaded.
public struct StowageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// How to react.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    private init(_ description: String) { self.description = description }

    /// A name is not written as the name of a type.
    public static let invalidTypeID = Code("invalidTypeID")

    /// A type is not registered: register it before it is saved or loaded.
    public static let unregisteredType = Code("unregisteredType")

    /// A name or a type is registered already.
    public static let registeredTwice = Code("registeredTwice")

    /// The types in a file are not among those that were allowed.
    public static let typeNotAllowed = Code("typeNotAllowed")

    /// The file holds something else than what was asked for.
    public static let wrongType = Code("wrongType")

    /// The value cannot be saved as it is.
    public static let unsupportedValue = Code("unsupportedValue")

    /// The file is no file of Stowage, or one of a later format.
    public static let unknownFormat = Code("unknownFormat")

    /// The file ends before it should: it was cut off.
    public static let truncated = Code("truncated")

    /// The file is damaged: its bytes are not those that were written.
    public static let damaged = Code("damaged")

    /// The file was not damaged on its way, and yet says what cannot be.
    public static let invalidContent = Code("invalidContent")

    /// What was asked for does not fit the value: an index or a shape, for example.
    public static let invalidArgument = Code("invalidArgument")

    /// It would take more memory than its limit allows.
    public static let limitExceeded = Code("limitExceeded")

    /// The system failed to read or write.
    public static let inputOutput = Code("inputOutput")
  }

  /// How to react.
  public let code: Code

  /// What is wrong, and what would be right.
  public let message: String

  /// Where in the value or the file it is wrong; empty where it is the whole.
  public let path: String

  /// Makes an error.
  public init(_ code: Code, _ message: String, path: String = "") {
    (self.code, self.message, self.path) = (code, message, path)
  }

  public var description: String {
    path.isEmpty ? "\(message) [\(code)]" : "\(path): \(message) [\(code)]"
  }
}

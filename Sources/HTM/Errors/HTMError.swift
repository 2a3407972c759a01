/// Why an algorithm cannot be made, fed or restored.
public struct HTMError: Error, Sendable, Hashable, CustomStringConvertible {
  /// How to react.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    private init(_ description: String) { self.description = description }

    /// A parameter makes no sense: choose another one.
    public static let invalidParameter = Code("invalidParameter")

    /// An input does not fit the algorithm: it is of another size, or has indices out of range.
    public static let invalidInput = Code("invalidInput")

    /// A file says what no algorithm can have been: it is damaged, or not what it claims to be.
    public static let invalidState = Code("invalidState")

    /// The algorithm cannot do this: another one may.
    public static let unsupported = Code("unsupported")
  }

  /// How to react.
  public let code: Code

  /// What is wrong, and what would be right.
  public let message: String

  /// The parameter, or the field of the file.
  public let path: String

  init(_ code: Code, _ path: String, _ message: String) {
    self.code = code
    self.path = path
    self.message = message
  }

  public var description: String { "\(path): \(message) [\(code)]" }
}

extension HTMError {
  static func parameter(_ name: String, _ message: String) -> HTMError {
    HTMError(.invalidParameter, name, message)
  }

  static func input(_ message: String) -> HTMError { HTMError(.invalidInput, "input", message) }

  static func state(_ path: String, _ message: String) -> HTMError {
    HTMError(.invalidState, path, message)
  }

  static func unsupported(_ operation: String, _ type: Any.Type) -> HTMError {
    HTMError(.unsupported, operation, "\(type) cannot do this, nor can NuPIC's")
  }

  /// The same error, of a parameter that was read from a file.
  func read(from type: String) -> HTMError {
    code == .invalidParameter ? .state("\(type).\(path)", message) : self
  }
}

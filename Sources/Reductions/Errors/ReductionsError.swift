/// Why a workspace cannot be made, fed or restored.
public struct ReductionsError: Error, Sendable, Hashable, CustomStringConvertible {
  /// How to react.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    private init(_ description: String) { self.description = description }

    /// A configuration makes no sense, or has a field that there is not: change it.
    public static let invalidConfiguration = Code("invalidConfiguration")

    /// An example does not fit the workspace, or is not written in the format that was named.
    public static let invalidInput = Code("invalidInput")

    /// A model says what no workspace can have been: it is damaged, or not what it claims to be.
    public static let invalidModel = Code("invalidModel")
  }

  /// How to react.
  public let code: Code

  /// What is wrong, and what would be right.
  public let message: String

  /// The field of the configuration, of the example or of the model.
  public let path: String

  init(_ code: Code, _ path: String, _ message: String) {
    self.code = code
    self.path = path
    self.message = message
  }

  public var description: String { "\(path): \(message) [\(code)]" }
}

extension ReductionsError {
  static func configuration(_ path: String, _ message: String) -> ReductionsError {
    ReductionsError(.invalidConfiguration, path, message)
  }

  static func input(_ path: String, _ message: String) -> ReductionsError {
    ReductionsError(.invalidInput, path, message)
  }

  static func model(_ path: String, _ message: String) -> ReductionsError {
    ReductionsError(.invalidModel, path, message)
  }
}

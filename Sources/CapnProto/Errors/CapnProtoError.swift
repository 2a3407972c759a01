/// What went wrong with a message, and how to react.
///
/// Switch over `code` to decide what to do, and show `description` to a person. Messages are
/// outside data: every error about one is expected, and leaves the program as it was.
public struct CapnProtoError: Error, Sendable, Hashable {
  private final class Storage: Sendable {
    let code: Code
    let message: String
    let path: String?
    let origin: String?

    init(code: Code, message: String, path: String?, origin: String?) {
      self.code = code
      self.message = message
      self.path = path
      self.origin = origin
    }
  }

  // One reference: an error that is thrown through many levels fits a register.
  private let storage: Storage

  /// An error with a code, a message for people, and where known the path to the field.
  public init(_ code: Code, _ message: String, path: String? = nil, origin: String? = nil) {
    storage = Storage(code: code, message: message, path: path, origin: origin)
  }

  /// What kind of error this is.
  public var code: Code { storage.code }

  /// What happened, where, and what to do about it.
  public var message: String { storage.message }

  /// The field at which it happened, such as `Person.phones[3].number`, where that is known.
  ///
  /// The names are those of the schema, from the type of the root on.
  public var path: String? { storage.path }

  /// The place in libcapnp that found it, for a report to the makers of this library.
  public var origin: String? { storage.origin }

  /// The same error with a path.
  func at(_ path: String?) -> CapnProtoError {
    CapnProtoError(code, message, path: path ?? self.path, origin: origin)
  }

  /// The same error with a step in front of its path: `Person`, `.phones` or `[3]`.
  ///
  /// Who walks through a message adds its steps while the error goes up. An error that knows its way
  /// from the root already, which starts with a name, is left as it is.
  public func inside(_ step: String) -> CapnProtoError {
    guard let path else { return at(step) }
    guard path.hasPrefix(".") || path.hasPrefix("[") else { return self }
    return at(step + path)
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.code == right.code && left.message == right.message && left.path == right.path
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(message)
    hasher.combine(path)
  }
}

extension CapnProtoError: CustomStringConvertible {
  public var description: String {
    if let path { return "\(path): \(message) [\(code)]" }
    return "\(message) [\(code)]"
  }
}

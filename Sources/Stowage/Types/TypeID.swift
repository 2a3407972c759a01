/// The name that a type has in files: of a package, and of its own.
///
/// It is written down, and never taken from Swift's name for the type or its module. So renaming
/// either leaves files readable.
public struct TypeID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name of the package, such as `htm`.
  public let package: String

  /// The name of the type in it, such as `SpatialPooler`.
  public let name: String

  /// Makes a name of two parts that are not empty, and of which the first has no dot.
  ///
  /// - Throws: `StowageError` for others.
  public init(package: String, name: String) throws(StowageError) {
    guard !package.isEmpty, !name.isEmpty, !package.contains("."),
      (package + name).utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else {
      throw StowageError(
        .invalidTypeID,
        "'\(package).\(name)' names no type: it takes a package without a dot, a dot, and a name, "
          + "none of them empty or with spaces")
    }
    (self.package, self.name) = (package, name)
  }

  /// Takes a name apart that is written as `package.name`.
  ///
  /// - Throws: `StowageError` where it is not written so.
  public init(_ text: String) throws(StowageError) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    try self.init(package: String(parts[0]), name: parts.count > 1 ? String(parts[1]) : "")
  }

  /// The name, written as `package.name`.
  public var description: String { package + "." + name }

  public static func < (left: TypeID, right: TypeID) -> Bool {
    left.description < right.description
  }
}

extension TypeID: ExpressibleByStringLiteral {
  /// A name that is part of the program, so that a wrong one is the programmer's mistake.
  public init(stringLiteral text: String) {
    do {
      try self.init(text)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}

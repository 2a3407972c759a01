/// A field that a configuration can have: what reads it, checks it and describes it.
struct ConfigField: Sendable {
  enum Kind: Sendable {
    case float(Float)
    /// A number from 0 to 1.
    case fraction(Float)
    case integer(ClosedRange<UInt64>, default: UInt64)
    case bool(Bool)
    /// One of these words; the first one where nothing is said.
    case choice([String])
    case loss
    case interactions
    /// A reduction; where nothing is said, the one of this name as it is by itself.
    case reduction(String)
    case text
    case object
  }

  let name: String
  let kind: Kind
  let help: String
  /// Whether reductionml 0.1.0 does not have it.
  let isNew: Bool

  init(_ name: String, _ kind: Kind, _ help: String, isNew: Bool = false) {
    (self.name, self.kind, self.help, self.isNew) = (name, kind, help, isNew)
  }
}

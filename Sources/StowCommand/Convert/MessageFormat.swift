internal import CapnProto

/// The formats that a message can have.
enum MessageFormat: String, CaseIterable, Sendable {
  case binary
  case packed
  case flat
  case flatPacked = "flat-packed"
  case canonical
  case text
  case json

  /// Whether a schema is needed to make sense of it.
  var isReadable: Bool { self == .text || self == .json }

  init(named name: String, for command: String) throws(StowFailure) {
    guard let format = Self(rawValue: name) else {
      let names = Self.allCases.map(\.rawValue)
      throw .usage(
        "there is no format '\(name)'" + Spelling.hint(name, names) + " (one of "
          + names.joined(separator: ", ") + ")", command)
    }
    self = format
  }
}

internal import CapnProto

/// The numbers of declarations that the text gives none.
enum DerivedID {
  static func child(of parent: UInt64, named name: String) -> UInt64 {
    derive(bytes(parent, 8) + Array(name.utf8))
  }

  static func group(in parent: UInt64, at index: Int) -> UInt64 {
    derive(bytes(parent, 8) + bytes(UInt64(truncatingIfNeeded: index), 2))
  }

  static func parameters(of interface: UInt64, method: Int, areResults: Bool) -> UInt64 {
    derive(
      bytes(interface, 8) + bytes(UInt64(truncatingIfNeeded: method), 2) + [areResults ? 1 : 0])
  }

  private static func derive(_ bytes: [UInt8]) -> UInt64 {
    MD5.digest(bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) } | 1 << 63
  }

  private static func bytes(_ value: UInt64, _ count: UInt64) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}

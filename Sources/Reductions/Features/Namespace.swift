/// A group of features that interactions can name.
public struct Namespace: Sendable, Hashable, Comparable, BitwiseCopyable {
  /// The order in which namespaces are gone through: those with a name by its hash, then the
  /// default one.
  let rank: UInt64

  private init(rank: UInt64) { self.rank = rank }

  /// The namespace of features that are in none with a name.
  public static let `default` = Namespace(rank: 2 << 32)

  /// The namespace whose name has a hash.
  public static func named(hash: UInt32) -> Namespace { Namespace(rank: UInt64(hash)) }

  /// The namespace of a name in a workspace with a hash seed.
  ///
  /// A space and `:default` are names of the default one.
  public init(_ name: String, seed: UInt32 = 0) {
    self.init(Array(name.utf8).span, seed: seed)
  }

  init(_ name: Span<UInt8>, seed: UInt32) {
    self = Self.isDefault(name) ? .default : .named(hash: FeatureHash.hash(name, seed: seed))
  }

  /// The namespace of a name in memory.
  @inline(__always)
  init(_ name: UnsafePointer<UInt8>, count: Int, seed: UInt32) {
    if count == 1 || count == 8, unsafe Self.isDefault(Span(_unsafeStart: name, count: count)) {
      self = .default
    } else {
      self = .named(hash: unsafe FeatureHash.hash(name, count: count, seed: seed))
    }
  }

  private static func isDefault(_ name: Span<UInt8>) -> Bool {
    switch name.count {
    case 1: return name[0] == UInt8(ascii: " ")
    case 8:
      for (index, byte) in ":default".utf8.enumerated() where name[index] != byte { return false }
      return true
    default: return false
    }
  }

  /// What the features in it are hashed with.
  public var hash: UInt32 { UInt32(truncatingIfNeeded: rank) }

  /// Whether it is the default namespace.
  public var isDefault: Bool { self == .default }

  public static func < (left: Namespace, right: Namespace) -> Bool { left.rank < right.rank }
}

/// An object of a registered type, as part of a value.
public struct Instance: Hashable {
  private final class Box {
    let object: Any

    init(_ object: Any) { self.object = object }
  }

  private let box: Box

  /// The name that its type is registered under.
  public let type: TypeID

  /// The object.
  public var object: Any { box.object }

  init(_ object: Any, _ type: TypeID) {
    box = Box(object)
    self.type = type
  }

  /// What tells this object from others: the object itself where it is one of a class.
  var identity: ObjectIdentifier {
    if let object = Self.reference(object) {
      ObjectIdentifier(object)
    } else {
      ObjectIdentifier(box)
    }
  }

  /// Whether the object is one of a class, and can so be in several places.
  var isShared: Bool { Self.reference(object) != nil }

  // On Linux, a cast to AnyObject would box a struct instead of failing.
  private static func reference(_ object: Any) -> AnyObject? {
    Swift.type(of: object) is AnyClass ? object as AnyObject : nil
  }

  public static func == (left: Instance, right: Instance) -> Bool {
    left.identity == right.identity
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(identity) }
}

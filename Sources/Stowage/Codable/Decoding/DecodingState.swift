/// What all parts of one decoding share.
final class DecodingState {
  let isSharing: Bool
  let depthLimit: Int
  let userInfo: [CodingUserInfoKey: Any]

  /// The objects that references became; nil while one is being made.
  private var objects: [ObjectIdentifier: AnyObject?] = [:]

  init(_ options: CodableOptions, _ userInfo: [CodingUserInfoKey: any Sendable]) {
    (isSharing, depthLimit) = (options.sharing, options.depthLimit)
    self.userInfo = userInfo
  }

  /// What a reference became; nil inside where it is just being made, and outside where it was not
  /// met before.
  func object(_ reference: Reference) -> AnyObject?? { objects[ObjectIdentifier(reference)] }

  func begin(_ reference: Reference) { objects[ObjectIdentifier(reference)] = .some(nil) }

  func end(_ reference: Reference, _ object: AnyObject?) {
    objects[ObjectIdentifier(reference)] = object.map { .some($0) }
  }
}

import CapnProto
import Foundation
import Testing

/// The paths of all errors that a reading meets when each word of a message is damaged in turn.
///
/// A reading that follows one way down meets every pointer on it, so that the paths are the steps of
/// the way; a path that is not there is `-`.
func pathsOfDamage(
  _ message: MessageBuilder, _ read: (Message) throws -> Void
) throws -> Set<String> {
  // As a pointer it leads out of any message; as a landing pad or tag it is as wrong.
  let damage = Pointer.structure(offset: 1 << 29 - 1, data: 1, pointers: 1).littleEndianBytes
  let bytes = [UInt8](try message.bytes())
  try read(Message(bytes))
  var head = 0
  unsafe try message.withSegments { head = unsafe ($0.count / 2 + 1) * 8 }
  var paths: Set<String> = []
  for place in stride(from: head, to: bytes.count, by: 8) {
    var damaged = bytes
    damaged.replaceSubrange(place..<place + 8, with: damage)
    do {
      try read(Message(damaged))
    } catch let error as CapnProtoError {
      paths.insert(error.path ?? "-")
    }
  }
  return paths
}

/// Expects each step down a way to be named when it is damaged.
func expectPaths<T: StructType>(
  _ storage: Storage, _ type: T.Type, _ expected: Set<String>,
  sourceLocation: SourceLocation = #_sourceLocation,
  build: (T.Builder) throws -> Void, read: (T.Reader) throws -> Void
) throws {
  let message = storage.builder
  try build(message.initRoot(T.self))
  let paths = try pathsOfDamage(message) { try read($0.root(T.self)) }
  #expect(paths == expected, sourceLocation: sourceLocation)
}

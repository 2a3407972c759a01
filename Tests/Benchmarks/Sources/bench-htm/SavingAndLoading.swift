import CapnProto
import Foundation
import HTM
import Stopwatch
import Stowage

/// How long it takes to make bytes of a state, and a state of bytes, in memory.
enum SavingAndLoading {
  static func measure<Value: Serializable>(_ value: Value) throws {
    for packed in [false, true] {
      let name = packed ? "packed" : "unpacked"
      var bytes = Data()
      let save = try median {
        try seconds { bytes = try encode(value, packed: packed) }.seconds
      }
      let load = try median {
        try seconds { try decode(Value.self, bytes, packed: packed) }.seconds
      }
      report("save_\(name)_ms", save * 1000)
      report("load_\(name)_ms", load * 1000)
      report("\(name)_bytes", Double(bytes.count))
    }
  }

  private static func encode(_ value: some Serializable, packed: Bool) throws -> Data {
    let message = MessageBuilder()
    try value.write(message.initRoot(type(of: value).Proto.self))
    return packed ? try message.packedBytes() : try message.bytes()
  }

  private static func decode<Value: Serializable>(
    _: Value.Type, _ bytes: Data, packed: Bool
  ) throws -> Value {
    let message = packed ? try Message(packed: bytes) : try Message(bytes)
    return try Value.read(message.root(Value.Proto.self))
  }
}

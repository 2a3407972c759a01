import CapnProto
import Foundation

/// A type that messages are read as.
struct FuzzRoot: Sendable {
  private let typed: @Sendable (Message) throws -> Void
  private let schema: @Sendable () throws -> StructSchema

  init<Value: StructValue>(_ type: Value.Type) {
    typed = { message in _ = try message.root(as: type) }
    schema = { try Value.Struct.structSchema }
  }

  func readTyped(_ message: Message) throws { try typed(message) }

  func readDynamic(_ input: Data) throws {
    let schema = try promised("the schema loads") { try self.schema() }
    guard let values = try? Message(input).root(schema).dictionary() else { return }
    let builder = MessageBuilder()
    do {
      try builder.initRoot(schema).set(values)
    } catch {
      // What an open pointer led to was copied as bytes, and may be too deep to be opened again.
      if error.code == .nestingLimit { return }
      throw BrokenPromise(promise: "what was read cannot be built: \(error)")
    }
  }

  /// Takes the input for JSON, and for a message that becomes JSON.
  func readJSON(_ input: Data) throws {
    let schema = try promised("the schema loads") { try self.schema() }
    var codec = JSONCodec()
    codec.maximumOutputBytes = 1 << 22
    codec.unknownFields = (input.last ?? 0) & 1 == 0 ? .ignore : .reject
    codec.pretty = (input.first ?? 0) & 1 == 0
    // What is written may be deeper than what is read from outside.
    codec.nestingLimit = 256
    for message in [try? codec.decode(input, as: schema), try? Message(input)] {
      guard let value = try? message?.root(schema), let text = try? codec.encode(value) else {
        continue
      }
      // The member of a union that the schema does not know is not in the text, and is the first
      // one when that is read; from then on nothing may change.
      var texts = [text]
      for _ in 0..<2 {
        let last = texts[texts.count - 1]
        texts.append(
          try promised("what was written as JSON can be read") {
            try codec.encode(codec.decode(last, as: schema).root(schema))
          })
      }
      // In a generic box that holds a box, a null pointer reads as one box more each time.
      try require(
        texts[1] == texts[2] || schema.name == "Generics",
        "JSON changed a message from \(texts[1]) to \(texts[2])")
    }
  }

  /// Takes the input for text, and for a message that becomes text.
  func readText(_ input: Data) throws {
    let schema = try promised("the schema loads") { try self.schema() }
    var codec = TextCodec(pretty: (input.first ?? 0) & 1 == 0)
    codec.maximumOutputBytes = 1 << 22
    // What is written may be deeper than what is read from outside.
    codec.nestingLimit = 256
    for message in [try? codec.decode(input, as: schema), try? Message(input)] {
      guard let value = try? message?.root(schema), let text = try? codec.encodeBytes(value) else {
        continue
      }
      // The member of a union that the schema does not know is not in the text, and is the first
      // one when that is read; from then on nothing may change.
      var texts = [text]
      for _ in 0..<2 {
        let last = texts[texts.count - 1]
        let shown = String(decoding: last, as: UTF8.self)
        do {
          texts.append(try codec.encodeBytes(codec.decode(last, as: schema).root(schema)))
        } catch {
          let isOpaque =
            shown.contains("<opaque pointer>") || shown.contains("<external capability>")
          try require(isOpaque, "what was written as text cannot be read: \(error)\n\(shown)")
          return
        }
      }
      try require(
        texts[1] == texts[2], "text changed a message: \(String(decoding: texts[1], as: UTF8.self))"
      )
    }
  }

  static let all = [
    FuzzRoot(Scalars.Value.self), FuzzRoot(ScalarDefaults.Value.self),
    FuzzRoot(Pointers.Value.self), FuzzRoot(PointerDefaults.Value.self),
    FuzzRoot(Lists.Value.self), FuzzRoot(Groups.Value.self), FuzzRoot(NamedUnion.Value.self),
    FuzzRoot(UnnamedUnion.Value.self), FuzzRoot(Tree.Value.self), FuzzRoot(Generics.Value.self),
  ]
}

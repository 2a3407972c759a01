import CapnProto
import Foundation
import Testing

/// Text from anybody gives a message or an error, soon, and never more than that.
@Suite(.timeLimit(.minutes(20))) struct HostileTextFormatTests {
  /// Reads on a thread with the small stack that Apple's systems give to threads.
  private func decode(_ text: String, _ schema: StructSchema) async -> CapnProtoError? {
    await withCheckedContinuation { continuation in
      let thread = Thread {
        do throws(CapnProtoError) {
          _ = try TextCodec().decode(text, as: schema)
          continuation.resume(returning: nil)
        } catch {
          continuation.resume(returning: error)
        }
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
  }

  @Test(arguments: [
    "(", "[", "()", "[()", "(a=", "(a.b", ".a", "-", "\"", "0x\"", "#", ",", "1", "(a=[", "\\", "a",
  ])
  func floods(_ piece: String) async throws {
    let flood = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    let part = flood.prefix(200_000)
    for text in [flood, "(text = \(part)", "(list = [\(part)])", "(text = \"\(part)\")"] {
      let error = try await decode(text, Pointers.structSchema)
      if let error {
        #expect(
          error.code == .malformed || error.code == .typeMismatch || error.code == .unsupported)
      }
    }
  }

  @Test func depthIsThatOfMessages() async throws {
    func tree(_ levels: Int, _ step: String, _ closing: String) -> String {
      "(" + String(repeating: step, count: levels - 1)
        + String(repeating: closing, count: levels - 1) + ")"
    }
    let schema = try Tree.structSchema
    #expect(await decode(tree(64, "next = (", ")"), schema) == nil)
    #expect(await decode(tree(65, "next = (", ")"), schema)?.code == .nestingLimit)
    // Groups are no levels of their own.
    #expect(await decode(tree(64, "branch = (left = (", "))"), schema) == nil)
    #expect(await decode(tree(65, "branch = (left = (", "))"), schema)?.code == .nestingLimit)
    // What is read with the limits can be printed, and the bytes can be read.
    let builder = MessageBuilder()
    try TextCodec().decode(tree(64, "next = (", ")"), into: builder.initRoot(Tree.self))
    _ = try TextCodec().encode(Message(builder.bytes()).root(Tree.self))
  }

  @Test func manyElementsTakeLinearTime() async throws {
    let empty = String(repeating: "(),", count: 200_000)
    let schema = try Lists.structSchema
    #expect(await decode("(small = [\(empty)])", schema) == nil)
    let lists = String(repeating: "[],", count: 200_000)
    #expect(await decode("(nested = [\(lists)])", schema) == nil)
  }

  @Test func mutationsDoNoHarm() throws {
    var generator = SplitMix(state: 11)
    let alphabet = Array("()[],.=-\"\\#x0129aeinf \n\u{FF}".utf8)
    for root in PeerRoot.all {
      let builder = MessageBuilder()
      _ = try root.fill(builder, from: nil, by: PeerHand(seed: 5))
      let text = try TextCodec().encodeBytes(builder.snapshot().root(root.schema))
      for _ in 0..<100 {
        var changed = text
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !changed.isEmpty {
          let index = Int.random(in: 0..<changed.count, using: &generator)
          let byte = alphabet.randomElement(using: &generator) ?? 0
          if Bool.random(using: &generator) {
            changed[index] = byte
          } else {
            changed.insert(byte, at: index)
          }
        }
        let schema = try root.schema
        guard let message = try? TextCodec().decode(changed, as: schema) else { continue }
        _ = try TextCodec().encodeBytes(message.root(schema))
      }
    }
  }
}

import CapnProto
import Testing

/// The defects that the fuzz tests have found, each with the least that shows it.
@Suite struct FoundByFuzzTests {
  /// A root struct with one pointer, which leads to a capability.
  private func messageWithCapability() throws -> Message {
    let builder = MessageBuilder()
    try builder.initRoot(Wrapper<Text>.self).initValue(count: 0)
    var bytes = Array(try builder.bytes())
    bytes.replaceSubrange(16..<24, with: [3, 0, 0, 0, 7, 0, 0, 0])
    return try Message(bytes)
  }

  // libcapnp reads a table of capabilities that a message which was only read does not have.
  @Test func copyingCapabilities() throws {
    let message = try messageWithCapability()
    let holder = try message.root(Wrapper<Capability>.self)
    #expect(try holder.value.kind == .capability)
    let builder = MessageBuilder()
    let copy = try builder.initRoot(Wrapper<Capability>.self)
    func refuses(_ copying: () throws -> Void) {
      #expect { try copying() } throws: { ($0 as? CapnProtoError)?.code == .unsupported }
    }
    refuses { try copy.setValue(holder.value) }
    refuses { try builder.setRoot(message.root) }
    refuses { try builder.setRoot(holder) }
    refuses { try copy._raw.copyContent(of: holder._raw) }
    refuses { _ = try builder.makeOrphan(AnyStruct.self, copying: message.root) }
    refuses { _ = try message.root.equals(message.root) }
    #expect(throws: CapnProtoError.self) { try holder.canonicalBytes() }
  }

  // The pointer of each struct lies behind its data, which was read as a pointer.
  @Test func structsReadAsPointers() throws {
    let builder = MessageBuilder()
    let nodes = try builder.initRoot(Wrapper<List<Node>>.self).initValue(count: 3)
    for index in nodes.indices {
      nodes[index].long = .max
      try nodes[index].initChild().setText("child \(index)")
    }
    let message = try builder.snapshot()
    let children = try message.root(Wrapper<List<Node>>.self).value
    let pointers = try message.root(Wrapper<List<AnyPointer>>.self).value
    func expectChildren(_ pointers: List<AnyPointer>.Reader) throws {
      #expect(pointers.count == 3)
      for index in pointers.indices {
        #expect(try pointers[index].get(Node.self).text == "child \(index)")
      }
    }
    #expect(try children[2].child.text == "child 2")
    try expectChildren(pointers)

    // libcapnp's own view of such a list in a builder reads beyond its end.
    let edited = try builder.root(Wrapper<List<AnyPointer>>.self).value
    for index in edited.indices {
      #expect(try edited[index].get(Node.self).text.string == "child \(index)")
    }
    try expectChildren(edited.asReader)
    let orphan = try builder.root(Wrapper<List<AnyPointer>>.self).disownValue()
    try expectChildren(orphan.builder.asReader)
    try builder.root(Wrapper<List<AnyPointer>>.self).adoptValue(orphan)

    let second = MessageBuilder()
    try second.setRoot(message.root)
    let third = MessageBuilder()
    let list = try second.root(Wrapper<List<AnyPointer>>.self).value.asReader
    try third.initRoot(Wrapper<List<AnyPointer>>.self).setValue(list)
    try expectChildren(third.snapshot().root(Wrapper<List<AnyPointer>>.self).value)
    let joined: Orphan<List<AnyPointer>> = try third.makeOrphan(joining: [list])
    try expectChildren(joined.builder.asReader)
  }

  // Finding out why the size could not be told walked through all of it, without any limit.
  @Test(.timeLimit(.minutes(60))) func sizeOfAMessageThatUnfoldsWithoutEnd() throws {
    // Forty structs of eight pointers, each of which leads to the next struct.
    let structure: UInt64 = 0x0008_0000_0000_0000
    var words = [structure]
    for level in 0..<40 {
      for slot in 0..<8 { words.append(level == 39 ? 0 : structure | UInt64(7 - slot) << 2) }
    }
    let message = try Message(
      ([UInt64(words.count) << 32] + words).flatMap { word in
        (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
      })
    #expect { try message.root.totalSize } throws: { error in
      (error as? CapnProtoError)?.code == .malformed
    }
  }

  // And an honest message is told from such a one, however small the limit.
  @Test func sizeBeyondTheLimit() throws {
    let builder = MessageBuilder()
    try builder.initRoot(Wrapper<Node>.self).initValue().fillForFuzzing()
    let options = ReaderOptions(traversalLimit: .bytes(80))
    let message = try Message(builder.bytes(), options: options)
    #expect { try message.root.totalSize } throws: { error in
      (error as? CapnProtoError)?.code == .traversalLimit
    }
  }
}

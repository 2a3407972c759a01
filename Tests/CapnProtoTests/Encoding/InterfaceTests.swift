import CapnProto
import Testing

/// Interfaces are accepted in a schema: their fields read as pointers that only say if they are there.
@Suite struct InterfaceTests {
  private var withCapability: Message {
    get throws {
      // Root with one pointer, a capability, then a list of two: one capability and one null.
      try message(
        Pointer.structure(data: 0, pointers: 11), 0, 0, 0, 0, 0, 0, 0,
        Pointer.capability(0), Pointer.capability(5), 0, 0)
    }
  }

  @Test func capabilityIsThereOrNot() throws {
    let read = try withCapability.root(Pointers.self)
    #expect(read.hasCapability && read.hasInterface && !read.hasAnyPointer)
    #expect(try !read.capability.isNull && read.capability.kind == .capability)
    #expect(try !read.interface.isNull)
    #expect(try MessageBuilder().initRoot(Pointers.self).asReader.interface.isNull)
  }

  @Test func capabilityIsNoOtherObject() throws {
    let pointer = try withCapability.root(Pointers.self).interface
    expectError(.malformed) { try pointer.get(Scalars.self) }
    expectError(.malformed) { try pointer.get(Text.self) }
    expectError(.malformed) { try pointer.get(List<Int32>.self) }
  }

  @Test func wholeObjectsWithCapabilitiesAreNotCompared() throws {
    let read = try withCapability.root(Pointers.self)
    expectError(.unsupported) { try read.equals(read) }
    #expect(try read.totalSize.capabilities == 2)
    #expect(throws: CapnProtoError.self) { try read.canonicalBytes() }
  }

  @Test func capabilitiesAreNotCopied() throws {
    let read = try withCapability.root(Pointers.self)
    let message = MessageBuilder()
    let error = expectError(.unsupported) { try message.setRoot(read) }
    #expect(error?.message.contains("capability") == true)
    expectError(.unsupported) { try message.setRoot(read._raw.pointer(at: 7)) }
    let root = try message.initRoot(Pointers.self)
    expectError(.unsupported) { try root.setInterface(read.interface) }
    expectError(.unsupported) { try root._raw.copyContent(of: read._raw) }
    expectError(.unsupported) {
      try message.makeOrphan(Capability.self, copying: read.capability).builder
    }
    let lists = try listOfInterfaces.root(Lists.self)
    expectError(.unsupported) { try message.initRoot(Lists.self).setInterfaces(lists.interfaces) }
    expectError(.unsupported) {
      let joined: Orphan<List<Capability>> = try message.makeOrphan(joining: [lists.interfaces])
      return try joined.builder
    }
  }

  private var listOfInterfaces: Message {
    get throws {
      var words = [UInt64](repeating: 0, count: 28)
      words[0] = Pointer.structure(data: 0, pointers: 25)
      words[22] = Pointer.list(offset: 3, .pointer, count: 2)
      words[26] = Pointer.capability(1)
      return try Message(frame(words))
    }
  }

  @Test func listOfInterfacesHasItsCount() throws {
    let read = try listOfInterfaces.root(Lists.self)
    #expect(try read.interfaces.count == 2)
    #expect(try read.interfaces.has(at: 0) && !read.interfaces.has(at: 1))
    #expect(try read.interfaces[0].kind == .capability)
  }
}

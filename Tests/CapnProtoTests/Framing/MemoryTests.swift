import CapnProto
import Foundation
import Testing

/// Where the bytes of a message may lie.
@Suite struct MemoryTests {
  private var sample: [UInt8] {
    get throws { try Parade.bytes(packed: false)[2] }
  }

  @Test(arguments: 0..<9)
  func unalignedInputIsRead(offset: Int) throws {
    let bytes = try [UInt8](repeating: 0xee, count: offset) + sample
    #expect(try Parade.mark(Message(Data(bytes).dropFirst(offset))) == 2)
    #expect(try Parade.mark(Message([UInt8](bytes.dropFirst(offset)))) == 2)
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    defer { unsafe memory.deallocate() }
    unsafe memory.copyBytes(from: bytes)
    let borrowed = unsafe try Message(
      unsafeBytesNoCopy: UnsafeRawBufferPointer(rebasing: memory[offset...]))
    #expect(try Parade.mark(borrowed) == 2)
  }

  @Test func arraysAndDataAreReadInPlace() throws {
    let array = try sample
    let message = try Message(array)
    let start = unsafe array.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
    let segment = unsafe message.withSegments { segments in
      unsafe UInt(bitPattern: segments[0].baseAddress)
    }
    #expect(segment > start && segment < start + UInt(array.count))

    let data = Data(array)
    let other = try Message(data)
    let dataStart = unsafe data.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
    let dataSegment = unsafe other.withSegments { segments in
      unsafe UInt(bitPattern: segments[0].baseAddress)
    }
    #expect(dataSegment > dataStart && dataSegment < dataStart + UInt(array.count))
  }

  @Test func messageDoesNotChangeWithItsSource() throws {
    var array = try sample
    let message = try Message(array)
    for index in array.indices { array[index] = 0xff }
    #expect(try Parade.mark(message) == 2)
    var data = try Data(sample)
    let other = try Message(data)
    data.resetBytes(in: 0..<data.count)
    #expect(try Parade.mark(other) == 2)
  }

  @Test func smallDataIsReadToo() throws {
    // Foundation keeps so few bytes inside the value, where they have no lasting place.
    let data = Data([0, 0, 0, 0, 1, 0, 0, 0] + [0, 0, 0, 0, 0, 0, 0, 0]).prefix(14)
    expectError(.truncated) { try Message(data) }
    let message = try Message(Data([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
    #expect(message.root.isNull)
  }

  @Test func ownerIsHeldAsLongAsAnyView() throws {
    final class Owner: Sendable {}
    let bytes = try Parade.bytes(packed: false)[1]
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    defer { unsafe memory.deallocate() }
    unsafe memory.copyBytes(from: bytes)
    weak var weakOwner: Owner?
    func open() throws -> Text.Reader {
      let owner = Owner()
      weakOwner = owner
      let message = unsafe try Message(
        unsafeBytesNoCopy: UnsafeRawBufferPointer(memory), owner: owner)
      return try message.root(Pointers.self).text
    }
    do {
      let text = try open()
      #expect(weakOwner != nil)
      #expect(text == "a small one")
    }
    #expect(weakOwner == nil)
  }

  @Test func messageIsWrittenToMemoryOfTheCaller() throws {
    for message in try Parade.builders {
      let count = try message.byteCount
      let memory = UnsafeMutableRawBufferPointer.allocate(
        byteCount: try max(count, message.packedByteBound), alignment: 8)
      defer { unsafe memory.deallocate() }
      #expect(unsafe try message.write(into: memory) == count)
      #expect(unsafe try Data(memory[..<count]) == message.bytes())
      let packed = unsafe try message.writePacked(into: memory)
      #expect(unsafe try Data(memory[..<packed]) == message.packedBytes())
      let short = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[..<(count - 1)])
      expectError(.invalidArgument) { unsafe try message.write(into: short) }
      expectError(.invalidArgument) {
        unsafe try message.writePacked(
          into: UnsafeMutableRawBufferPointer(rebasing: memory[..<3]))
      }
    }
  }
}

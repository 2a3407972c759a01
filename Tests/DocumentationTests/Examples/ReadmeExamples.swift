import CapnProto
import Foundation
import Stowage
import Testing

@Suite struct ReadmeExamples {
  @Test func file() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "perceptron-\(UUID())")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forUpdating: file)

    // snippet: file
    let first = Perceptron(name: "first", weights: [0.5, -1.5])
    let second = Perceptron(name: "second", weights: [], bias: 1)
    try first.writeToFile(handle)  // FileHandle; a packed message
    try second.writeToFile(handle)

    try handle.seek(toOffset: 0)
    let one = try Perceptron.readFromFile(handle)
    let two = try Perceptron.readFromFile(handle)
    // end snippet

    #expect(one == first)
    #expect(two == second)
  }

  @Test func message() throws {
    let perceptron = Perceptron(name: "sent", weights: [1, 2, 3])

    // snippet: message
    let message = MessageBuilder()
    try perceptron.write(message.initRoot(PerceptronProto.self))
    let bytes = try message.packedBytes()  // Data

    let received = try Message(packed: bytes)
    let copy = try Perceptron.read(received.root(PerceptronProto.self))
    // end snippet

    #expect(copy == perceptron)
  }

  @Test func buildAndRead() throws {
    // snippet: build-and-read
    let message = MessageBuilder()
    let builder = try message.initRoot(PerceptronProto.self)
    try builder.setName("XOR would be too much")
    try builder.setWeights([0.25, 0.5, 0.75])  // any collection, copied in one go
    try builder.setLabels(["left", "right"])
    builder.bias = -1

    let reader = try Message(message.bytes()).root(PerceptronProto.self)
    print(try reader.name, reader.bias, reader.rate)  // XOR would be too much -1.0 0.1
    for weight in try reader.weights { print(weight) }
    if reader.hasLabels { print(try reader.labels.map(\.string)) }
    // end snippet

    #expect(try String(reader.name) == "XOR would be too much")
    #expect(reader.rate == 0.1)
    #expect(try Array(reader.weights) == [0.25, 0.5, 0.75])
    #expect(try reader.labels.map(\.string) == ["left", "right"])
  }
}

import CapnProto
import Foundation
import Stowage
import Testing

/// Fields that hold objects of any type save and load them by the names of their types.
struct PolymorphicTests {
  let registry = Drawing.registry
  let drawing: Drawing

  init() {
    let polygon = Polygon(points: [1, 2, 3])
    drawing = Drawing(
      title: "both", frame: Circle(radius: 2), shapes: [polygon, Circle(radius: 1), polygon],
      extra: ["answer": 42])
  }

  private func bytes(_ format: Format = .packed) throws -> Data {
    try serialize(drawing, options: SaveOptions(format: format, registry: registry))
  }

  private func drawing(_ data: Data, _ options: LoadOptions) throws -> Drawing {
    try deserialize(data, as: Drawing.self, options: options)
  }

  @Test(arguments: [Format.packed, .binary])
  func mixedTypesComeBackAsWhatTheyWere(_ format: Format) throws {
    let loaded = try drawing(bytes(format), LoadOptions(registry: registry))
    #expect(loaded.frame as? Circle == Circle(radius: 2))
    #expect(loaded.shapes.map(\.area) == [3, .pi, 3])
    #expect(loaded.shapes[1] is Circle)
    // What was one object is one again.
    #expect(try #require(loaded.shapes[0] as? Polygon) === loaded.shapes[2] as? Polygon)
    #expect(loaded.extra == ["answer": 42])
  }

  @Test func theyComeBackWithinValuesAndPlainMessages() throws {
    let value: Value = [try .object(drawing, in: registry)]
    let loaded = try deserialize(
      serialize(value, options: SaveOptions(registry: registry)),
      options: LoadOptions(registry: registry))
    #expect(loaded[0]?.object(as: Drawing.self)?.shapes.count == 3)

    let message = MessageBuilder()
    let root = try message.initRoot(DrawingProto.self)
    try root.frame.setObject(Circle(radius: 9), registry: registry)
    let reader = root.asReader
    #expect(try reader.frame.object(as: Circle.self, registry: registry).radius == 9)
    #expect(try reader.shapes.objects(of: Circle.self, registry: registry).isEmpty)
    #expect(try reader.extra.value(registry: registry) == .null)
  }

  @Test func whatIsNotRegisteredIsNeitherSavedNorBuilt() throws {
    var error = #expect(throws: StowageError.self) { try serialize(drawing) }
    #expect(error?.code == .unregisteredType)
    error = #expect(throws: StowageError.self) { try drawing(bytes(), LoadOptions()) }
    #expect(error?.code == .unregisteredType)
  }

  @Test func whatTheCallDoesNotAllowIsNotBuilt() throws {
    var options = LoadOptions(allowedTypes: ["test.Drawing", "test.Circle"], registry: registry)
    var error = #expect(throws: StowageError.self) { try drawing(bytes(), options) }
    #expect(error?.code == .typeNotAllowed)
    error = #expect(throws: StowageError.self) { try deserialize(bytes(), options: options) }
    #expect(error?.code == .typeNotAllowed)
    options.allowedTypes?.insert("test.Polygon")
    #expect(try drawing(bytes(), options).shapes.count == 3)
    // A field can allow less than the call does.
    error = #expect(throws: StowageError.self) {
      let message = MessageBuilder()
      try message.root.setObject(Circle(radius: 1), registry: registry)
      return try message.root.asReader.object(
        as: Circle.self, registry: registry, allowed: ["test.Polygon"])
    }
    #expect(error?.code == .typeNotAllowed)
  }

  @Test func anotherTypeThanExpectedIsAnError() throws {
    let message = MessageBuilder()
    try message.root.setObject(Circle(radius: 1), registry: registry)
    let pointer = try message.root.asReader
    var error = #expect(throws: StowageError.self) {
      try pointer.object(as: Polygon.self, registry: registry)
    }
    #expect(error?.code == .wrongType)
    error = #expect(throws: StowageError.self) {
      try pointer.objects(of: Circle.self, registry: registry)
    }
    #expect(error?.code == .wrongType)
    error = #expect(throws: StowageError.self) {
      try MessageBuilder().root.asReader.object(as: Circle.self)
    }
    #expect(error?.code == .wrongType)
  }

  @Test(arguments: [Format.json, .text])
  func formatsWithoutAFormForThemRefuse(_ format: Format) throws {
    let error = #expect(throws: StowageError.self) { try bytes(format) }
    #expect(error?.code == .unsupportedValue)
    #expect(throws: StowageError.self) {
      try serialize(
        [.object(drawing, in: registry)],
        options: SaveOptions(format: format, registry: registry))
    }
  }

  @Test func damagedMessagesDoNoHarm() throws {
    let message = MessageBuilder()
    let root = try message.initRoot(DrawingProto.self)
    try root.shapes.setObjects(drawing.shapes, registry: registry)
    try root.frame.setObject(Circle(radius: 2), registry: registry)
    let bytes = try message.flatBytes()
    var random = SplitMix(state: 3)
    var refused = 0
    for _ in 0..<2000 {
      var damaged = bytes
      damaged[Int.random(in: 0..<damaged.count, using: &random)] ^=
        UInt8(1)
        << UInt8.random(
          in: 0..<8, using: &random)
      do {
        let reader = try Message(flat: damaged).root(DrawingProto.self)
        _ = try reader.shapes.objects(of: (any Drawable).self, registry: registry)
        _ = try reader.frame.object(as: (any Drawable).self, registry: registry)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 100)
  }
}

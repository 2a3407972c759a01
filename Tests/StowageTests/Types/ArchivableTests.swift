import CapnProto
import Foundation
import Stowage
import Testing

@Suite("Types whose files hold more than what they share")
struct ArchivableTests {
  private let scale = Scale(unit: "kg", weight: 0.1, history: [1, 2, 1.0 / 3])

  private func registry() throws -> TypeRegistry {
    let registry = TypeRegistry()
    try registry.register(Scale.self, as: "shop.Scale")
    return registry
  }

  @Test("A saved object loses nothing, in any format", arguments: Format.allCases)
  func lossless(_ format: Format) throws {
    let registry = try registry()
    let options = SaveOptions(format: format, registry: registry)
    let data = try serialize(scale, options: options)
    let loading = LoadOptions(registry: registry)
    #expect(try deserialize(data, as: Scale.self, options: loading) == scale)
    #expect(try deserialize(data, options: loading).object(as: Scale.self) == scale)
    let hash = try contentHash(of: scale, registry: registry)
    #expect(try contentHash(ofFile: data, options: loading) == hash)
    #expect(try contentHash(ofFile: data, as: Scale.self, options: loading) == hash)
    let audit = try audit(data, options: loading)
    #expect(audit.rootStructID == WholeScaleProto.schema.id)
    #expect(audit.types.map(\.name) == ["shop.Scale"])
  }

  @Test("So does an object in a graph", arguments: Format.allCases)
  func inGraph(_ format: Format) throws {
    let registry = try registry()
    let value = Value.array([.object(try .init(scale, in: registry)), .string("beside")])
    let data = try serialize(value, options: SaveOptions(format: format, registry: registry))
    let loaded = try deserialize(data, options: LoadOptions(registry: registry))
    #expect(loaded.array?.first?.object(as: Scale.self) == scale)
  }

  @Test("What others share keeps to its struct")
  func shared() throws {
    let message = MessageBuilder()
    try scale.write(message.initRoot(ScaleProto.self))
    let read = try Scale.read(Message(packed: message.packedBytes()).root(ScaleProto.self))
    #expect(read == Scale(unit: "kg", weight: Double(Float(0.1))))
  }

  @Test("What was saved in the shared struct is loaded", arguments: Format.allCases)
  func older(_ format: Format) throws {
    let before = TypeRegistry()
    try before.register(SharedScale.self, as: "shop.Scale")
    let options = SaveOptions(format: format, registry: before)
    let data = try serialize(SharedScale(scale: scale), options: options)
    let loading = LoadOptions(registry: try registry())
    let expected = Scale(unit: "kg", weight: Double(Float(0.1)))
    #expect(try deserialize(data, as: Scale.self, options: loading) == expected)
    #expect(try deserialize(data, options: loading).object(as: Scale.self) == expected)
    #expect(
      try contentHash(ofFile: data, as: Scale.self, options: loading)
        == contentHash(of: SharedScale(scale: scale), registry: before))
  }
}

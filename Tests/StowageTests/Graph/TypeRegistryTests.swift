import Stowage
import Testing

struct TypeRegistryTests {
  @Test func namesAreTakenOnce() throws {
    let registry = TypeRegistry()
    try registry.register(Reservoir.self, as: "test.Reservoir", aliases: ["test.Sample"])
    for name in ["test.Reservoir", "test.Sample"] as [TypeID] {
      let error = #expect(throws: StowageError.self) {
        try registry.register(Link.self, as: name)
      }
      #expect(error?.code == .registeredTwice)
      #expect(error?.message.contains(name.description) == true)
    }
    #expect(throws: StowageError.self) {
      try registry.register(Reservoir.self, as: "test.Other")
    }
    try registry.register(Link.self, as: "test.Node")
    #expect(registry.ids == ["test.Node", "test.Reservoir"])
    #expect(registry.id(of: Reservoir.self) == "test.Reservoir")
    #expect(try registry.type("test.Sample") == Reservoir.self)
  }

  @Test func anUnknownNameComesWithTheNearestOne() throws {
    let registry = TypeRegistry()
    try registry.register(Reservoir.self, as: "test.Reservoir")
    let error = #expect(throws: StowageError.self) { try registry.type("test.Resevoir") }
    #expect(error?.code == .unregisteredType)
    #expect(error?.message.contains("test.Resevoir") == true)
    #expect(error?.message.contains("test.Reservoir") == true)
  }

  @Test func aliasesLoadAndNamesAreWritten() throws {
    let old = TypeRegistry()
    try old.register(Reservoir.self, as: "test.Sample")
    let new = TypeRegistry()
    try new.register(Reservoir.self, as: "test.Reservoir", aliases: ["test.Sample"])
    let reservoir = Reservoir(name: "moved", sample: [1])
    for format in Format.allCases {
      let data = try serialize(reservoir, options: SaveOptions(format: format, registry: old))
      let loaded = try deserialize(data, options: LoadOptions(registry: new))
      #expect(loaded.object() == reservoir)
      guard case .object(let instance) = loaded else { continue }
      #expect(instance.type == "test.Reservoir")
    }
  }

  @Test(arguments: ["", "a", ".b", "a.", "a b.c", "a.b\n"])
  func badNamesAreRefused(_ name: String) {
    #expect(throws: StowageError.self) { try TypeID(name) }
  }
}

import CapnProto
import Foundation
import Stowage
import Testing

/// What a newer program wrote is still there after an older one has loaded and saved it.
struct UnknownFieldsTests {
  let older = TypeRegistry()
  let newer = TypeRegistry()

  init() throws {
    try older.register(Plant.self, as: "garden.Plant")
    try newer.register(NewPlant.self, as: "garden.Plant")
  }

  private func older(_ data: Data, _ format: Format = .packed) throws -> Data {
    let plant = try deserialize(data, as: Plant.self, options: LoadOptions(registry: older))
    return try serialize(plant, options: SaveOptions(format: format, registry: older))
  }

  @Test(arguments: 0..<6, [Format.packed, .binary])
  func everythingComesBack(_ member: Int, _ format: Format) throws {
    let plant = try NewPlant.full(member)
    let data = try older(serialize(plant, options: SaveOptions(registry: newer)), format)
    #expect(try deserialize(data, as: NewPlant.self) == plant)
    // The next time there is nothing to move.
    #expect(try older(data, format) == data)
  }

  @Test func everythingComesBackFromPlainMessages() throws {
    let folder = try TemporaryFolder()
    let plant = try NewPlant.full(4)
    try plant.writeToFile(folder.url.appendingPathComponent("plant"))
    let old = try Plant.readFromFile(folder.url.appendingPathComponent("plant"))
    #expect(!old.unknownFields.isEmpty)
    try old.writeToFile(folder.url.appendingPathComponent("plant"))
    #expect(try NewPlant.readFromFile(folder.url.appendingPathComponent("plant")) == plant)
  }

  @Test func everythingComesBackWithinValues() throws {
    let plants = try (0..<6).map { try NewPlant.full($0) }
    let value: Value = ["plants": .array(try plants.map { try .object($0, in: newer) })]
    let old = try deserialize(
      serialize(value, options: SaveOptions(registry: newer)), options: LoadOptions(registry: older)
    )
    let new = try deserialize(
      serialize(old, options: SaveOptions(registry: older)), options: LoadOptions(registry: newer))
    #expect(new["plants"]?.array?.compactMap { $0.object(as: NewPlant.self) } == plants)
  }

  @Test func thereIsNothingWhereNothingIsUnknown() throws {
    let plant = try NewPlant { plant in
      try plant.setName("moss")
      try plant.initLeaves(count: 3)[1].setKind("green")
      plant.setWild()
      plant.rank = 5  // The default.
    }
    let data = try serialize(plant)
    let old = try deserialize(data, as: Plant.self)
    #expect(old.unknownFields == UnknownFields())
    #expect(old.unknownFields.isEmpty)
  }

  @Test func whatTheOlderProgramChangesStaysChanged() throws {
    var old = try deserialize(serialize(NewPlant.full(4)), as: Plant.self)
    old.name = "tulip"
    old.home = .age(12)
    old.leaves[2].kind = "other"
    old.counts.append(4)
    old.parent = []
    let new = try deserialize(serialize(old), as: NewPlant.self).reader
    #expect(try new.name == "tulip")
    // Another member took the place of one that was not known.
    guard case .age(12) = try new.which else {
      Issue.record("the age is needed")
      return
    }
    #expect(try new.leaves[2].kind == "other")
    #expect(try new.leaves[2].age == 2 << 40)
    // What belonged to the elements cannot be told any more.
    #expect(try new.counts.map { $0.value } == [60000, 60001, 60002, 4])
    #expect(try new.counts.map { $0.sure } == [false, false, false, false])
    #expect(!new.hasParent)
    #expect(try new.finder == "somebody")
    #expect(new.isRare && new.mass == 0.25 && new.place.y == 5)
  }

  @Test func aGroupDoesNotGetWhatBelongsToAnotherMember() throws {
    // All that an older program knows of it is that something is set.
    var old = try deserialize(serialize(NewPlant.full(5)), as: Plant.self)
    old.home = .bed(3, "new")
    let new = try deserialize(serialize(old), as: NewPlant.self).reader
    guard case .bed(let bed) = try new.which else {
      Issue.record("the bed is needed")
      return
    }
    #expect(try bed.number == 3 && bed.note == "new" && bed.depth == 0 && bed.soil == "")
  }

  @Test func objectsAreEqualOnlyWithWhatIsUnknown() throws {
    let first = try deserialize(serialize(NewPlant.full(0)), as: Plant.self)
    let second = try deserialize(serialize(NewPlant.full(0)), as: Plant.self)
    #expect(first == second && first.unknownFields.hashValue == second.unknownFields.hashValue)
    var third = second
    third.unknownFields = UnknownFields()
    #expect(first != third)
    let values = try [first, third].map { try Value.object($0, in: older) }
    #expect(try !values[0].isEquivalent(to: values[1]))
  }

  @Test(arguments: [Format.json, .text])
  func formatsOfNamesRefuseWhatHasNone(_ format: Format) throws {
    var old = try deserialize(serialize(NewPlant.full(0)), as: Plant.self)
    for value: Value in try [.object(old, in: older), [.object(old, in: older)]] {
      let error = #expect(throws: StowageError.self) {
        try serialize(value, options: SaveOptions(format: format, registry: older))
      }
      #expect(error?.code == .unsupportedValue)
    }
    #expect(throws: StowageError.self) { try serialize(old, format: format) }
    old.unknownFields = UnknownFields()
    #expect(try deserialize(serialize(old, format: format), as: Plant.self) == old)
  }
}

/// The same for types that are built from a configuration.
struct UnknownStateTests {
  /// A type of an older program.
  struct Bush: Configurable, PreservesUnknownFields {
    var config = 1
    var name = ""
    var unknownFields = UnknownFields()

    init(config: Int) { self.config = config }

    func writeState(_ builder: Before.Part.Builder) throws { try builder.setKind(name) }

    mutating func readState(_ reader: Before.Part.Reader) throws {
      name = String(try reader.kind)
    }
  }

  /// The same type of a newer one.
  struct NewBush: Configurable {
    var config = 1
    var name = ""
    var age: UInt64 = 0

    init(config: Int) { self.config = config }

    func writeState(_ builder: GrownPart.Builder) throws {
      let part = After.Part.Builder(_raw: builder._raw)
      try part.setKind(name)
      part.age = age
    }

    mutating func readState(_ reader: GrownPart.Reader) throws {
      let part = After.Part.Reader(_raw: reader._raw)
      (name, age) = (String(try part.kind), part.age)
    }
  }

  @Test func theStateOfAConfiguredTypeComesBack() throws {
    let (older, newer) = (TypeRegistry(), TypeRegistry())
    try older.register(Bush.self, as: "garden.Bush")
    try newer.register(NewBush.self, as: "garden.Bush")
    var bush = NewBush(config: 6)
    (bush.name, bush.age) = ("broom", 70)
    let data = try serialize(bush, options: SaveOptions(registry: newer))
    var old = try deserialize(data, as: Bush.self, options: LoadOptions(registry: older))
    old.name = "gorse"
    let again = try serialize(old, options: SaveOptions(registry: older))
    let new = try deserialize(again, as: NewBush.self, options: LoadOptions(registry: newer))
    #expect(new.config == 6 && new.name == "gorse" && new.age == 70)
    #expect(throws: StowageError.self) {
      try serialize(old, options: SaveOptions(format: .json, registry: older))
    }
  }
}

/// The struct of the newer program, with the id that it has in the older one.
enum GrownPart: StructType {
  struct Reader: StructReaderView {
    typealias Struct = GrownPart
    let _raw: StructReader
    init(_raw: borrowing StructReader) { self._raw = copy _raw }
  }

  struct Builder: StructBuilderView {
    typealias Struct = GrownPart
    let _raw: StructBuilder
    init(_raw: borrowing StructBuilder) { self._raw = copy _raw }
  }

  typealias ListReader = StructListReader<GrownPart>
  typealias ListBuilder = StructListBuilder<GrownPart>

  static var _layout: StructLayout { After.Part._layout }
  static var schema: SchemaNode { Before.Part.schema }
}

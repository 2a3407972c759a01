import CapnProto
import Foundation
import Stowage

/// What an older program knows.
enum Before {}

/// What a newer program knows.
enum After {}

/// A plant, as an older program has it.
struct Plant: Serializable, PreservesUnknownFields, Equatable {
  struct Part: Equatable {
    var weight: UInt8
    var kind: String

    init(_ reader: Before.Part.Reader) throws {
      (weight, kind) = (reader.weight, String(try reader.kind))
    }

    func write(_ builder: Before.Part.Builder) throws {
      builder.weight = weight
      try builder.setKind(kind)
    }
  }

  enum Home: Equatable {
    case wild
    case pot(Part)
    case bed(UInt8, String)
    case age(Int32)
    case unknown
  }

  var name = ""
  var height: Float = 0
  var isIll = false
  var root: [Part] = []
  var leaves: [Part] = []
  var counts: [UInt16] = []
  var rows: [[Part]] = []
  var x: Int16 = 0
  var label = ""
  var home = Home.wild
  var parent: [Plant] = []
  var words: [String] = []
  var unknownFields = UnknownFields()

  func write(_ builder: Before.Plant.Builder) throws {
    try builder.setName(name)
    builder.height = height
    builder.isIll = isIll
    for part in root { try part.write(builder.initRoot()) }
    let list = try builder.initLeaves(count: leaves.count)
    for (index, part) in leaves.enumerated() { try part.write(list[index]) }
    try builder.setCounts(counts)
    let lists = try builder.initRows(count: rows.count)
    for (index, row) in rows.enumerated() {
      let list = try lists.initialize(index, count: row.count)
      for (index, part) in row.enumerated() { try part.write(list[index]) }
    }
    builder.place.x = x
    try builder.place.setLabel(label)
    switch home {
    case .wild: builder.setWild()
    case .pot(let part): try part.write(builder.initPot())
    case .bed(let number, let note):
      let bed = try builder.initBed()
      bed.number = number
      try bed.setNote(note)
    case .age(let age): builder.age = age
    case .unknown: break
    }
    for plant in parent { try plant.write(builder.initParent()) }
    try builder.setWords(words)
  }

  static func read(_ reader: Before.Plant.Reader) throws -> Plant {
    var plant = Plant()
    plant.name = String(try reader.name)
    plant.height = reader.height
    plant.isIll = reader.isIll
    if reader.hasRoot { plant.root = [try Part(reader.root)] }
    plant.leaves = try reader.leaves.map { try Part($0) }
    plant.counts = Array(try reader.counts)
    plant.rows = try reader.rows.map { try $0.map { try Part($0) } }
    plant.x = reader.place.x
    plant.label = String(try reader.place.label)
    switch try reader.which {
    case .wild: plant.home = .wild
    case .pot(let part): plant.home = .pot(try Part(part))
    case .bed(let bed): plant.home = .bed(bed.number, String(try bed.note))
    case .age(let age): plant.home = .age(age)
    case .unrecognized: plant.home = .unknown
    }
    if reader.hasParent { plant.parent = [try read(reader.parent)] }
    plant.words = try reader.words.map { String($0) }
    return plant
  }
}

/// The struct of the newer program, with the id that it has in the older one.
enum GrownPlant: StructType {
  struct Reader: StructReaderView {
    typealias Struct = GrownPlant
    let _raw: StructReader
    init(_raw: borrowing StructReader) { self._raw = copy _raw }
  }

  struct Builder: StructBuilderView {
    typealias Struct = GrownPlant
    let _raw: StructBuilder
    init(_raw: borrowing StructBuilder) { self._raw = copy _raw }
  }

  typealias ListReader = StructListReader<GrownPlant>
  typealias ListBuilder = StructListBuilder<GrownPlant>

  static var _layout: StructLayout { After.Plant._layout }
  static var schema: SchemaNode { Before.Plant.schema }
}

/// The same as a newer program has it: all that there is, as it is in the message.
struct NewPlant: Serializable, Equatable {
  var bytes: Data

  init(_ fill: (After.Plant.Builder) throws -> Void) throws {
    let message = MessageBuilder()
    let plant = try message.initRoot(After.Plant.self)
    try fill(plant)
    bytes = try plant.asReader.canonicalBytes()
  }

  var reader: After.Plant.Reader {
    get throws { try Message(flat: bytes).root(After.Plant.self) }
  }

  func write(_ builder: GrownPlant.Builder) throws { try builder._raw.copyContent(of: reader._raw) }

  static func read(_ reader: GrownPlant.Reader) throws -> NewPlant {
    try NewPlant { try $0._raw.copyContent(of: reader._raw) }
  }

  /// One that uses everything that an older program does not know.
  static func full(_ member: Int) throws -> NewPlant {
    try NewPlant { plant in
      try fill(plant, member)
      try fill(plant.initParent(), member + 1)
      try fill(plant.parent.initTwin(), member + 2)
    }
  }

  private static func fill(_ part: After.Part.Builder, _ number: Int) throws {
    part.weight = UInt8(number)
    try part.setKind("kind \(number)")
    part.isWet = number % 2 == 1
    part.age = UInt64(number) << 40
    if number % 3 != 0 { try part.setColours([1, UInt16(number)]) }
  }

  private static func fill(_ plant: After.Plant.Builder, _ member: Int) throws {
    try plant.setName("rose")
    plant.height = 1.5
    plant.isIll = true
    try fill(plant.initRoot(), 1)
    let leaves = try plant.initLeaves(count: 4)
    for index in leaves.indices { try fill(leaves[index], index) }
    let counts = try plant.initCounts(count: 3)
    for index in counts.indices {
      counts[index].value = UInt16(index + 60000)
      counts[index].sure = index == 1
      if index == 2 { try counts[index].setNote("about") }
    }
    let rows = try plant.initRows(count: 2)
    for index in rows.indices {
      let row = try rows.initialize(index, count: 2)
      for place in row.indices { try fill(row[place], place + 3) }
    }
    plant.place.x = -3
    try plant.place.setLabel("garden")
    plant.place.y = 5
    switch member % 6 {
    case 0: plant.setWild()
    case 1: try fill(plant.initPot(), 9)
    case 2:
      let bed = try plant.initBed()
      bed.number = 200
      try bed.setNote("by the wall")
      bed.depth = 77
      try bed.setSoil("sand")
    case 3: plant.age = -5
    case 4: try plant.setForest(["oak", "elm"])
    default: plant.number = .min + 3
    }
    let words = try plant.initWords(count: 2)
    for index in words.indices {
      try words[index].setText("word \(index)")
      try words[index].setLanguage("en")
      words[index].uses = 8
    }
    plant.isRare = true
    plant.rank = -1
    plant.mass = 0.25
    try plant.setFinder("somebody")
    try fill(plant.initSeeds(count: 1)[0], 5)
    try plant.anything.initialize(List<UInt32>.self, count: 3)[1] = 9
  }
}

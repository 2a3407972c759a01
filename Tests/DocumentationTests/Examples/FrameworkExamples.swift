import Foundation
import Stowage
import Testing

/// An object that can lead back to itself.
// snippet: graph-object
final class Person: GraphObject {
  var name = ""
  var friends: [Person] = []

  func fields() throws -> Table {
    ["name": .string(name), "friends": .array(try friends.map { try .object($0) })]
  }

  func fill(_ fields: Table) throws {
    name = fields["name"]?.string ?? ""
    friends = fields["friends"]?.array?.compactMap { $0.object() } ?? []
  }
}
// end snippet

/// A model that is built from a configuration.
// snippet: configurable
struct Classifier: Configurable {
  struct Config: Codable {
    var labels: [String]
    var rate = 0.1
  }

  let config: Config
  var weights: [Double]

  init(config: Config) throws {
    self.config = config
    weights = config.labels.map { _ in 0 }
  }

  func writeState(_ builder: PerceptronProto.Builder) throws { try builder.setWeights(weights) }

  mutating func readState(_ reader: PerceptronProto.Reader) throws {
    weights = Array(try reader.weights)
  }
}
// end snippet

@Suite(.serialized) struct FrameworkExamples {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if TypeRegistry.shared.id(of: Perceptron.self) == nil {
      // snippet: registering
      try TypeRegistry.shared.register(Perceptron.self, as: "shop.Perceptron")
      try TypeRegistry.shared.register(
        Classifier.self, as: "shop.Classifier", aliases: ["shop.Sorter"])
      try TypeRegistry.shared.register(Person.self, as: "shop.Person")
      // end snippet
    }
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path() }

  @Test func saving() throws {
    let file = path("model.stow")
    // snippet: saving
    let model = Perceptron(name: "first", weights: [0.5, -1.5])
    try save(file, model)  // packed; or format: .binary, .json, .text
    let copy = try load(file, as: Perceptron.self)  // finds the format out
    let any = try load(file)  // the type by its name, if it is registered
    // end snippet
    #expect(copy.weights == model.weights)
    #expect(any.object(as: Perceptron.self)?.name == "first")

    // snippet: values
    let value: Value = ["name": "sample", "sizes": [1, 2.5, nil], "raw": .bytes(Data([0xFF]))]
    let bytes = try serialize(value, format: .json)
    let same = try deserialize(bytes)
    // end snippet
    #expect(same == value)

    // snippet: auditing
    let found = try audit(file)
    print(found.types.map(\.name), found.writer, found.byteCount)  // ["shop.Perceptron"] ...
    let safe = try load(file, options: LoadOptions(allowedTypes: ["shop.Perceptron"]))
    // end snippet
    #expect(found.types.map(\.name) == ["shop.Perceptron"])
    #expect(safe.object(as: Perceptron.self) != nil)
  }

  @Test func sharing() throws {
    // snippet: sharing
    let shared = Reference("both lead here")
    let value: Value = [.reference(shared), .reference(shared)]
    let copy = try deserialize(serialize(value))
    // end snippet
    #expect(copy[0] == copy[1])

    // snippet: cycles
    let ann = Person()
    let ben = Person()
    ann.friends = [ben]
    ben.friends = [ann]
    let again = try deserialize(serialize(ann), as: Person.self)
    print(again.friends[0].friends[0] === again)  // true
    // end snippet
    #expect(again.friends[0].friends[0] === again)
  }

  @Test func configurations() throws {
    // snippet: configured
    var model = try Classifier(config: .init(labels: ["cat", "dog"]))
    model.weights = [1, 2]
    let copy = try deserialize(serialize(model), as: Classifier.self)
    print(copy.config.labels, copy.weights)  // ["cat", "dog"] [1.0, 2.0]
    // end snippet
    #expect(copy.weights == [1, 2])

    // snippet: types-as-values
    let bytes = try serialize(Classifier.self)  // only if it is registered
    let type = try deserialize(bytes).type()
    // end snippet
    #expect(ObjectIdentifier(type) == ObjectIdentifier(Classifier.self))
  }

  @Test func codable() throws {
    struct Reading: Codable, Equatable {
      var time: Date
      var values: [Int: Double]
    }
    let readings = [Reading(time: .now, values: [1: .nan, 2: .infinity])]
    // snippet: codable
    let bytes = try CapnProtoEncoder().encode(readings)
    let copy = try CapnProtoDecoder().decode([Reading].self, from: bytes)
    // end snippet
    #expect(copy[0].time == readings[0].time)
    #expect(copy[0].values[1]?.isNaN == true)
  }

  @Test func several() throws {
    let file = path("many.stow")
    // snippet: several
    try saveAll(file, [1, "two", [3]])
    let values = try loadAll(file)

    let handle = try FileHandle(forReadingFrom: URL(filePath: file))
    while let value = try load(nextFrom: handle) { print(value) }
    // end snippet
    #expect(values == [1, "two", [3]])
  }

  @Test func substitutes() throws {
    let model = Perceptron(name: "secret", weights: [])
    // snippet: substitutes
    var options = SaveOptions()
    options.substitute = { instance in instance.object is Perceptron ? "left out" : nil }
    let bytes = try serialize([.object(model)], options: options)
    // end snippet
    #expect(try deserialize(bytes) == ["left out"])
  }

  @Test func pieces() throws {
    let pieces = [try serialize("one"), try serialize("two")]
    var found: [Value] = []
    // snippet: decoder
    var decoder = ArchiveDecoder()
    for piece in pieces {
      decoder.append(piece)
      while let value = try decoder.next() { found.append(value) }
    }
    try decoder.finish()
    // end snippet
    #expect(found == ["one", "two"])
  }
}

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

  @Test func fromTorch() throws {
    let (file, ascii, several) = (path("a.t7"), path("b.t7"), path("c.t7"))
    let object: Value = ["weights": .tensor(try Tensor([1, 2, 3, 4] as [Double], shape: [2, 2]))]
    // snippet: from-torch
    try save(file, object)  // torch.save(file, object)
    try save(ascii, object, format: .text)  // torch.save(file, object, 'ascii')
    try save(file, object, options: SaveOptions(keepsSharing: false))  // …, 'binary', false)
    let loaded = try load(file)  // torch.load(file)
    let readable = try load(ascii)  // torch.load(file, 'ascii')
    let string = try serialize(object)  // torch.serialize(object)
    let copy = try deserialize(string)  // torch.deserialize(string)

    try saveAll(several, [object, 1])  // file:writeObject(object), again and again
    let handle = try FileHandle(forReadingFrom: URL(filePath: several))
    let first = try load(nextFrom: handle)  // file:readObject()

    let hook = SaveOptions(substitute: { $0.object is Person ? "somebody" : nil })
    let hooked = try serialize([.object(Person())], options: hook)  // writeObject(…, hook)

    let matrix = try Tensor([1, 2, 3, 4] as [Double], shape: [2, 2])  // torch.DoubleTensor(…)
    let row = try matrix.select(0)  // matrix[1]
    let turned = try matrix.transposed(0, 1)  // matrix:t()
    // end snippet
    for value in [loaded, readable, copy, first] { #expect(value == object) }
    #expect(try deserialize(hooked) == ["somebody"])
    #expect(try row.elements(as: Double.self) == [1, 2])
    #expect(try turned.elements(as: Double.self) == [1, 3, 2, 4])
  }

  @Test func fromKeras() throws {
    let file = path("model.keras")
    let model = try Classifier(config: .init(labels: ["cat"]))
    // snippet: from-keras
    let registry = TypeRegistry()  // custom_objects={}
    try registry.register(Classifier.self, as: "shop.Classifier")  // @serializable("shop")

    let bytes = try serialize(model)  // serialize(model)
    let copy = try deserialize(bytes, as: Classifier.self)  // deserialize(config)
    let options = LoadOptions(registry: registry)
    let known = try deserialize(bytes, options: options)  // deserialize(config, custom_objects)

    let type = try serialize(Classifier.self)  // serialize(Classifier)
    let found = try deserialize(type).type()  // deserialize("__bayesflow_type__…")

    let config = copy.config  // model.get_config()
    let fresh = try Classifier(config: config)  // Classifier.from_config(config)
    try save(file, model)  // model.save(file)
    let loaded = try load(file, as: Classifier.self)  // keras.saving.load_model(file)
    // end snippet
    #expect(copy.weights == model.weights && loaded.weights == model.weights)
    #expect(fresh.weights == [0])
    #expect(known.object(as: Classifier.self) != nil)
    #expect(ObjectIdentifier(found) == ObjectIdentifier(Classifier.self))
  }

  @Test func fromPython() throws {
    struct Settings: Codable, Equatable { var rate = 0.5 }
    let (file, pickles) = (path("a.json"), path("a.pickle"))
    let value: Value = ["rate": 0.5, "names": ["a", "b"]]
    let settings = Settings()
    // snippet: from-python
    let text = try serialize(value, format: .json)  // json.dumps(value), and pickle.dumps(value)
    let parsed = try deserialize(text)  // json.loads(text), and pickle.loads(data)
    try save(file, value, format: .json)  // json.dump(value, file)
    let read = try load(file)  // json.load(file)

    try Data().write(to: URL(filePath: pickles))
    let output = try FileHandle(forWritingTo: URL(filePath: pickles))
    try save(to: output, value)  // pickle.dump(value, file), again and again
    let input = try FileHandle(forReadingFrom: URL(filePath: pickles))
    let next = try load(nextFrom: input)  // pickle.load(file)

    let strict = LoadOptions(allowedTypes: [])  // Unpickler.find_class that refuses everything
    let plain = try deserialize(text, options: strict)

    let encoder = CapnProtoEncoder(format: .json)
    let encoded = try encoder.encode(settings)  // json.dumps(vars(settings))
    let decoded = try CapnProtoDecoder().decode(Settings.self, from: encoded)
    // end snippet
    for found in [parsed, read, plain, next] { #expect(found == value) }
    #expect(decoded == settings)
  }
}

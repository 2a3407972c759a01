import Stowage
import Testing

// snippet: preserving
struct Sorter: Serializable, PreservesUnknownFields {
  var name: String
  var unknownFields = UnknownFields()

  func write(_ builder: PerceptronProto.Builder) throws { try builder.setName(name) }

  static func read(_ reader: PerceptronProto.Reader) throws -> Sorter {
    Sorter(name: String(try reader.name))
  }
}
// end snippet

protocol Model {}
extension Perceptron: Model {}
extension Classifier: Model {}

// snippet: polymorphic
struct Committee: Serializable {
  var chair: any Model
  var members: [any Model]

  func write(_ builder: CommitteeProto.Builder) throws {
    try builder.chair.setObject(chair)
    try builder.members.setObjects(members)
  }

  static func read(_ reader: CommitteeProto.Reader) throws -> Committee {
    Committee(chair: try reader.chair.object(), members: try reader.members.objects())
  }
}
// end snippet

struct EvolutionExamples {
  @Test func mixedTypes() throws {
    let registry = TypeRegistry()
    try registry.register(Perceptron.self, as: "shop.Perceptron")
    try registry.register(Classifier.self, as: "shop.Classifier")
    let perceptron = Perceptron(name: "first", weights: [1])
    let classifier = try Classifier(config: .init(labels: ["a", "b"]))
    let committee = Committee(chair: perceptron, members: [classifier, perceptron])
    let bytes = try serialize(committee, options: SaveOptions(registry: registry))
    let copy = try deserialize(
      bytes, as: Committee.self, options: LoadOptions(registry: registry))
    #expect(copy.chair as? Perceptron == perceptron)
    #expect((copy.members[0] as? Classifier)?.weights == [0, 0])
    #expect(copy.members[1] is Perceptron)
  }

  @Test func hashing() throws {
    let model = Perceptron(name: "first", weights: [0.5, -1.5])
    // snippet: hashing
    let hash = try contentHash(of: model)
    let json = try serialize(model, format: .json)
    print(try contentHash(ofFile: json, as: Perceptron.self) == hash)  // true
    print(hash)  // 32 hexadecimal digits
    // end snippet
    #expect(try contentHash(ofFile: serialize(model)) == hash)
  }
}

/// Turns a code generator request, as `capnp compile` writes it, into Swift.
///
/// Equal requests and options give equal files, byte for byte.
public struct Generator {
  private let model: SchemaModel
  private let names: NameTable
  private let options: GeneratorOptions

  /// Reads a request; throws when it is malformed or names what Swift cannot express.
  public init(
    request: [UInt8], options: GeneratorOptions = GeneratorOptions()
  ) throws(GeneratorError) {
    model = try SchemaModel(request: request)
    names = try NameTable(model)
    self.options = options
  }

  /// Generates a file of Swift for each schema file that the request asks for.
  public func generate() throws(GeneratorError) -> [GeneratedFile] {
    let plan = try ValuePlan(model, options: options)
    var files: [GeneratedFile] = []
    for file in model.files {
      let emitter = try FileEmitter(
        file, in: model, names: names, plan: plan, options: options)
      files.append(try emitter.emit())
    }
    return files
  }
}

internal import CapnProto
public import Foundation
internal import Stowage

// Models as reductionml has them.
extension Workspace {
  /// The model in reductionml's binary format: the same bytes that it writes itself.
  ///
  /// Use `save` or `Stowage.serialize` for files of Stowage, which later versions will read.
  ///
  /// - Throws: `ReductionsError` where the state is not that of the stack, which cannot be.
  public func serialize() throws(ReductionsError) -> Data {
    var writer = FlexWriter()
    writer.write(try model)
    return Data(writer.finish())
  }

  /// The model in reductionml's JSON format.
  ///
  /// - Throws: `ReductionsError` where the state is not that of the stack, which cannot be.
  public func serializeToJSON() throws(ReductionsError) -> String { try model.json.pretty }

  private var model: ModelPart {
    get throws(ReductionsError) {
      try ModelWriter(configuration: configuration, layout: layout).model(stack.states)
    }
  }

  /// Restores a workspace from a model, which it goes on exactly from.
  ///
  /// - Parameter model: the bytes of a model in reductionml's binary or JSON format, or of a file
  ///   of Stowage in any format.
  /// - Throws: `ReductionsError`, `StowageError` or `CapnProtoError` for anything else.
  public init(model: Data) throws {
    switch ModelFormat(model) {
    case .stowage:
      let registry = TypeRegistry()
      try registry.registerReductions()
      self = try deserialize(model, as: Workspace.self, options: LoadOptions(registry: registry))
    case .json: try self.init(jsonModel: model)
    case .flexBuffers: try self.init(flexBuffers: Array(model))
    }
  }

  /// Restores a workspace from a model in reductionml's JSON format.
  ///
  /// - Throws: `ReductionsError` for anything else.
  public init(jsonModel: String) throws(ReductionsError) {
    try self.init(jsonModel: Data(jsonModel.utf8))
  }

  /// Restores a workspace from a model in reductionml's JSON format.
  ///
  /// - Throws: `ReductionsError` for anything else.
  public init(jsonModel: Data) throws(ReductionsError) {
    let document: JSONDocument
    do {
      document = try JSONDocument(Array(jsonModel), nestingLimit: 64)
    } catch {
      throw .model("model", error.message)
    }
    let reader = try ModelReader(
      JSONModelNode(document: document, place: 0), size: jsonModel.count)
    try self.init(reader.configuration, reader.states, reader.layout)
  }

  private init(flexBuffers bytes: [UInt8]) throws(ReductionsError) {
    let reader = try ModelReader(FlexNode(bytes), size: bytes.count)
    try self.init(reader.configuration, reader.states, reader.layout)
  }
}

/// What a model is, told by its first bytes.
enum ModelFormat {
  case stowage
  case json
  case flexBuffers

  init(_ model: Data) {
    let start = Array(model.prefix(24))
    if start.dropFirst(16).elementsEqual("stowage\n".utf8) || start.first == UInt8(ascii: "#")
      || start.starts(with: "{\"stowage\"".utf8)
    {
      self = .stowage
    } else if start.first(where: { ![9, 10, 13, 32].contains($0) }) == UInt8(ascii: "{") {
      self = .json
    } else {
      self = .flexBuffers
    }
  }
}

public import CapnProto

/// A type that writes itself into a Cap'n Proto message, and is made again from one.
///
/// A type conforms by two functions: one writes its state into the struct of a schema, the other
/// takes it from there. Which struct that is follows from their parameters. What is read back goes
/// on exactly as the original would have, so the state of random generators is part of it.
///
/// <!-- snippet: serializable -->
/// ```swift
/// import Stowage
///
/// struct Perceptron: Serializable {
///   var name: String
///   var weights: [Double]
///   var bias = 0.0
///
///   func write(_ builder: PerceptronProto.Builder) throws {
///     try builder.setName(name)
///     try builder.setWeights(weights)
///     builder.bias = bias
///   }
///
///   static func read(_ reader: PerceptronProto.Reader) throws -> Perceptron {
///     Perceptron(
///       name: String(try reader.name), weights: Array(try reader.weights), bias: reader.bias)
///   }
/// }
/// ```
///
/// With them come ``writeToFile(_:packed:)-(FileHandle,_)`` and its kind.
public protocol Serializable {
  /// The view that reads the struct of the schema.
  associatedtype ProtoReader: StructReaderView

  /// The view that builds the struct of the schema.
  associatedtype ProtoBuilder: StructBuilderView where ProtoBuilder.Struct == ProtoReader.Struct

  /// Writes all of the state into a struct that is empty so far.
  ///
  /// - Throws: `CapnProtoError` when the message cannot hold it, or an error of the type's own.
  func write(_ builder: ProtoBuilder) throws

  /// Makes a value from the state in a struct.
  ///
  /// The struct may come from anyone: what is read has to be checked before it is relied on.
  ///
  /// - Throws: `CapnProtoError` when the message is damaged, or an error of the type's own when its
  ///   content makes no sense.
  static func read(_ reader: ProtoReader) throws -> Self
}

extension Serializable {
  /// The struct of the schema that holds the state.
  public typealias Proto = ProtoReader.Struct
}

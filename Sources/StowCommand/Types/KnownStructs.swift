internal import CapnProto
internal import HTM
internal import Stowage

/// The structs that this program has schemas of: those of registered types, and NuPIC's.
enum KnownStructs {
  /// What NuPIC writes to files.
  private static var roots: [any StructType.Type] {
    [
      SpatialPoolerProto.self, TemporalMemoryProto.self, TemporalMemoryV1Proto.self,
      TemporalMemoryShimProto.self, ConnectionsProto.self, BacktrackingTMProto.self,
      BacktrackingTMCppProto.self, Cells4Proto.self, RandomProto.self, SparseMatrixProto.self,
      SparseBinaryMatrixProto.self, SvmDenseProto.self, Svm01Proto.self, SdrClassifierProto.self,
      ClaClassifierProto.self, KNNClassifierProto.self, AnomalyLikelihoodProto.self,
      MovingAverageProto.self, NetworkProto.self, HTMPredictionModelProto.self, ModelProto.self,
      TwoGramModelProto.self, PreviousValueModelProto.self, ScalarEncoderProto.self,
      AdaptiveScalarEncoderProto.self, CategoryEncoderProto.self, CoordinateEncoderProto.self,
      DateEncoderProto.self, DeltaEncoderProto.self, GeospatialCoordinateEncoderProto.self,
      LogEncoderProto.self, MultiEncoderProto.self, PassThroughEncoderProto.self,
      RandomDistributedScalarEncoderProto.self, SDRCategoryEncoderProto.self,
      SparsePassThroughEncoderProto.self, RecordSensorProto.self, SPRegionProto.self,
      TMRegionProto.self, SDRClassifierRegionProto.self, KNNClassifierRegionProto.self,
      KNNAnomalyClassifierRegionProto.self, AnomalyRegionProto.self, VectorFileSensorProto.self,
    ]
  }

  /// What is only part of those.
  private static var parts: [any StructType.Type] {
    [
      ArrayProto.self, BacktrackingSegmentProto.self, BacktrackingSegmentUpdateProto.self,
      BitHistoryProto.self, CStateProto.self, CellProto.self, Cells4SegmentProto.self,
      Cells4SegmentUpdateProto.self, InSynapseProto.self, LinkProto.self, PyRegionProto.self,
      RegionProto.self, RandomImplProto.self, SvmModelProto.self, SvmParameterProto.self,
      SvmProblemProto.self, SvmProblem01Proto.self,
    ]
  }

  /// All of them.
  static let all: [KnownStruct] = {
    var known: [KnownStruct] = []
    for (types, isRoot) in [(roots, true), (parts, false)] {
      for type in types {
        guard let schema = try? structSchema(type) else { continue }
        known.append(KnownStruct(name: shortName(schema.name), schema: schema, isRoot: isRoot))
      }
    }
    for (id, schema) in TypeRegistry.shared.savedSchemas {
      guard !known.contains(where: { $0.schema.id == schema.id }) else { continue }
      known.append(KnownStruct(name: id.name, schema: schema, isRoot: true))
    }
    return known
  }()

  /// The names of those that can be whole messages.
  static var rootNames: [String] { all.filter(\.isRoot).map(\.name) }

  /// The declaration of one of them, as generated code has it.
  static func node(_ id: UInt64) -> SchemaNode? {
    (roots + parts).map { node($0) }.first { $0.id == id }
      ?? TypeRegistry.shared.savedNode(id)
  }

  private static func node<T: StructType>(_: T.Type) -> SchemaNode { T.schema }

  private static func structSchema<T: StructType>(_: T.Type) throws -> StructSchema {
    try T.structSchema
  }

  private static func shortName(_ name: String) -> String {
    name.hasSuffix("Proto") ? String(name.dropLast(5)) : name
  }

  /// The struct that somebody means by a name: that of a type, of its struct, or as it is registered.
  static func named(_ name: String) -> KnownStruct? {
    if let id = try? TypeID(name), let schema = TypeRegistry.shared.savedSchema(id) {
      return KnownStruct(name: id.name, schema: schema, isRoot: true)
    }
    return all.first { $0.name == name || $0.schema.name == name }
      ?? all.first { $0.name.lowercased() == name.lowercased() }
  }
}

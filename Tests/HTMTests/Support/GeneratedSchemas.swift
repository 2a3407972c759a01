import CapnProto
import HTM

/// The schema files that generated code holds.
enum GeneratedSchemas {
  static let all: [SchemaNode] = [
    AdaptiveScalarCapnp.schema, AnomalyLikelihoodCapnp.schema, AnomalyRegionCapnp.schema,
    ArrayProtoCapnp.schema, BacktrackingTmCapnp.schema, BacktrackingTmCppCapnp.schema,
    BitHistoryCapnp.schema, CategoryCapnp.schema, CellCapnp.schema, Cells4Capnp.schema,
    ClaClassifierCapnp.schema, ConnectionsProtoCapnp.schema, CoordinateCapnp.schema,
    DateCapnp.schema, DeltaCapnp.schema, GeospatialCoordinateCapnp.schema,
    HTMPredictionModelProtoCapnp.schema, KnnAnomalyClassifierRegionCapnp.schema,
    KnnClassifierCapnp.schema, KnnClassifierRegionCapnp.schema, LinkProtoCapnp.schema,
    LogarithmCapnp.schema, MapCapnp.schema, ModelCapnp.schema, MovingaverageCapnp.schema,
    MultiCapnp.schema, NetworkProtoCapnp.schema, OpfUtilsCapnp.schema, PassThroughCapnp.schema,
    PreviousValueModelCapnp.schema, PyRegionProtoCapnp.schema,
    RandomDistributedScalarCapnp.schema, RandomProtoCapnp.schema, RecordSensorCapnp.schema,
    RegionProtoCapnp.schema, SDRClassifierRegionCapnp.schema, SPRegionCapnp.schema,
    ScalarCapnp.schema, SdrCategoryCapnp.schema, SdrClassifierCapnp.schema, SegmentCapnp.schema,
    SegmentUpdateCapnp.schema, SerializationTestPyRegionProtoCapnp.schema,
    SparseBinaryMatrixProtoCapnp.schema, SparseMatrixProtoCapnp.schema,
    SparsePassThroughCapnp.schema, SpatialPoolerProtoCapnp.schema, SvmProtoCapnp.schema,
    TemporalMemoryProtoCapnp.schema, TemporalMemoryShimCapnp.schema, TemporalMemoryV1Capnp.schema,
    TestNodeProtoCapnp.schema, TmRegionCapnp.schema, TwoGramModelCapnp.schema,
    VectorFileSensorProtoCapnp.schema,
  ]
}

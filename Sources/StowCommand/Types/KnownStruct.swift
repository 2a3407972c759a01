internal import CapnProto

/// A struct that this program has a schema of.
struct KnownStruct: Sendable {
  /// What it is called, such as `SpatialPooler`.
  let name: String
  let schema: StructSchema
  /// Whether a file may hold one by itself.
  let isRoot: Bool
}

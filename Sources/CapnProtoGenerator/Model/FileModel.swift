/// A schema file that code is generated for.
struct FileModel {
  var id: UInt64

  /// The path that the request gives it, without the prefix that the tool was told to cut.
  var path: String

  /// The files that it imports.
  var imports: [Import]

  struct Import {
    var id: UInt64
    /// The path as the schema spells it.
    var path: String
  }
}

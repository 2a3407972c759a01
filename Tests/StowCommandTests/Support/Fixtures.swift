import Foundation

/// Files that other programs and earlier versions wrote.
enum Fixtures {
  private static let root = Repository.root.appending(path: "Tests/Fixtures")

  /// What NuPIC wrote, with the struct that it is.
  static let nupic: [(path: String, type: String)] = [
    ("backtracking_tm_cpp_mid_learn/tm.bin", "BacktrackingTMCppProto"),
    ("backtracking_tm_py_after_reset/tm.packed.bin", "BacktrackingTMProto"),
    ("cells4/cells4.bin", "Cells4Proto"),
    ("connections_py/connections.packed.bin", "ConnectionsProto"),
    ("random/random.bin", "RandomProto"), ("random/random.packed.bin", "RandomProto"),
    ("sp_cpp_global/sp.packed.bin", "SpatialPoolerProto"),
    ("sp_py_topo/sp.bin", "SpatialPoolerProto"),
    ("sparse_matrix/m.bin", "SparseMatrixProto"), ("svm_01/svm.bin", "Svm01Proto"),
    ("svm_dense/svm.packed.bin", "SvmDenseProto"), ("tm_cpp_basic/tm.bin", "TemporalMemoryProto"),
    ("tm_py_decay/tm.packed.bin", "TemporalMemoryProto"),
  ]

  static func nupic(_ path: String) -> String { root.appending(path: "nupic/" + path).path }

  static func golden(_ name: String) -> String { root.appending(path: "golden/0.1.0/" + name).path }

  static func htm(_ name: String) -> String {
    root.appending(path: "golden-htm/0.1.0/" + name).path
  }

  static let formats = ["packed", "binary", "json", "text"]

  /// All golden files, those of values and those of objects.
  static let goldens: [String] = ["golden/0.1.0", "golden-htm/0.1.0"].flatMap { folder in
    let url = root.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0 != "hashes.json" }.sorted().map { url.appending(path: $0).path }
  }
}

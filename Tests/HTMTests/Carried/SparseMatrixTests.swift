import Foundation
import HTM
import Stowage
import Testing

/// Sparse matrices are read, looked at, made and changed.
struct SparseMatrixTests {
  private func matrix() throws -> SparseMatrix {
    try SparseMatrix.read(
      Message(Reference.bytes("sparse_matrix/m.bin")).root(SparseMatrixProto.self))
  }

  @Test func theMatrixIsAsNuPICSaysIt() throws {
    let matrix = try matrix()
    let expected = try Reference("sparse_matrix/expected.json")
    #expect(matrix.numRows == (try expected["proto"]["numRows"].int))
    #expect(matrix.numColumns == (try expected["proto"]["numColumns"].int))
    #expect(try matrix.dense() == expected["dense"].items.map { try $0.floats })
    #expect(try matrix.dense() == expected["dense_after_load"].items.map { try $0.floats })
    for (row, theirs) in try expected["proto"]["rows"].items.enumerated() {
      let elements = try theirs["values"].items
      #expect(matrix.row(row).map(\.index) == (try elements.map { try $0["index"].int }))
      #expect(matrix.row(row).map(\.value) == (try elements.map { try $0["value"].float }))
    }
    #expect(try SparseMatrix(dense: matrix.dense()) == matrix)
    #expect(
      try SparseMatrix(
        numColumns: matrix.numColumns, rows: (0..<matrix.numRows).map(matrix.row)) == matrix)
  }

  @Test func neighborsAreTheSameMatrix() throws {
    let bytes = try Reference.bytes("nearest_neighbor/m.packed.bin")
    let neighbors = try NearestNeighbor.read(Message(packed: bytes).root(SparseMatrixProto.self))
    let expected = try Reference("nearest_neighbor/expected.json")
    #expect(try neighbors.patterns.dense() == expected["dense"].items.map { try $0.floats })
    // Not run here; that they are the patterns shows in what NuPIC computes of them.
    let query = try expected["query"].floats
    let theirs = try expected["vecLpDist_p2_after_load"].floats
    for (row, distance) in zip(try neighbors.patterns.dense(), theirs) {
      let sum = zip(row, query).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      #expect(abs(sum.squareRoot() - distance) < 1e-5)
    }
  }

  @Test func elementsAreSetAndRemoved() throws {
    var matrix = try matrix()
    var dense = try matrix.dense()
    var bits = try SparseBinaryMatrix(dense: dense.map { $0.map { $0 != 0 } })
    var random = SplitMix(state: 3)
    for _ in 0..<500 {
      let row = Int.random(in: 0..<10, using: &random)
      let column = Int.random(in: 0..<15, using: &random)
      let value = Float(Int.random(in: 0...2, using: &random))
      matrix[row, column] = value
      dense[row][column] = value
      bits[row, column] = value != 0
      #expect(matrix[row, column] == value)
      #expect(bits[row, column] == (value != 0))
    }
    #expect(try matrix.dense() == dense)
    #expect(try matrix == SparseMatrix(dense: dense))
    #expect(try bits.dense() == dense.map { $0.map { $0 != 0 } })
    #expect(try bits == SparseBinaryMatrix(dense: bits.dense()))
    #expect(matrix.count == bits.count)
  }

  // A matrix of bits is part of every spatial pooler.
  @Test func bitsAreReadAndWritten() throws {
    let file = try Message(Reference.bytes("sp_py_topo/sp.bin")).root(SpatialPoolerProto.self)
    let original = try file.potentialPools
    let pools = try SparseBinaryMatrix.read(original)
    let expected = try Reference("sp_py_topo/expected.json")["state_before_save"]
    for row in 0..<pools.numRows {
      #expect(pools.row(row) == (try expected["potentialPools"][row].ints))
    }
    #expect(pools.count > 100)
    let message = MessageBuilder()
    try pools.write(message.initRoot(SparseBinaryMatrixProto.self))
    let again = try Message(message.bytes()).root(SparseBinaryMatrixProto.self)
    #expect(try again.canonicalBytes() == original.canonicalBytes())
    #expect(try SparseBinaryMatrix.read(again) == pools)
    #expect(try SparseBinaryMatrix(dense: pools.dense()) == pools)
  }

  @Test func everyBitOfANumberIsKept() throws {
    let message = try MessageBuilder.changing(
      Reference.bytes("sparse_matrix/m.bin"), SparseMatrixProto.self
    ) { builder in
      let row = try builder.rows[0].values
      row[0].value = Float(bitPattern: 0x7fc0_1234)
      row[1].value = -0.0
      row[2].value = 0
      row[3].value = -.infinity
    }
    let matrix = try SparseMatrix.read(message.root(SparseMatrixProto.self))
    let builder = MessageBuilder()
    try matrix.write(builder.initRoot(SparseMatrixProto.self))
    #expect(
      try builder.root(SparseMatrixProto.self).asReader.canonicalBytes()
        == message.root(SparseMatrixProto.self).canonicalBytes())
  }

  @Test func coded() throws {
    let matrix = try matrix()
    let bits = try SparseBinaryMatrix(numColumns: 9, rows: [[1, 8], [], [0]])
    let encoder = JSONEncoder()
    let decoder = JSONDecoder()
    #expect(try decoder.decode(SparseMatrix.self, from: encoder.encode(matrix)) == matrix)
    #expect(try decoder.decode(SparseBinaryMatrix.self, from: encoder.encode(bits)) == bits)
    for text in [
      #"{"numColumns":2,"rows":[[1,0]]}"#, #"{"numColumns":2,"rows":[[2]]}"#,
      #"{"numColumns":2,"rows":[[-1]]}"#, #"{"numColumns":-1,"rows":[]}"#,
    ] {
      #expect(throws: HTMError.self) {
        try decoder.decode(SparseBinaryMatrix.self, from: Data(text.utf8))
      }
    }
  }

  @Test func whatIsNoMatrixIsRefused() throws {
    typealias Element = SparseMatrix.Element
    #expect(throws: HTMError.self) { try SparseMatrix(dense: [[1, 2], [1]]) }
    #expect(throws: HTMError.self) { try SparseBinaryMatrix(dense: [[true], []]) }
    for indices in [[1, 1], [2, 1], [3], [-1]] {
      let error = try #require(throws: HTMError.self) {
        try SparseMatrix(
          numColumns: 3, rows: [[], indices.map { Element(index: $0, value: 1) }])
      }
      #expect(error.path == "rows[1]")
      #expect(error.code == .invalidParameter)
      #expect(throws: HTMError.self) { try SparseBinaryMatrix(numColumns: 3, rows: [indices]) }
    }
    #expect(throws: HTMError.self) { try SparseMatrix(numColumns: -1, rows: []) }
    #expect(throws: HTMError.self) { try SparseBinaryMatrix(numColumns: 1 << 32, rows: []) }
    #expect(throws: HTMError.self) { try matrix().dense(limit: 149) }
    #expect(try matrix().dense(limit: 150).count == 10)
    let wide = try SparseBinaryMatrix(numColumns: (1 << 32) - 1, rows: [[], []])
    #expect(throws: HTMError.self) { try wide.dense() }
  }

  @Test(
    arguments: [
      Hostile("rows") { $0.numRows = 11 }, Hostile("rows") { try $0.clearRows() },
      Hostile("rows[0]") { $0.numColumns = 9 },
      Hostile("rows[2]") { try $0.rows[2].values[1].index = 2 },
      Hostile("rows[2]") { try $0.rows[2].values[4].index = 15 },
      Hostile("rows[9]") { try $0.rows[9].values[4].index = .max },
    ] as [Hostile<SparseMatrixProto>])
  func damagedMatricesAreErrors(_ hostile: Hostile<SparseMatrixProto>) throws {
    let message = try MessageBuilder.changing(
      Reference.bytes("sparse_matrix/m.bin"), SparseMatrixProto.self, hostile.change)
    let reader = try message.root(SparseMatrixProto.self)
    let error = try #require(throws: HTMError.self) { try SparseMatrix.read(reader) }
    #expect(error.path == "SparseMatrixProto." + hostile.path)
    #expect(error.code == .invalidState)
    #expect(throws: error) { try NearestNeighbor.read(reader) }
  }

  @Test(
    arguments: [
      Hostile("indices") { $0.numRows = 3 }, Hostile("indices") { try $0.clearIndices() },
      Hostile("indices[0]") { $0.numColumns = 3 },
      Hostile("indices[1]") { try $0.indices[1][1] = 0 },
      Hostile("indices[1]") { try $0.indices[1][1] = .max },
    ] as [Hostile<SparseBinaryMatrixProto>])
  func damagedMatricesOfBitsAreErrors(_ hostile: Hostile<SparseBinaryMatrixProto>) throws {
    let builder = MessageBuilder()
    let bits = try SparseBinaryMatrix(numColumns: 4, rows: [[0, 3], [0, 1]])
    try bits.write(builder.initRoot(SparseBinaryMatrixProto.self))
    let message = try MessageBuilder.changing(
      builder.bytes(), SparseBinaryMatrixProto.self, hostile.change)
    let error = try #require(throws: HTMError.self) {
      try SparseBinaryMatrix.read(message.root(SparseBinaryMatrixProto.self))
    }
    #expect(error.path == "SparseBinaryMatrixProto." + hostile.path)
  }

  // Half a billion rows of no size are a few bytes of a message.
  @Test func rowsOfNoSizeAreBounded() throws {
    let count = UInt64((1 << 29) - 1)
    var bytes = Data()
    func word(_ value: UInt64) {
      bytes.append(contentsOf: (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) })
    }
    word(5 << 32)
    word(0x0001_0001_0000_0000)
    word(count | 8 << 32)
    word(0x0000_0007_0000_0001)
    word(count << 2)
    word(0)
    let message = try Message(bytes)
    #expect(throws: CapnProtoError.self) {
      try SparseMatrix.read(message.root(SparseMatrixProto.self))
    }
  }
}

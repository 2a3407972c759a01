import Foundation
import Stowage
import Testing

@testable import StowCommand

/// `stow diff` names the fields that differ.
struct DiffTests {
  private func diff(_ left: Value, _ right: Value, _ options: [String] = []) throws -> Run {
    let folder = try TemporaryFolder()
    let one = try folder.file("one", serialize(left, format: .packed)).path
    let two = try folder.file("two", serialize(right, format: .json)).path
    return try Run.stow(["diff", one, two] + options)
  }

  @Test(arguments: ["pooler", "memory", "generator", "connections", "cells4", "backtracking"])
  func formatsHoldTheSame(_ name: String) throws {
    for left in Fixtures.formats {
      for right in Fixtures.formats {
        let run = try Run.stow(
          ["diff", Fixtures.htm("\(name).\(left)"), Fixtures.htm("\(name).\(right)")])
        #expect(run.code == 0 && run.text.isEmpty, "\(left) \(right): \(run.text)\(run.errors)")
      }
    }
  }

  @Test(arguments: ["codable", "containers", "deep", "large", "scalars", "shared", "tensors"])
  func valuesOfAllFormatsAreTheSame(_ name: String) throws {
    for right in Fixtures.formats {
      let run = try Run.stow(
        ["diff", Fixtures.golden("\(name).packed"), Fixtures.golden("\(name).\(right)")])
      #expect(run.code == 0 && run.text.isEmpty, "\(right): \(run.text)\(run.errors)")
    }
  }

  @Test func fieldsThatDiffer() throws {
    let run = try Run.stow([
      "diff", Fixtures.nupic("tm_cpp_basic/tm.bin"), Fixtures.nupic("tm_py_decay/tm.packed.bin"),
    ])
    #expect(run.code == 1)
    #expect(run.text.contains("cellsPerColumn: 8 → 4\n"))
    #expect(run.text.contains("connections.cells: 512 elements → 256 elements\n"))
    #expect(
      run.text.contains("connections.cells[0].segments[0].synapses[0].presynapticCell: 322 → 124"))
    #expect(!run.text.contains("learningRadius"))
    let few = try Run.stow([
      "diff", "--limit", "2", Fixtures.nupic("tm_cpp_basic/tm.bin"),
      Fixtures.nupic("tm_py_decay/tm.packed.bin"),
    ])
    #expect(few.text.split(separator: "\n").count == 3 && few.text.contains(" more; see --limit"))
  }

  @Test func numbersAreComparedByTheirBits() throws {
    let zero = try diff(["x": 0.0], ["x": .double(-0.0)])
    #expect(zero.code == 1 && zero.text == "value.x: 0.0 → -0.0\n")
    let nan = Double(bitPattern: 0x7FF8_0000_0000_0001)
    #expect(try diff(["x": .double(.nan)], ["x": .double(.nan)]).code == 0)
    let bits = try diff(["x": .double(.nan)], ["x": .double(nan)])
    #expect(bits.code == 1 && bits.text == "value.x: nan → nan(0x1)\n", "\(bits.text)")
    let kinds = try diff(["x": 1], ["x": 1.0])
    #expect(kinds.code == 1)
    #expect(kinds.text.contains("value.x: 1 → 1.0"), "\(kinds.text)")
  }

  @Test func tablesArraysAndTensors() throws {
    let left: Value = [
      "a": [1, 2, 3], "b": ["c": "d"], "gone": nil,
      "t": .tensor(try Tensor([1, 2, 3, 4] as [Float], shape: [2, 2])),
    ]
    let right: Value = [
      "a": [1, 5, 3, 4], "b": ["c": "e"], "new": true,
      "t": .tensor(try Tensor([1, 2.5, 3, 8] as [Float], shape: [2, 2])),
    ]
    let lines = try diff(left, right).text.split(separator: "\n").map(String.init)
    #expect(lines.contains("value.a: 3 elements → 4 elements"))
    #expect(lines.contains("value.a[1]: 2 → 5"))
    #expect(lines.contains("value.b.c: \"d\" → \"e\""))
    #expect(lines.contains("value.gone: null → nothing"))
    #expect(lines.contains("value.new: nothing → true"))
    #expect(
      lines.contains("value.t[1]: 2.0 → 2.5; 2 of 4 elements differ, the most by 4.0"), "\(lines)")
    let json = try diff(left, right, ["--json"])
    struct Report: Codable {
      let count: Int
      let differences: [Difference]
    }
    let report = try JSONDecoder().decode(Report.self, from: json.output)
    #expect(json.code == 1 && report.count == lines.count)
    #expect(report.differences.map(\.path).contains("value.a[1]"))
    let quiet = try diff(left, right, ["-q"])
    #expect(quiet.code == 1 && quiet.output.isEmpty)
  }

  /// What cannot be read is not called equal.
  @Test func statesOfUnknownTypes() throws {
    for name in ["configured", "objects"] {
      let json = Fixtures.golden("\(name).json")
      let run = try Run.stow(["diff", json, json])
      #expect(run.code == 2 && run.errors.contains("no type is registered"), "\(run.text)")
      // Here the schema is in the file, or the text is the same.
      for format in ["packed", "text"] {
        let path = Fixtures.golden("\(name).\(format)")
        #expect(try Run.stow(["diff", path, path]).code == 0)
      }
      let both = try Run.stow(
        ["diff", Fixtures.golden("\(name).packed"), Fixtures.golden("\(name).text")])
      #expect(both.code == 0 || both.code == 2, "\(both.text)")
    }
  }

  @Test func troubleIsNeitherEqualNorDifferent() throws {
    let good = Fixtures.htm("pooler.packed")
    #expect(try Run.stow(["diff", good, "no-such-file"]).code == 2)
    let folder = try TemporaryFolder()
    let bad = try folder.file("bad", Data(contentsOf: URL(filePath: good)).dropLast(9)).path
    let run = try Run.stow(["diff", good, bad])
    #expect(run.code == 2 && run.errors.contains(bad))
    let types = try Run.stow(["diff", good, Fixtures.htm("memory.packed")])
    #expect(types.code == 1 && types.text == "(type): htm.SpatialPooler → htm.TemporalMemory\n")
  }
}
